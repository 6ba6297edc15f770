"""Failures that say nothing of the step end a run with 69, unless something else is wrong as well."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.preflight.findings import FINDINGS
from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import FeatureRun, run_features
from tests.forked_run import PROJECT

STEP = "order_processing_step_6"
WENT_AWAY = FINDINGS["went-away"].sentence
IMPATIENT = ("-p", "tools.defects.impatient", "--play-again", "0")
THE_ENVIRONMENTS = "every failure is the environment's"
UNCONFIRMED = FINDINGS["confirmation"].sentence.partition("{base_url}")[2]


def run_with_outage(folder: Path, url: str, marks: str, after: str, *options: str, **more: str) -> FeatureRun:
    """Run scenarios at a shop that goes down after a step."""
    variables = {
        "SHOP_BASE_URL": url,
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        "OUTAGE_AFTER": after,
        **more,
    }
    return run_features(
        folder, "-m", marks, *IMPATIENT, "-p", "tests.acceptance.outage", *options, variables=variables
    )


def causes(run: FeatureRun) -> set[str]:
    """Give whose fault the failures are, as the report sorts them."""
    labels = (label for result in run.results.values() for label in result["labels"])
    return {label["value"] for label in labels if label["name"] == "cause"}


def test_rest_goes_away(tmp_path: Path, serve: Serve) -> None:
    """Calls are answered with an HTML page, in a worker of a parallel run as well."""
    after = "the tutorial's customer Jane Doe, not yet created"
    run = run_with_outage(tmp_path, serve("--testing"), f"{STEP}-02 or {STEP}-03", after, "-n", "1")
    assert run.exit_code == 69, run.output
    assert WENT_AWAY in run.output
    assert causes(run) == {"the environment"}


def test_storefront_goes_away(tmp_path: Path, serve: Serve) -> None:
    """The browser shows a page that is not the shop's, and what the step waits for is missing there."""
    run = run_with_outage(
        tmp_path, serve("--testing"), f"{STEP}-01", "the token opens the customer's own account"
    )
    assert run.exit_code == 69, run.output
    assert WENT_AWAY in run.output
    assert causes(run) == {"the environment"}


def test_nobody_listens_any_more(tmp_path: Path) -> None:
    """Connections are refused, in the browser and when the customer is to be deleted."""
    command = (sys.executable, "-m", "sandbox", "--port", "0", "--exit-with-parent")
    with subprocess.Popen(
        command,
        cwd=PROJECT,
        env={**os.environ, "SANDBOX_ADMIN_PASSWORD": ADMIN_PASSWORD},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as store:
        assert store.stdout is not None
        url = store.stdout.readline().split(" at ")[1].partition("/us/")[0]
        after, process = "the token opens the customer's own account", str(store.pid)
        run = run_with_outage(tmp_path, url, f"{STEP}-01", after, OUTAGE_PROCESS=process)
    assert run.exit_code == 69, run.output
    assert WENT_AWAY in run.output
    assert "net::ERR_CONNECTION_REFUSED" in run.output
    assert "Customers are left behind" in run.output
    assert causes(run) == {"the environment"}


def test_genuine_failure_is_not_hidden(tmp_path: Path, serve: Serve) -> None:
    """What failed before the shop went away is broken all the same: 1."""
    after = "the tutorial's customer Jane Doe, not yet created"
    url = serve("--testing", "--defect", "wrong-website-id")
    run = run_with_outage(tmp_path, url, f"{STEP}-02 or {STEP}-03", after)
    assert run.exit_code == 1, run.output
    assert THE_ENVIRONMENTS not in run.output
    assert causes(run) == {"the shop", "the environment"}


@pytest.mark.parametrize(("magento", "scenarios"), [("2.4.1", "04"), ("2.4.8", "04 05")])
def test_customers_have_to_confirm_their_email(tmp_path: Path, magento: str, scenarios: str) -> None:
    """Neither a token nor the storefront is to be had for a new customer, and 2.4.1 does not say why."""
    profile = f"--sandbox=--magento {magento} --set customer/create_account/confirm=1"
    marks = " or ".join(f"{STEP}-{number}" for number in scenarios.split())
    run = run_features(tmp_path, "--shop", "embedded", profile, "-m", marks, *IMPATIENT)
    assert run.exit_code == 69, run.output
    assert len(run.failed()) == len(scenarios.split())
    assert UNCONFIRMED in run.output
    assert causes(run) == {"the environment"}


def test_confirmation_proves_nothing_else(tmp_path: Path) -> None:
    """A creation that is wrong is wrong all the same: 1."""
    profile = "--sandbox=--defect no-default-flags --set customer/create_account/confirm=1"
    run = run_features(tmp_path, "--shop", "embedded", profile, "-m", f"{STEP}-03 or {STEP}-04")
    assert run.exit_code == 1, run.output
    assert THE_ENVIRONMENTS not in run.output
    assert causes(run) == {"the shop", "the environment"}
