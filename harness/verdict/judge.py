"""Judges a failure: whose fault it is, and where it is not the shop's, why.

Questions to the shop are handed in, so that a table of failures tests all of it without one.
"""

from collections.abc import Callable

from harness.core.causes import Cause, Judgement
from harness.preflight.findings import Finding
from harness.shop.shop import Shop
from harness.verdict.classify import cause_of


def judge(
    failure: BaseException,
    shop: Shop | None,
    *,
    is_outage_seen: bool,
    awaits_confirmation: Callable[[], bool],
) -> Judgement:
    """Judge an exception.

    `is_outage_seen` says that the scenario was answered in the shop's stead before; `awaits_confirmation` asks
    whether its customers have yet to confirm their e-mail.
    """
    cause = cause_of(failure)
    if is_outage_seen or cause is Cause.ENVIRONMENT:
        return Judgement(Cause.ENVIRONMENT, Finding.of("went-away").text)
    if awaits_confirmation():
        return Judgement(Cause.ENVIRONMENT, Finding.of("confirmation", shop).text)
    return Judgement(cause)
