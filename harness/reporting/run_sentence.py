"""How a run went, in one sentence that a release manager can pass on."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class RunSentence:
    """Counts scenarios, not pytest's phases: one that passed and then failed to clean up has failed."""

    def __init__(self, stats: Mapping[str, Sequence[Any]], *, interrupted: bool) -> None:
        """Take what pytest's terminal reporter gathered by outcome."""
        self._failed = _ids(stats, "failed", "error")
        self._known = _ids(stats, "xfailed") - self._failed
        self._skipped = _ids(stats, "skipped") - self._failed
        self._passed = _ids(stats, "passed", "xpassed") - self._failed - self._skipped - self._known
        self._interrupted = interrupted

    @property
    def is_good(self) -> bool:
        """Tell whether at least one scenario was carried out, none failed and all had their turn."""
        return bool(self._passed | self._known) and not self._failed and not self._interrupted

    def __str__(self) -> str:
        """Give the sentence."""
        skipped = f" {len(self._skipped)} skipped." if self._skipped else ""
        if self._known:
            skipped += f" {len(self._known)} met a known defect of the Magento version."
        if not (self._failed | self._passed | self._skipped | self._known):
            return "Interrupted before any scenario ended." if self._interrupted else "No scenario ran."
        if self._interrupted:
            return f"Interrupted: {self._count} before.{skipped}"
        return f"{'All ' if self.is_good and not self._known and len(self._passed) > 1 else ''}{self._count}.{skipped}"

    @property
    def _count(self) -> str:
        total = len(self._failed | self._passed | self._skipped | self._known)
        if self._failed:
            return f"{len(self._failed)} of {_scenarios(total)} failed"
        return f"{_scenarios(len(self._passed)) if self._passed else 'No scenario'} passed"


def _ids(stats: Mapping[str, Sequence[Any]], *outcomes: str) -> set[str]:
    reports: Iterable[Any] = (report for outcome in outcomes for report in stats.get(outcome, ()))
    return {report.nodeid for report in reports}


def _scenarios(number: int) -> str:
    return f"{number} scenario{'' if number == 1 else 's'}"
