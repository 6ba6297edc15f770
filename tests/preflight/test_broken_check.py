"""A run whose preflight breaks says so in one sentence, with a code of its own and a report."""

from pathlib import Path

import pytest

from harness.core.exit_codes import ExitCode
from tests.acceptance.feature_run import run_features

pytestmark = pytest.mark.usefixtures("processes")


def test_run_whose_preflight_breaks(tmp_path: Path) -> None:
    """It is a finding like any other: nothing is run, and nobody is sent to the shop."""
    run = run_features(tmp_path, "--shop", "embedded", "-p", "tests.preflight.broken_check")
    assert run.exit_code == ExitCode.SOFTWARE, run.output
    assert (
        "The preflight itself broke while it looked at the sign-in form: ValueError in harness/" in run.output
    )
    assert "(docs/findings.md#crashed-check)" in run.output
    assert "Traceback" not in run.output
    result = run.results["The shop can be tested"]
    assert "#crashed-check" in result["statusDetails"]["message"]
    assert [step["status"] for step in result["steps"]].count("broken") == 1
    assert any(step["name"].startswith("store view: us is there") for step in result["steps"])
