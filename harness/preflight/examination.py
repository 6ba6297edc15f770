"""Carries the checks out, one after the other, and waits for a shop that is not there yet."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import SecretStr
from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_delay, wait_fixed

from api.errors import ShopError
from api.shop_profile import STOCK, ShopProfile
from harness.core.finding import Finding
from harness.preflight.abilities import Traits
from harness.preflight.check import Check, Crashed, Fine, Found, Line, Look, NotLooked, Result
from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.error_findings import explained_error
from harness.preflight.faults import crashed
from harness.preflight.profile_check import AsSet
from harness.preflight.rest_checks import SignedInAdmin
from harness.preflight.theme_check import ShopsTheme
from harness.secrets.scrubber import Scrubber
from harness.shop.connection import connect
from harness.shop.magento_version import UNKNOWN, MagentoVersion
from harness.shop.shop import Shop

SECONDS_BETWEEN = 0.5


@dataclass(frozen=True)
class Known:
    """What the preflight leaves to a run: the admin token where it signed in, and what it found out of the shop."""

    admin_token: SecretStr | None = None
    abilities: Mapping[str, bool] = field(default_factory=dict)
    magento: MagentoVersion = UNKNOWN
    profile: ShopProfile = STOCK
    customer: str = ""
    """How the customer is changed to fit."""
    theme: str = "luma"
    """The theme of its storefront, by the name that settings use; where none is known no browser is used."""

    @property
    def facts(self) -> dict[str, str]:
        """Give it for the report."""
        there = ", ".join(name for name, is_there in self.abilities.items() if is_there)
        missing = ", ".join(name for name, is_there in self.abilities.items() if not is_there)
        facts = {"Version": str(self.magento), "Has": there or "nothing", "Lacks": missing or "nothing"}
        if self.customer:
            facts |= {"Shop_as_set": "; ".join(self.profile.lines()), "Customer": self.customer}
        return facts


def examine_each(
    shops: Sequence[Shop],
    run_id: str,
    scrubber: Scrubber,
    *,
    wait: float,
    tell: Callable[[str], None],
    thorough: bool = False,
    on_line: Callable[[Line], None] | None = None,
    checks: Sequence[Check] = CHECKS,
) -> list[tuple[Diagnosis, Known]]:
    """Examine a shop at each of its store views under test; what they share is looked at once.

    Where there are several, each line names the store view that it is about.
    """
    patience = _Patience(wait, tell)
    wanted = [check for check in checks if thorough or not check.thorough]
    examined: list[tuple[Diagnosis, Known]] = []
    results: dict[str, Result] = {}
    for shop in shops:
        look = Look(shop, connect(shop, run_id), scrubber)
        results = {check.id: results[check.id] for check in wanted if check.once and check.id in results}
        lines: list[Line] = []
        for line in _looked_at(look, wanted, results, patience, named=len(shops) > 1):
            lines.append(line)
            if on_line:
                on_line(line)
        examined.append((Diagnosis(tuple(lines)), _known(results)))
    return examined


def _looked_at(
    look: Look, checks: Sequence[Check], results: dict[str, Result], patience: "_Patience", *, named: bool
) -> Iterator[Line]:
    """Carry out what has no result yet, add its result, and give its lines."""
    for check in checks:
        if check.id in results:
            continue
        results[check.id] = patience.result_of(check, look, results)
        for line in _lines(check, results[check.id], look.scrubber):
            yield line.at(look.shop.store_code) if named and not check.once else line


class _Patience:
    """Repeats a check as long as it finds what may be over in a moment, `seconds` in all."""

    def __init__(self, seconds: float, tell: Callable[[str], None]) -> None:
        self._seconds = seconds
        self._end = time.monotonic() + seconds
        self._tell: Callable[[str], None] | None = tell

    def result_of(self, check: Check, view: Look, results: Mapping[str, Result]) -> Result:
        retrying = Retrying(
            retry=retry_if_result(_may_be_over_in_a_moment),
            wait=wait_fixed(SECONDS_BETWEEN),
            stop=stop_after_delay(max(0.0, self._end - time.monotonic())),
            before_sleep=self._say_once,
            retry_error_callback=_last_result,
        )
        result: Result = retrying(_result_of, check, view, results)
        return result

    def _say_once(self, state: RetryCallState) -> None:
        if self._tell:
            passing = next(found for found in _findings(_last_result(state)) if found.passes)
            self._tell(f"Waiting up to {self._seconds:g} s for the shop. {passing.text}")
            self._tell = None


def _may_be_over_in_a_moment(result: Result) -> bool:
    return any(found.passes for found in _findings(result))


def _findings(result: Result) -> tuple[Finding, ...]:
    return result.findings if isinstance(result, Found) else ()


def _last_result(state: RetryCallState) -> Result:
    assert state.outcome
    result: Result = state.outcome.result()
    return result


def _result_of(check: Check, view: Look, results: Mapping[str, Result]) -> Result:
    needed = {id_: results[id_] for id_ in check.needs}
    provided = tuple(each.gives for each in needed.values() if isinstance(each, Fine))
    if len(provided) < len(needed):
        return NotLooked(next(id_ for id_, each in needed.items() if not isinstance(each, Fine)))
    helping = (results[id_] for id_ in check.helps if id_ in results)
    provided += tuple(each.gives for each in helping if isinstance(each, Fine))
    try:
        return _looked(check, replace(view, provided=provided))
    except Exception as error:  # a fault of ours: the other checks go on
        return Crashed(error)


def _looked(check: Check, look: Look) -> Result:
    try:
        return check.look(look)
    except ShopError as error:
        return Found((explained_error(look.shop, error),))


def _lines(check: Check, result: Result, scrubber: Scrubber) -> Iterator[Line]:
    match result:
        case Fine():
            yield from result.lines
        case Found():
            yield from (Line.of(found) for found in result.findings)
        case Crashed():
            yield Line.of(crashed(check.title, result.error, scrubber), check.title)


def _known(results: Mapping[str, Result]) -> Known:
    given = [result.gives for result in results.values() if isinstance(result, Fine)]
    known = Known()
    for each in given:
        match each:
            case ShopsTheme():
                known = replace(known, theme=each.key)
            case SignedInAdmin():
                known = replace(known, admin_token=each.access.token)
            case Traits():
                known = replace(known, abilities=each.abilities, magento=each.magento)
            case AsSet():
                known = replace(known, profile=each.profile, customer=each.fits.sentence)
    return known
