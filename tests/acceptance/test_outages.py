"""A shop that goes away during a run says nothing of the step: 69, unless something else is wrong as well."""

from pathlib import Path

from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features

STEP = "order_processing_step_6"
DOWN = "Every failure of this run is the environment's"


def run_with_outage(folder: Path, address: str, marks: str, after: str, *options: str) -> FeatureRun:
    """Run scenarios at a shop that goes down after a step."""
    variables = {
        "SHOP_BASE_URL": address,
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        "OUTAGE_AFTER": after,
    }
    return run_features(folder, "-m", marks, "-p", "tests.acceptance.outage", *options, variables=variables)


def causes(run: FeatureRun) -> set[str]:
    """Give whose fault the failures are, as the report sorts them."""
    labels = (label for result in run.results.values() for label in result["labels"])
    return {label["value"] for label in labels if label["name"] == "cause"}


def test_rest_goes_away(tmp_path: Path, serve: Serve) -> None:
    """Calls are answered with an HTML page, in a worker of a parallel run as well."""
    after = "the tutorial's customer Jane Doe, not yet created"
    run = run_with_outage(tmp_path, serve("--testing"), f"{STEP}-02 or {STEP}-03", after, "-n", "1")
    assert run.exit_code == 69, run.output
    assert DOWN in run.output
    assert causes(run) == {"the environment"}


def test_storefront_goes_away(tmp_path: Path, serve: Serve) -> None:
    """The browser shows a page that is not the shop's, and what the step waits for is missing there."""
    run = run_with_outage(tmp_path, serve("--testing"), f"{STEP}-01", "the token opens her own account")
    assert run.exit_code == 69, run.output
    assert DOWN in run.output
    assert causes(run) == {"the environment"}


def test_genuine_failure_is_not_hidden(tmp_path: Path, serve: Serve) -> None:
    """What failed before the shop went away is broken all the same: 1."""
    after = "the tutorial's customer Jane Doe, not yet created"
    address = serve("--testing", "--defect", "wrong-website-id")
    run = run_with_outage(tmp_path, address, f"{STEP}-02 or {STEP}-03", after)
    assert run.exit_code == 1, run.output
    assert DOWN not in run.output
    assert causes(run) == {"the shop", "the environment"}
