"""The examination as a whole: its checks in their order, and the wait for a shop that is not there yet."""

import time
from collections.abc import Callable, Iterable, Iterator
from threading import Event

from api.errors import ShopError
from harness.preflight.abilities import abilities
from harness.preflight.certificate import certificate
from harness.preflight.error_findings import explained_error
from harness.preflight.examination import Check, Examination, Line
from harness.preflight.findings import Remains
from harness.preflight.machine_checks import browser, browser_starts, report_generator
from harness.preflight.rest_checks import address, clock, merchant, production, store_view
from harness.preflight.storefront_checks import captcha, form, storefront

SECONDS_BETWEEN = 0.5


class Patience:
    """Waits for a shop, `seconds` in all; `tell` is told once what for."""

    def __init__(self, seconds: float, tell: Callable[[str], None]) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._tell = tell
        self._told = False

    def lasts(self, lines: Iterable[Line]) -> bool:
        """Wait a moment, and tell whether to look again: as long as something was found that passes."""
        passing = next((line for line in lines if line.finding and line.finding.kind.passes), None)
        if not passing or time.monotonic() >= self._end:
            return False
        if not self._told:
            self._tell(f"Waiting up to {self._seconds:g} s for the shop. {passing.text}")
            self._told = True
        Event().wait(SECONDS_BETWEEN)
        return True


def examined(examination: Examination, patience: Patience, *, thoroughly: bool) -> Iterator[Line]:
    """Give what each check says: those that a run has to pass, and `thoroughly` those that take their time."""
    yield from _carried_out(
        [production, address, certificate, clock, merchant, store_view], examination, patience
    )
    if examination.store_config:
        yield from _carried_out([abilities] if thoroughly else [], examination, patience)
        yield from _carried_out([storefront, form, captcha], examination, patience)
    yield from _carried_out([browser, browser_starts] if thoroughly else [browser], examination, patience)
    yield from _carried_out([report_generator] if thoroughly else [], examination, patience)


def _carried_out(checks: Iterable[Check], examination: Examination, patience: Patience) -> Iterator[Line]:
    """Give what each check says, up to the first that leaves the next nothing to look at."""
    for check in checks:
        lines = _said_by(check, examination)
        while patience.lasts(lines):
            lines = _said_by(check, examination)
        yield from lines
        if any(line.finding and line.finding.kind.remains is not Remains.EVERYTHING for line in lines):
            return


def _said_by(check: Check, examination: Examination) -> list[Line]:
    lines: list[Line] = []
    try:
        lines.extend(check(examination))
    except ShopError as error:
        lines.append(explained_error(examination, error))
    return lines
