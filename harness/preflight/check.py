"""What a check is, what it looks at, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from api.magento import Magento
from harness.core.finding import Finding
from harness.preflight.findings import FINDINGS, finding
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop

Given = TypeVar("Given")


@dataclass(frozen=True)
class Line:
    """One line of what the preflight says: that all is well, or a finding."""

    title: str
    text: str
    finding: Finding | None = None

    @classmethod
    def of(cls, found: Finding, title: str = "") -> "Line":
        """Give a finding's line, under the title that the table of findings has for it."""
        return cls(title or FINDINGS[found.id].looked_at, found.text, found)

    def at(self, store_view: str) -> "Line":
        """Give the line of one among several store views."""
        found = self.finding and self.finding.at(store_view)
        return Line(f"{self.title} ({store_view})", found.text if found else self.text, found)

    @property
    def mark(self) -> str:
        """Give "ok", "warning" or "stop"."""
        if self.finding is None:
            return "ok"
        return "stop" if self.finding.exit_code else "warning"


@dataclass(frozen=True)
class Fine:
    """Nothing is in the way of the checks that need this one; a line may be a warning. They get what it `gives`."""

    lines: tuple[Line, ...] = ()
    gives: object = field(default=None, repr=False)


@dataclass(frozen=True)
class Found:
    """Something is in the way, and leaves the checks that need this one nothing to look at."""

    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class NotLooked:
    """The check was left out because of another, whose id it is."""

    because: str


@dataclass(frozen=True)
class Crashed:
    """The check itself broke: a fault of the suite, not of the shop."""

    error: Exception


Result = Fine | Found | NotLooked | Crashed


@dataclass(frozen=True)
class Look:
    """The shop as one check sees it, with what the checks that it needs gave. Nothing is written to the shop."""

    shop: Shop
    magento: Magento
    scrubber: Scrubber
    provided: tuple[object, ...] = field(default=(), repr=False)

    def given(self, kind: type[Given]) -> Given:
        """Give what a needed check gave, by its type; a LookupError where the check does not need its giver."""
        for each in self.provided:
            if isinstance(each, kind):
                return each
        raise LookupError(f"no check that is needed here gives {kind.__name__}")

    def helped_by(self, kind: type[Given]) -> Given | None:
        """Give what a check gave that helps this one, None where it gave nothing."""
        return next((each for each in self.provided if isinstance(each, kind)), None)

    def finding(self, id_: str, **seen: object) -> Finding:
        """Give a finding of this shop."""
        return finding(id_, self.shop, **seen)

    def found(self, id_: str, **seen: object) -> Found:
        """Give a finding of this shop as the result of the check."""
        return Found((self.finding(id_, **seen),))

    def warning(self, id_: str, **seen: object) -> Line:
        """Give a finding of this shop as a line."""
        return Line.of(self.finding(id_, **seen))


@dataclass(frozen=True)
class Check:
    """One check: it `needs` others of these ids to be fine, and a `thorough` one is left to the doctor.

    What `helps` it gives what it has; where that is not fine the check is carried out without. One that is `once` sees
    the same at every store view.
    """

    id: str
    title: str
    needs: tuple[str, ...]
    thorough: bool
    look: Callable[[Look], Result] = field(repr=False)
    helps: tuple[str, ...] = ()
    once: bool = False
