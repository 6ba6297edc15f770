"""What .gitlab-ci.yml does, script by script, in a fresh checkout."""

from typing import Any

import pytest

from tests.pipelines.checkout import Checkout, joined


@pytest.fixture(scope="module")
def jobs(checkout: Checkout) -> dict[str, Any]:
    """Give the file's jobs."""
    jobs: dict[str, Any] = checkout.yaml(".gitlab-ci.yml")
    return jobs


def test_push(checkout: Checkout, jobs: dict[str, Any]) -> None:
    """A push runs what GitHub runs, which is tried there."""
    reported = checkout.yaml(".github/workflows/acceptance.yml")["jobs"]["embedded"]["steps"]
    assert jobs["embedded"]["script"] == [step["run"] for step in reported if "pytest" in step.get("run", "")]


def test_shop_and_report(checkout: Checkout, jobs: dict[str, Any]) -> None:
    """A machine runs its part under a run's id of its own, sweeps it, and there is one report of all parts."""
    variables = {"SHOP": "embedded", "TAGS": "", "CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "1"}
    run = checkout.carry_out(joined([*jobs[".suite"]["before_script"], *jobs["shop"]["script"]]), variables)
    assert run.returncode == 0, run.stdout
    assert f"run {checkout.text('run-id').strip()}" in run.stdout
    swept = checkout.carry_out(joined(jobs["shop"]["after_script"]), variables)
    assert (swept.returncode, swept.stdout) == (0, "The embedded store is gone with its run.\n")
    run = checkout.carry_out(joined([*jobs["report"]["before_script"], *jobs["report"]["script"]]))
    assert run.returncode == 0, run.stdout
    assert (checkout.folder / "history.jsonl").is_file()


def test_job_that_was_cancelled_before_it_began_sweeps_nothing(
    checkout: Checkout, jobs: dict[str, Any]
) -> None:
    """There is no run to sweep for."""
    (checkout.folder / "run-id").unlink(missing_ok=True)
    swept = checkout.carry_out(joined(jobs["shop"]["after_script"]), {"SHOP": "embedded"})
    assert (swept.returncode, swept.stdout) == (0, "")


def test_shop_that_is_not_testable_is_a_warning(jobs: dict[str, Any]) -> None:
    """And a broken step is none."""
    assert jobs["shop"]["allow_failure"] == {"exit_codes": 69}
