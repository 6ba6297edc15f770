"""What the lines of the preflight come to: what can be run, and the exit code."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from harness.core.exit_codes import ExitCode
from harness.core.finding import Finding, Leaves
from harness.preflight.check import Line
from harness.preflight.findings import finding
from harness.run.embedded_store import EmbeddedStoreError
from harness.run.run_id import WrongRunIdError
from harness.shop.settings import WrongSettingsError


@dataclass(frozen=True)
class Diagnosis:
    """The lines of the checks, in their order."""

    lines: tuple[Line, ...]

    @classmethod
    def of_all(cls, diagnoses: "Iterable[Diagnosis]") -> "Diagnosis":
        """Join what was found at several store views."""
        return cls(tuple(line for diagnosis in diagnoses for line in diagnosis.lines))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found."""
        return tuple(line.finding for line in self.lines if line.finding)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """Give what was found that keeps nothing from running."""
        return tuple(found for found in self.findings if found.leaves is Leaves.EVERYTHING)

    @property
    def stop(self) -> Finding | None:
        """Give what keeps everything from running, None when something can run."""
        return self._first(Leaves.NOTHING)

    @property
    def obstacle(self) -> Finding | None:
        """Give what keeps the browser's scenarios from running, None when they can."""
        return self.stop or self._first(Leaves.REST)

    @property
    def exit_code(self) -> int:
        """Give the gravest finding's code: wrong settings come before a shop that may yet come up."""
        return max((found.exit_code or 0 for found in self.findings), default=int(ExitCode.PASSED))

    @property
    def sentence(self) -> str:
        """Say what it comes to."""
        if self.stop:
            return "Nothing can be run at this shop."
        if self.obstacle:
            return "REST scenarios can be run at this shop; the browser's would be skipped."
        return "This shop can be tested."

    def data(self) -> dict[str, Any]:
        """Give the same as plain data, for JSON.

        `{"lines": [{"mark", "title", "text", "id", "problem", "hint", "leaves", "exit_code", "place"}], "sentence",
        "exit_code"}`; where nothing was found, the fields from `id` on are None.
        """
        lines = [_data(line) for line in self.lines]
        return {"lines": lines, "sentence": self.sentence, "exit_code": self.exit_code}

    def _first(self, leaves: Leaves) -> Finding | None:
        return next((found for found in self.findings if found.leaves is leaves), None)


def diagnosis_of(error: WrongSettingsError | WrongRunIdError | EmbeddedStoreError) -> Diagnosis:
    """Say what keeps a shop from being looked at at all."""
    if isinstance(error, EmbeddedStoreError):
        found = finding("no-embedded-store", what_the_embedded_store_said=error)
    else:
        found = finding("wrong-settings", what_is_missing_or_wrong_with_the_variable_to_set=error)
    return Diagnosis((Line.of(found),))


def _data(line: Line) -> dict[str, Any]:
    fields = ("id", "problem", "hint", "leaves", "exit_code", "place")
    found = {field: getattr(line.finding, field, None) for field in fields}
    return {"mark": line.mark, "title": line.title, "text": line.text, **found}
