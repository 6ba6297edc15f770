"""Watches for what goes wrong around the scenarios, so that a report does not pass over it in silence."""

from collections.abc import Generator

import pytest

from harness.core.failure_message import words_of
from harness.reporting import run_errors
from harness.reporting.results import add_error

BY_HAND = "The run was interrupted by hand; what had not had its turn is missing here."


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Note what could not even be collected."""
    if report.failed:
        where = report.nodeid or "The tests"
        run_errors.note(f"{where} cannot be collected: {_last_line(report.longreprtext)}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note a crash: pytest-xdist alone writes reports of no phase, for a test that its worker never ended."""
    if report.when not in {"setup", "call", "teardown"}:
        run_errors.note(f"{_last_line(report.longreprtext)}: nothing else is known of it.")


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Generator[None]:
    """Note why a run stopped before its end, and what its clean-up failed with; then hand all to the report.

    trylast makes this wrapper the first to go on once everything is torn down, before the report is written.
    """
    is_stopped = exitstatus == pytest.ExitCode.INTERRUPTED
    if reason := session.shouldstop or session.shouldfail:
        run_errors.note(f"The run was stopped: {reason}.")
    elif is_stopped:
        run_errors.note(BY_HAND)
    try:
        yield
    except Exception as failure:
        run_errors.note(words_of(failure))
        if not is_stopped:
            raise
    finally:
        for trouble in run_errors.noted():
            add_error(trouble)


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].removeprefix("E").strip() if lines else "pytest does not say why"
