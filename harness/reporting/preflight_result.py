"""What the gate of a run found, as a result in the report: a run that was stopped has no other.

It stands beside the scenarios where only the browser is kept out, so that nobody takes such a report for a whole one.
"""

import uuid

import pytest
from allure_commons.model2 import Label, Status, StatusDetails, TestResult, TestStepResult

from harness.preflight.check import Line
from harness.preflight.diagnosis import Diagnosis
from harness.reporting.results import add_result, now
from harness.verdict.outcome import diagnosis_key, in_the_way

TITLE = "The shop can be tested"
GATE = "the gate"
"""The cause by which the report sorts it."""


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the result, where something was found that kept scenarios from being run."""
    if finding := in_the_way(session.config):
        add_result(_result(session.config.stash[diagnosis_key], finding.text_with_place))


def _result(diagnosis: Diagnosis, sentence: str) -> TestResult:
    moment = now()
    labels = {"feature": TITLE, "severity": "blocker", "cause": GATE}
    return TestResult(
        uuid=str(uuid.uuid4()),
        historyId=TITLE,
        testCaseId=TITLE,
        fullName=TITLE,
        name=TITLE,
        status=Status.BROKEN,
        statusDetails=StatusDetails(message=sentence),
        description="\n\n".join(finding.text_with_place for finding in diagnosis.findings),
        titlePath=[TITLE],
        steps=[_step(line, moment) for line in diagnosis.lines],
        labels=[Label(name=name, value=value) for name, value in labels.items()],
        start=moment,
        stop=moment,
    )


def _step(line: Line, moment: int) -> TestStepResult:
    status = Status.BROKEN if line.mark == "stop" else Status.PASSED
    mark = f"{line.mark}: [{line.finding.id}] " if line.finding else ""
    return TestStepResult(name=f"{line.title}: {mark}{line.text}", status=status, start=moment, stop=moment)
