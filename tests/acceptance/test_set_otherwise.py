"""Every choice of an admin's at once: the customer fits, limits are the shop's own, counterparts are played."""

from pathlib import Path

from tests.acceptance.feature_run import FeatureRun, run_features

SET = (
    "customer/address/telephone_show=opt",
    "customer/address/prefix_show=req",
    "customer/address/suffix_show=req",
    "customer/address/company_show=req",
    "customer/address/fax_show=req",
    "customer/address/taxvat_show=req",
    "customer/address/gender_show=req",
    "customer/address/street_lines=1",
    "general/country/allow=DE",
    "customer/password/minimum_password_length=12",
    "customer/password/required_character_classes_number=4",
    "customer/password/lockout_failures=3",
    "customer/create_account/default_group=2",
)
PLAYED = """order_processing_step_6-03 create_customer-02 create_customer-25 create_customer-29 create_customer-30
    create_customer-31 create_customer-37 create_customer-39 create_customer-44 create_customer-57 create_customer-70
    create_customer-71 create_customer-73 create_customer-74 customer_token-17 customer_token-18 customer_token-60"""
SKIPPED = "create_customer-35.5 create_customer-36 create_customer-42 create_customer-47 create_customer-72"


def ids_of(run: FeatureRun, status: str) -> set[str]:
    """Give the ids of the scenarios that ended so."""
    return {
        label["value"].partition(".")[0] if "-25" in label["value"] else label["value"]
        for result in run.results.values()
        if result["status"] == status
        for label in result["labels"]
        if label["name"] == "id"
    }


def test_shop_that_is_set_otherwise_in_every_way(tmp_path: Path) -> None:
    """Nothing is red, and the report says how the shop is set and how the customer was changed."""
    options = " ".join(f"--set {setting}" for setting in SET)
    marks = " or ".join([*PLAYED.split(), *SKIPPED.split()])
    run = run_features(
        tmp_path,
        *("--shop", "embedded", "-m", marks),
        f"--sandbox={options} --required-attributes loyalty",
    )
    assert run.exit_code == 0, run.output
    assert (ids_of(run, "passed"), ids_of(run, "skipped")) == ({*PLAYED.split()}, {*SKIPPED.split()})
    facts = (tmp_path / "allure-results" / "environment.properties").read_text(encoding="utf-8")
    assert "it sells to DE" in facts
    assert "company of the address is Acme Inc" in facts
    assert "loyalty of the customer is A" in facts
