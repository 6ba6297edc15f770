"""What was found in the way of a run, as a value."""

from dataclasses import dataclass, replace
from enum import StrEnum

PAGE = "docs/findings.md"


class Leaves(StrEnum):
    """What a finding leaves to be run."""

    NOTHING = "nothing"
    REST = "rest"
    """The scenarios that need no browser."""
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    `id` is its name on the page of findings ("untrusted-certificate"), `problem` what was seen, `hint` what to do
    about it ("" where the problem says it), `exit_code` that of the run, None for a warning. What `passes` may be
    over in a moment, as after a deployment.
    """

    id: str
    problem: str
    hint: str
    leaves: Leaves
    exit_code: int | None = None
    passes: bool = False

    def at(self, store_view: str) -> "Finding":
        """Give it as what was found at one among several store views."""
        return replace(self, problem=f"Store view {store_view}: {self.problem}")

    @property
    def text(self) -> str:
        """Give problem and hint in one."""
        return f"{self.problem} {self.hint}".strip()

    @property
    def place(self) -> str:
        """Give where the finding is explained."""
        return f"{PAGE}#{self.id}"

    @property
    def text_with_place(self) -> str:
        """Give the text, and where more stands."""
        return f"{self.text} ({self.place})"
