"""What the lines of an examination come to: what can be run, and the exit code."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from harness.preflight.examination import Line
from harness.preflight.findings import Finding, Remains
from harness.run.embedded_store import EmbeddedStoreError
from harness.run.run_id import WrongRunIdError
from harness.shop.settings import WrongSettingsError


@dataclass
class Diagnosis:
    """The lines that the checks said, in their order."""

    lines: list[Line] = field(default_factory=list)

    @property
    def findings(self) -> Sequence[Finding]:
        """Give what was found."""
        return [line.finding for line in self.lines if line.finding]

    @property
    def warnings(self) -> Sequence[Finding]:
        """Give what was found that keeps nothing from running."""
        return [finding for finding in self.findings if not finding.kind.exit_code]

    @property
    def stop(self) -> Finding | None:
        """Give what keeps everything from running, None when something can run."""
        return self._first(Remains.NOTHING)

    @property
    def obstacle(self) -> Finding | None:
        """Give what keeps the browser's scenarios from running, None when they can."""
        return self.stop or self._first(Remains.REST)

    @property
    def exit_code(self) -> int:
        """Give the gravest finding's code: wrong settings come before a shop that may yet come up."""
        return max((finding.kind.exit_code or 0 for finding in self.findings), default=0)

    @property
    def sentence(self) -> str:
        """Say what it comes to."""
        if self.stop:
            return "Nothing can be run at this shop."
        if self.obstacle:
            return "REST scenarios can be run at this shop; the browser's would be skipped."
        return "This shop can be tested."

    def _first(self, remains: Remains) -> Finding | None:
        return next((finding for finding in self.findings if finding.kind.remains is remains), None)


def diagnosis_of(error: WrongSettingsError | WrongRunIdError | EmbeddedStoreError) -> Diagnosis:
    """Say what keeps a shop from being looked at at all."""
    if isinstance(error, EmbeddedStoreError):
        finding = Finding.of("no-embedded-store", what_the_embedded_store_said=error)
    else:
        finding = Finding.of("wrong-settings", what_is_missing_or_wrong_with_the_variable_to_set=error)
    return Diagnosis([Line.of(finding)])
