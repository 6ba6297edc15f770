"""The gate of a run: the doctor's checks, once, before any scenario.

What is wrong there would fail every scenario alike, or every one in the browser; it is told once, in one sentence,
with an exit code of its own. Where the merchant signs in, it is done here, once for all workers of a run.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import SecretStr

from harness.doctor.diagnosis import Diagnosis
from harness.doctor.examination import Examination
from harness.doctor.procedure import Patience, examined
from harness.findings import Finding
from harness.shop import Shop


class NotTestableError(Exception):
    """The run cannot start: `finding` says what to do, `diagnosis` everything that was looked at."""

    def __init__(self, finding: Finding, diagnosis: Diagnosis) -> None:
        super().__init__(finding.text)
        self.finding = finding
        self.diagnosis = diagnosis


@dataclass(frozen=True)
class Admission:
    """What a run takes from its gate: the admin token, where the merchant signed in, and what was found."""

    admin_token: SecretStr | None
    diagnosis: Diagnosis


def admitted(shop: Shop, run_id: str, *, wait: float, tell: Callable[[str], None]) -> Admission:
    """Pass the gate, waiting so many seconds for a shop that is not there yet; raise NotTestableError else."""
    examination = Examination(shop, run_id)
    diagnosis = Diagnosis(list(examined(examination, Patience(wait, tell), thoroughly=False)))
    if diagnosis.stop:
        raise NotTestableError(diagnosis.stop, diagnosis)
    return Admission(examination.access.token if examination.access else None, diagnosis)
