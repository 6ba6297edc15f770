"""Shops that are otherwise than a stock shop of today: set otherwise, without what they had, or with known defects."""

from pathlib import Path

from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features

CUT_NAME = "A first name of 256 letters is refused"
NO_EMAIL = "A customer without an e-mail is refused"
KNOWN = "Known defect of Magento 2.4.1: a first name of 256 letters is cut to 255 without a word (mended in 2.4.7)."
OPEN = ("--set", "webapi/webapisecurity/allow_insecure=1", "--set", "customer/account_share/scope=0")
SETTINGS = "store_views-07 or store_views-60 or customer_token-10 or customer_token-35"


def run_at(folder: Path, url: str, marks: str, **settings: str) -> FeatureRun:
    """Run some scenarios at a served shop, with more settings."""
    user = {"SHOP_ADMIN_USERNAME": "admin", "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD}
    return run_features(folder, "-m", marks, variables={"SHOP_BASE_URL": url, **user, **settings})


def statuses(run: FeatureRun) -> dict[str, str]:
    """Give each scenario's status by its id."""
    return {_label(result, "id"): result["status"] for result in run.results.values()}


def test_setting_that_weakens_a_promise(tmp_path: Path, serve: Serve) -> None:
    """Unsaid it is red, with its place in Magento and the line to write; said, the counterparts are played."""
    address = serve(*OPEN)
    run = run_at(tmp_path / "unsaid", address, SETTINGS)
    assert run.exit_code == 1, run.output
    assert statuses(run) == {
        "store_views-07": "failed",
        "store_views-60": "skipped",
        "customer_token-10": "failed",
        "customer_token-35": "skipped",
    }
    said = "\n".join(run.failed().values())
    assert (
        "Is webapi/webapisecurity/allow_insecure set otherwise than on a stock shop (Stores > Configuration > "
        "Services > Magento Web API > Web API Security > Allow Anonymous Guest Access)? "
        "If that is wanted, set SHOP_GUESTS_READ_STORES=true." in said
    )
    assert "Is customer/account_share/scope set otherwise" in said
    assert "If that is wanted, set SHOP_SHARED_ACCOUNTS=true." in said
    run = run_at(
        tmp_path / "said", address, SETTINGS, SHOP_GUESTS_READ_STORES="true", SHOP_SHARED_ACCOUNTS="true"
    )
    assert run.exit_code == 0, run.output
    assert statuses(run) == {
        "store_views-07": "skipped",
        "store_views-60": "passed",
        "customer_token-10": "skipped",
        "customer_token-35": "passed",
    }


def test_what_is_not_as_the_settings_say(tmp_path: Path, serve: Serve) -> None:
    """A setting that is said and not so, and a lost ability, are red; known defects are where the settings want it."""
    address = serve("--magento", "2.4.1")
    run = run_at(
        tmp_path,
        address,
        "store_views-60 or customer_token-23 or customer_token-21 or create_customer-22",
        SHOP_GUESTS_READ_STORES="true",
        SHOP_ABILITIES='["revocation"]',
        SHOP_KNOWN_DEFECTS="fail",
    )
    assert run.exit_code == 1, run.output
    assert statuses(run) == {
        "store_views-60": "failed",
        "customer_token-23": "failed",
        "customer_token-21": "skipped",
        "create_customer-22": "failed",
    }
    said = {_label(result, "id"): result["statusDetails"]["message"] for result in run.results.values()}
    assert "The settings say guests_read_stores = true: take that away" in said["store_views-60"]
    assert said["customer_token-23"] == (
        "The shop has lost revocation: the shop has no route to revoke a customer's tokens (before 2.4.6). "
        "If it is to do without, take revocation out of the settings (SHOP_ABILITIES)."
    )
    assert said["create_customer-22"].endswith(KNOWN)
    assert "warning: The shop has lost revocation, which abilities" in run.output


def test_known_defect(tmp_path: Path) -> None:
    """It has a line of its own in terminal, summary and report, and the run ends with 0, though nothing else ran."""
    run = run_features(
        tmp_path,
        *("--shop", "embedded", "--sandbox", "--magento 2.4.1", "-m", "create_customer-22"),
        *("--allure-report", str(tmp_path / "report")),
    )
    assert run.exit_code == 0, run.output
    assert "1 xfailed" in run.output
    assert "No scenario passed. 1 met a known defect of the Magento version.\n" in run.output
    assert f"  create_customer-22: {KNOWN}\n" in run.output
    result = run.results[CUT_NAME]
    assert (result["status"], _label(result, "cause")) == ("skipped", "a known defect")
    assert result["statusDetails"]["message"] == (
        f"{KNOWN}\nPOST /rest/us/V1/customers: accepted with 200, but should have been refused"
    )
    assert [step["status"] for step in result["steps"]] == [*["passed"] * 3, *["skipped"] * 2]
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "| passed | failed | known defects |" in summary
    assert f"**Known defects**\n\n- `create\\_customer-22` {CUT_NAME}: {KNOWN}\n" in summary.replace(
        "`create_", "`create\\_"
    )
    assert "Version: 2.4.1, by its modules" in summary


def test_known_defect_of_a_version_that_nothing_tells(tmp_path: Path, serve: Serve) -> None:
    """It is red and says which version has it and what to write; once that is written it is no news."""
    address = serve("--magento", "2.4.7", "--admin-role", "acceptance")
    run = run_at(tmp_path / "unsaid", address, "create_customer-23")
    assert run.exit_code == 1, run.output
    assert run.failed()[NO_EMAIL].endswith(
        "Magento 2.4.7 has this defect. If the shop is one, set SHOP_MAGENTO=2.4.7."
    )
    run = run_at(tmp_path / "said", address, "create_customer-23", SHOP_MAGENTO="2.4.7-p6")
    assert run.exit_code == 0, run.output
    assert statuses(run) == {"create_customer-23": "skipped"}


def test_shop_that_has_been_mended(tmp_path: Path, serve: Serve) -> None:
    """The scenario passes, and says so."""
    address = serve("--admin-role", "acceptance")
    run = run_at(tmp_path, address, "create_customer-23", SHOP_MAGENTO="2.4.7")
    assert run.exit_code == 0, run.output
    assert "1 xpassed" in run.output
    assert (run.results[NO_EMAIL]["status"], run.results[NO_EMAIL]["statusDetails"]["message"]) == (
        "passed",
        "This shop has been mended: Magento 2.4.7 has a known defect here: creating a customer without an e-mail "
        "breaks down with 500.",
    )


def _label(result: dict[str, object], name: str) -> str:
    labels = result["labels"]
    assert isinstance(labels, list)
    return next((str(label["value"]) for label in labels if label["name"] == name), "")
