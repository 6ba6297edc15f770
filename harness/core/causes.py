"""Whose fault something is, and the judgement of a failure: values that the report and the exit code go by."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Cause(StrEnum):
    """What the report sorts failures by; each is the value of Allure's label `cause`."""

    SHOP = "the shop"
    """The shop answered, and not as it promises."""

    ENVIRONMENT = "the environment"
    """No answer, or one from whatever stands in front of the shop."""

    SUITE = "the suite"
    """Anything else: the suite itself broke."""

    KNOWN = "a known issue"
    """A tag of the scenario says that the failure is no news."""

    DEFECT = "a known defect"
    """Stock shops of this version have it, and the table of known defects names it: neither passed nor failed."""

    INTERRUPTION = "an interruption"
    """The scenario never came to its end."""

    PREFLIGHT = "the preflight"
    """What was found before any scenario kept scenarios from running."""


@dataclass(frozen=True)
class Judgement:
    """Whose fault a failure is, and what proves it.

    `message` explains an environment failure, or says what came of asking a shop again that is at fault all the same.
    `seen` is what looked like an outage, and for how long. `asked` holds what the shop was asked after the failure, a
    line each. `blink` is the call that failed once and was well again.
    """

    cause: Cause
    message: str = ""
    seen: str = ""
    asked: tuple[str, ...] = ()
    blink: str = ""

    @property
    def proof(self) -> str:
        """Give the proof that the environment is at fault, "" where nothing does."""
        return self.message if self.cause is Cause.ENVIRONMENT else ""

    @property
    def explanation(self) -> str:
        """Give message and what was seen, as a failure's sentence is completed with."""
        return " ".join(filter(None, [self.message, self.seen]))

    def plain(self) -> dict[str, Any]:
        """Give it as plain values, as a test's report carries it from a worker to the controller."""
        return {**asdict(self), "cause": str(self.cause), "asked": list(self.asked)}

    @classmethod
    def of(cls, plain: dict[str, Any]) -> "Judgement":
        """Make it of such values."""
        return cls(**{**plain, "cause": Cause(plain["cause"]), "asked": tuple(plain["asked"])})
