"""What a run comes to, as its exit code: whether the step is broken, or whether the shop could not be tested.

A run that its gate stops collects nothing and ends with the finding's code; its report is written like any other.
What only keeps the browser out skips the browser's scenarios. Failures that are all the environment's are no verdict
on the shop: such a run ends with 69, and one genuine failure with 1.
"""

from collections.abc import Generator

import pytest

from harness import exit_codes
from harness.causes import Cause, cause_of
from harness.doctor.diagnosis import Diagnosis
from harness.findings import Finding, Remains
from harness.outage_watch import outage_watch

diagnosis_key = pytest.StashKey[Diagnosis]()
"""Where a run keeps what its gate found."""

obstacle_key = pytest.StashKey[str]()
"""Where a run and each of its workers keep why the browser's scenarios cannot be run, "" when they can."""

_BLAME = "cause_of_failure"
_DOWN = (
    "Every failure of this run is the environment's: the shop did not answer, or something else did in its stead. "
    "Nothing is said of the shop; run again when it is back."
)


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say in the first lines what was found and keeps nothing from running."""
    diagnosis = config.stash.get(diagnosis_key, None)
    return [f"warning: {finding.text}" for finding in diagnosis.warnings] if diagnosis else []


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
def pytest_bdd_step_error(exception: Exception) -> None:
    """Find out whose fault it is before anybody writes it down."""
    outage_watch.blame(exception)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    call: "pytest.CallInfo[None]",
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell the controller, to which reports travel, whose fault a failure is."""
    report = yield
    if report.failed and call.excinfo:
        outage_watch.blame(call.excinfo.value)
        setattr(report, _BLAME, str(cause_of(call.excinfo.value)))
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
            session.exitstatus = exit_codes.UNAVAILABLE
    elif exitstatus == pytest.ExitCode.TESTS_FAILED and _is_environments(reporter):
        session.exitstatus = exit_codes.UNAVAILABLE


@pytest.hookimpl(tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say why the shop could not be tested."""
    if finding := in_the_way(config):
        nothing = finding.kind.remains is Remains.NOTHING
        terminalreporter.section(
            "the shop could not be tested" if nothing else "the browser's scenarios could not be run"
        )
        terminalreporter.line(finding.text, red=True)
    if _is_environments(terminalreporter):
        terminalreporter.section("the shop went away")
        terminalreporter.line(_DOWN, red=True)


def in_the_way(config: pytest.Config) -> Finding | None:
    """Give what kept scenarios of this run from being run, None where nothing did."""
    diagnosis = config.stash.get(diagnosis_key, None)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if not (diagnosis and diagnosis.obstacle and reporter):
        return None
    skipped = (str(report.longrepr) for report in reporter.stats.get("skipped", ()))
    is_felt = diagnosis.stop or any(diagnosis.obstacle.text in reason for reason in skipped)
    return diagnosis.obstacle if is_felt else None


def _is_environments(reporter: pytest.TerminalReporter) -> bool:
    """Tell whether something failed, and nothing by anybody's fault but the environment's."""
    failures = [*reporter.stats.get("failed", ()), *reporter.stats.get("error", ())]
    return bool(failures) and all(getattr(each, _BLAME, None) == Cause.ENVIRONMENT for each in failures)
