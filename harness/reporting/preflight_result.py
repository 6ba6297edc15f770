"""What the preflight of a run found, as a result in the report: a run that was stopped has no other.

It stands beside the scenarios where only the browser is kept out, so that nobody takes such a report for a whole one.
"""

from harness.core.causes import Cause
from harness.core.finding import Finding
from harness.preflight.check import Line
from harness.preflight.diagnosis import Diagnosis
from harness.reporting.writer import BROKEN, PASSED, OwnResult

TITLE = "The shop can be tested"


def preflight_result(diagnosis: Diagnosis, found: Finding) -> OwnResult:
    """Give the result of a preflight that found something which kept scenarios from being run."""
    return OwnResult(
        name=TITLE,
        status=BROKEN,
        message=found.text_with_place,
        description="\n\n".join(each.text_with_place for each in diagnosis.findings),
        steps=[_step(line) for line in diagnosis.lines],
        labels={"feature": TITLE, "severity": "blocker", "cause": str(Cause.PREFLIGHT)},
    )


def _step(line: Line) -> tuple[str, str]:
    mark = f"{line.mark}: [{line.finding.id}] " if line.finding else ""
    return f"{line.title}: {mark}{line.text}", BROKEN if line.mark == "stop" else PASSED
