"""A run keeps to what its shop's settings say of time and workers."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features


@pytest.mark.parametrize("workers", ["0", "2"], ids=["serial", "parallel"])
def test_run_ends_when_its_time_is_over(tmp_path: Path, shop_variables: dict[str, str], workers: str) -> None:
    """The scenario at hand is finished, customers deleted, the next not begun; pytest calls it interrupted."""
    variables = {**shop_variables, "SHOP_RUN_TIME_LIMIT": "0.01"}
    run = run_features(tmp_path, "-m", "api and not browser", "-n", workers, variables=variables)
    assert run.exit_code == 2, run.output
    assert "the run has taken longer than 0.01 s (SHOP_RUN_TIME_LIMIT)" in run.output
    assert 1 <= len(run.results) < 20
    assert run.failed() == {}


def test_scenario_fails_when_its_time_is_over(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """The step that would begin too late fails and says so; what the scenario made is deleted."""
    variables = {**shop_variables, "SHOP_SCENARIO_TIME_LIMIT": "0.01"}
    run = run_features(tmp_path, "-m", "tutorial and api and not browser", variables=variables)
    assert run.exit_code == 1, run.output
    sentence = "The scenario has taken longer than 0.01 s (SHOP_SCENARIO_TIME_LIMIT) before this step."
    assert any(sentence in said for said in run.failed().values()), run.output
    assert "ERROR" not in run.output, "no customer is left behind"


def test_workers_of_the_settings(tmp_path: Path, shop_variables: dict[str, str]) -> None:
    """They are the default for -n, which wins."""
    variables = {**shop_variables, "SHOP_WORKERS": "2"}
    options = ("-m", "order_processing_step_6-02")
    assert "2 workers" in run_features(tmp_path, *options, variables=variables).output
    assert "workers" not in run_features(tmp_path, *options, "-n", "0", variables=variables).output
