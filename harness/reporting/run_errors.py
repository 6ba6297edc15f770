"""What goes wrong around the scenarios: an interruption, a crashed worker, a feature that cannot be read.

None of these has a scenario's result to stand in; Allure shows them as the run's own errors, and the terminal's last
lines name them, so that a report does not pass over them in silence.
"""

import pytest

from harness.secrets.scrubber import Scrubber

BY_HAND = "The run was interrupted by hand; what had not had its turn is missing here."


class RunErrors:
    """Gathers the errors of one process; pytest calls its hooks."""

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        self.sentences: list[str] = []

    def pytest_acceptance_went_wrong(self, sentence: str) -> None:
        """Add one."""
        scrubbed = self._scrubber.scrub(sentence)
        if scrubbed not in self.sentences:
            self.sentences.append(scrubbed)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note what could not even be collected."""
        if report.failed:
            where = report.nodeid or "The tests"
            self.pytest_acceptance_went_wrong(
                f"{where} cannot be collected: {_last_line(report.longreprtext)}"
            )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a crash: pytest-xdist alone writes reports of no phase, for a test that its worker never ended."""
        if report.when not in {"setup", "call", "teardown"}:
            self.pytest_acceptance_went_wrong(
                f"{_last_line(report.longreprtext)}: nothing else is known of it."
            )


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].removeprefix("E").strip() if lines else "pytest does not say why"
