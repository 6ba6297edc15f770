"""A run that is stopped by hand says so, and reports what it has seen."""

import os
import signal
import time
from pathlib import Path

import pytest

from harness.reporting.run_errors import BY_HAND
from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, run, start, write_suite

pytestmark = pytest.mark.usefixtures("processes")

INTERRUPTED = """
Feature: Interruptions
  Scenario: It passes
    Given a shop

  Scenario: Somebody presses Ctrl-C
    Given a shop
    Then the customer presses Ctrl-C
    And the customer is happy

  Scenario: It never gets its turn
    Given a shop
"""

LONG = """
Feature: Long
  Scenario: It takes long
    Given a shop
    When the customer sleeps
    Then the customer is happy
"""

SLEEP = """

@when("the customer sleeps")
def sleeps():
    import pathlib, time
    pathlib.Path(__file__).with_name("asleep").touch()
    time.sleep(50)
"""


@pytest.fixture(scope="module")
def interrupted_run(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run a suite of which the second scenario stops everything."""
    folder = tmp_path_factory.mktemp("interrupted") / "suite"
    suite = write_suite(folder, tiny_shop.STEPS, interrupted=INTERRUPTED)
    return run(suite, "--allure-report", str(suite / "report"))


def test_interrupted_scenario_is_broken_at_its_step(interrupted_run: TinyRun) -> None:
    """It has not passed, whatever pytest knew of it before."""
    assert interrupted_run.exit_code == pytest.ExitCode.INTERRUPTED
    result = interrupted_run.results["Somebody presses Ctrl-C"]
    assert result["status"] == "broken"
    assert result["statusDetails"]["message"].startswith("The run was interrupted")
    assert interrupted_run.steps("Somebody presses Ctrl-C") == [
        ("Given a shop", "passed"),
        ("Then the customer presses Ctrl-C", "broken"),
        ("And the customer is happy", "skipped"),
    ]


def test_others_are_as_they_were(interrupted_run: TinyRun) -> None:
    """What ran before keeps its status, what never ran has no result."""
    assert interrupted_run.results["It passes"]["status"] == "passed"
    assert set(interrupted_run.results) == {"It passes", "Somebody presses Ctrl-C"}


def test_interrupted_run_has_a_report(interrupted_run: TinyRun) -> None:
    """And a sentence that does not call it a success."""
    assert "Interrupted: 1 scenario passed before." in interrupted_run.output
    assert (interrupted_run.results_folder.parent / "report" / "index.html").exists()


def test_interruption_stands_in_the_report_itself(interrupted_run: TinyRun) -> None:
    """A reader of the page, who never saw the terminal, learns that scenarios are missing."""
    assert interrupted_run.run_errors == [BY_HAND]
    summary = (interrupted_run.results_folder.parent / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### Interrupted: 1 scenario passed before.\n")
    assert BY_HAND in summary


def test_run_that_stops_itself_says_why(tmp_path: Path) -> None:
    """As at the first failure, when asked to."""
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS, endings=tiny_shop.ENDINGS)
    finished = run(suite, "-x")
    assert finished.run_errors == ["The run was stopped: stopping after 1 failures."]


@pytest.mark.parametrize("options", [[], ["-n", "2"]], ids=["serial", "parallel"])
def test_signal_leaves_a_report(tmp_path: Path, options: list[str]) -> None:
    """Ctrl-C on the keyboard reaches the whole group of processes."""
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS + SLEEP, long=LONG)
    with start(suite, "--allure-report", str(suite / "report"), *options) as started:
        _wait_for(suite / "asleep")
        os.kill(started.pid, signal.SIGINT)
        ended = started.ended(timeout=60)
    assert ended.exit_code == pytest.ExitCode.INTERRUPTED, ended.output
    assert "Interrupted" in ended.output
    assert (suite / "report" / "index.html").exists(), ended.output


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 20
    while not path.exists():
        assert time.monotonic() < end, f"{path} never came"
        time.sleep(0.05)
