"""A parallel run tells the same story as a serial one."""

import re
from pathlib import Path

import pytest

from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, labels, run, write_suite

pytestmark = pytest.mark.usefixtures("processes")

MORE_STEPS = """

from pathlib import Path

from harness.reporting import report

_generate = report.generate


def _count_and_generate(*places):
    with Path(places[0]).with_name("generations").open("a") as generations:
        generations.write("one\\n")
    return _generate(*places)


report.generate = _count_and_generate


def pytest_configure(config):
    for tag in ("smoke", "critical", "minor", "slow", "de", "us", "hopeless"):
        config.addinivalue_line("markers", tag)


def pytest_sessionstart(session):
    if not hasattr(session.config, "workerinput"):
        hook = session.config.hook
        hook.pytest_acceptance_noted(name="Shop", value="http://127.0.0.1:8080/a b")
        hook.pytest_acceptance_noted(name="Store view", value="us")


@pytest.fixture(autouse=True, scope="session")
def version(events):
    events.note(Magento="2.4.8")
"""


CRASH = """
Feature: A crash
  Scenario: It passes
    Given a shop

  Scenario: Its worker crashes
    Given an earthquake

  Scenario: It has a worker of its own
    Given a shop
"""

EARTHQUAKE = """

@given("an earthquake")
def an_earthquake():
    import os
    os._exit(1)
"""


@pytest.fixture(scope="module")
def parallel_run(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run the tiny suite with two workers, over the results of an older run."""
    folder = tmp_path_factory.mktemp("parallel") / "suite"
    suite = write_suite(
        folder, tiny_shop.STEPS + MORE_STEPS, endings=tiny_shop.ENDINGS, gherkin=tiny_shop.GHERKIN
    )
    (suite / "allure-results").mkdir()
    (suite / "allure-results" / "old-result.json").write_text("not of this run")
    report = suite / "report"
    return run(suite, "-n", "2", "--clean-alluredir", "--allure-report", str(report))


def test_parallel_run_tells_the_same(parallel_run: TinyRun, tiny_run: TinyRun) -> None:
    """Scenarios, statuses, steps and ids are those of the serial run, and nothing of an older one is left."""
    assert parallel_run.exit_code == 1
    assert _story(parallel_run) == _story(tiny_run)


def test_parallel_run_used_two_workers(parallel_run: TinyRun) -> None:
    """So that the above compares with what it says."""
    threads = {thread for result in parallel_run.read_results() for thread in labels(result, "thread")}
    assert threads == {"gw0", "gw1"}


def test_parallel_run_has_one_report_and_one_verdict(parallel_run: TinyRun) -> None:
    """The controller alone writes them."""
    assert parallel_run.output.count("6 of 11 scenarios failed. 1 skipped.") == 1
    assert parallel_run.output.count("Report: ") == 1
    suite = parallel_run.results_folder.parent
    assert (suite / "report" / "index.html").exists()
    assert (suite / "generations").read_text() == "one\n"


def test_environment_is_gathered_from_all_processes(parallel_run: TinyRun) -> None:
    """What a worker found out stands beside what the controller knew."""
    written = (parallel_run.results_folder / "environment.properties").read_text(encoding="utf-8")
    lines = [line for line in written.splitlines() if not line.startswith("Suite = ")]
    assert lines == ["Shop = http://127.0.0.1:8080/a b", "Magento = 2.4.8", r"Store\ view = us"]


def test_new_worker_leaves_the_results_of_others(tmp_path: Path) -> None:
    """A worker that takes the place of a crashed one starts late, and must clean nothing."""
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS + EARTHQUAKE, crash=CRASH)
    finished = run(suite, "-n", "1", "--clean-alluredir")
    assert "replacing crashed worker" in finished.output
    assert set(finished.results) == {"It passes", "It has a worker of its own"}
    (run_errors,) = finished.run_errors
    assert re.fullmatch(
        "worker 'gw0' crashed while running '.*test_its_worker_crashes': nothing else is known of it.",
        run_errors,
    )


def _story(tiny: TinyRun) -> dict[str, tuple[str, str, list[tuple[str, str]], list[str], list[str]]]:
    return {
        title: (
            result["status"],
            result["historyId"],
            tiny.steps(title),
            tiny.set_ups(title),
            tiny.tear_downs(title),
        )
        for title, result in tiny.results.items()
    }
