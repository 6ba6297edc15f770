"""What a run comes to, as its exit code: whether the step is broken, or whether the shop could not be tested.

A run that its gate stops collects nothing and ends with the finding's code; its report is written like any other.
What only keeps the browser out skips the browser's scenarios. Failures that are all the environment's are no verdict
on the shop: such a run ends with 69, and one genuine failure with 1.
"""

from collections.abc import Generator

import pytest

from harness.core.exit_codes import ExitCode
from harness.core.finding import Finding, Leaves
from harness.preflight.diagnosis import Diagnosis
from harness.verdict.environment_failures import excuse
from harness.verdict.outage_watch import outage_watch

diagnosis_key = pytest.StashKey[Diagnosis]()
"""Where a run keeps what its gate found."""

obstacle_key = pytest.StashKey[str]()
"""Where a run and each of its workers keep why the browser's scenarios cannot be run, "" when they can."""

_EXCUSE = "excuse"


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say in the first lines what was found and keeps nothing from running."""
    diagnosis = config.stash.get(diagnosis_key, None)
    return [f"warning: {finding.text_with_place}" for finding in diagnosis.warnings] if diagnosis else []


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> bool | None:
    """Collect nothing where nothing can be run."""
    diagnosis = session.config.stash.get(diagnosis_key, None)
    if not (diagnosis and diagnosis.stop):
        return None
    session.items = []
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip the browser's scenarios where they cannot be run."""
    outage_watch.begin()
    obstacle = item.config.stash.get(obstacle_key, "")
    if obstacle and item.get_closest_marker("browser"):
        pytest.skip(obstacle)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """Look for an excuse before anybody writes down whose fault the failure is."""
    excuse(request.node, exception)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: "pytest.CallInfo[None]"
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write a failure's excuse into its report, which travels to the controller."""
    report = yield
    if report.failed and call.excinfo:
        setattr(report, _EXCUSE, excuse(item, call.excinfo.value))
    return report


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Give pytest's code another meaning where the shop could not be tested."""
    config = session.config
    diagnosis = config.stash.get(diagnosis_key, None)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if diagnosis is None or reporter is None:
        return
    if diagnosis.stop:
        session.exitstatus = diagnosis.exit_code
    elif exitstatus == pytest.ExitCode.OK:
        if not reporter.stats.get("passed") or in_the_way(config):
            session.exitstatus = ExitCode.UNAVAILABLE
    elif exitstatus == pytest.ExitCode.TESTS_FAILED and _excuses(reporter):
        session.exitstatus = ExitCode.UNAVAILABLE


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the shop could not be tested."""
    if finding := in_the_way(config):
        nothing = finding.leaves is Leaves.NOTHING
        terminalreporter.section(
            "the shop could not be tested" if nothing else "the browser's scenarios could not be run"
        )
        terminalreporter.line(finding.text_with_place, red=True)
    for sentence in _excuses(terminalreporter):
        terminalreporter.section("every failure is the environment's")
        terminalreporter.line(sentence, red=True)


def in_the_way(config: pytest.Config) -> Finding | None:
    """Give what kept scenarios of this run from being run, None where nothing did."""
    diagnosis = config.stash.get(diagnosis_key, None)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not (diagnosis and diagnosis.obstacle and reporter):
        return None
    skipped = (str(report.longrepr) for report in reporter.stats.get("skipped", ()))
    is_felt = diagnosis.stop or any(diagnosis.obstacle.text in reason for reason in skipped)
    return diagnosis.obstacle if is_felt else None


def _excuses(reporter: pytest.TerminalReporter) -> set[str]:
    """Give what excuses every failure of the run; nothing does when one of them has no excuse."""
    failures = [*reporter.stats.get("failed", ()), *reporter.stats.get("error", ())]
    excuses = {getattr(each, _EXCUSE, "") for each in failures}
    return set() if "" in excuses else excuses
