"""The scripts of the sign-in page come late or never: the scenarios wait for the one, and live with the other."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features

LATE = "--script-delay 900-900"


@pytest.mark.parametrize("scenario", ["sign_in-01", "sign_in-07", "sign_in-08", "sign_in-20"])
def test_form_that_never_comes_alive(tmp_path: Path, scenario: str) -> None:
    """On one load in twenty of 2.4.8, here the first one, the form is plain HTML: nothing is red."""
    store = "--sandbox=--defect dead-sign-in-form"
    run = run_features(tmp_path, "-m", scenario, "--shop", "embedded", store)
    assert (run.exit_code, run.failed()) == (0, {}), run.output


def test_late_scripts_are_waited_for(tmp_path: Path) -> None:
    """Who signs in before the customer's data is watched is not greeted; the wait makes the difference."""
    late = ("-m", "sign_in-01", "--shop", "embedded", f"--sandbox={LATE}")
    patient = run_features(tmp_path / "patient", *late)
    assert (patient.exit_code, patient.failed()) == (0, {}), patient.output
    hasty = run_features(tmp_path / "hasty", *late, "-p", "tests.acceptance.hasty")
    (sentence,) = hasty.failed().values()
    assert "the header does not greet Jane Doe" in sentence


def test_what_happens_without_validation(tmp_path: Path) -> None:
    """An empty form is refused by the server in place of the form, which the same scenario takes as well."""
    late = ("-m", "sign_in-07 or sign_in-08", "--shop", "embedded", f"--sandbox={LATE}")
    hasty = run_features(tmp_path, *late, "-p", "tests.acceptance.hasty")
    assert (hasty.exit_code, hasty.failed()) == (0, {}), hasty.output
