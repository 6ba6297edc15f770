"""Looks at the shop over REST: that it answers, lets the merchant in with every right, and has the store view."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate
from http import HTTPStatus
from typing import Any, NamedTuple

import requests

from api.admin_access import Caller
from api.answer import Answer
from api.errors import Refusal, UnexpectedAnswer
from api.magento import Magento
from harness.preflight.examination import Examination, Line
from harness.shop.admin import admin_access

CLOCK_TOLERANCE = timedelta(seconds=30)
NOBODY = -1
"""The id of no customer: a call that names it shows whether it is allowed, and can do nothing."""
NOBODYS_EMAIL = "nobody@example.invalid"


class Right(NamedTuple):
    """A right of the merchant's: its place in the tree of a role, what it is for, a call that needs it."""

    resource: str
    place: str
    purpose: str
    ask: Callable[[Magento, Caller], Answer[Any]]


STORE = Right(
    "Magento_Backend::store",
    "Stores > Settings > All Stores",
    "read the store views",
    lambda shop, who: shop.store_views(who),
)
CUSTOMER = Right(
    "Magento_Customer::customer",
    "Customers",
    "find its customers",
    lambda shop, who: shop.customers_with_email(NOBODYS_EMAIL, token=who),
)
DELETE = Right(
    "Magento_Customer::delete",
    "Customers > All Customers > Actions > Delete",
    "delete its customers",
    lambda shop, who: shop.delete_customer(NOBODY, token=who),
)
RIGHTS = (STORE, CUSTOMER, DELETE)


def production(examination: Examination) -> Iterator[Line]:
    """Nothing may be written to a live shop."""
    if examination.shop.production:
        yield examination.found("production")


def address(examination: Examination) -> Iterator[Line]:
    """Ask, as a guest, what a stock shop lets no guest know; whoever answers so is Magento's REST API."""
    answer = examination.magento.store_views(None)
    examination.guests_read_stores = answer.accepted
    if not answer.accepted and answer.refusal.missing_right is None:
        yield examination.found("rest-broken", problem=answer.refusal)
        return
    yield Line("address", f"{examination.shop.base_url} answers as Magento's REST API does")
    if answer.accepted:
        yield examination.found("guest-access")


def clock(examination: Examination) -> Iterator[Line]:
    """Compare the shop's time with this machine's."""
    ahead = _clock_ahead(examination.answer)
    if ahead is not None and abs(ahead) > CLOCK_TOLERANCE:
        direction = "ahead of" if ahead > timedelta() else "behind"
        yield examination.found("clock", seconds=round(abs(ahead).total_seconds()), direction=direction)
    elif ahead is not None:
        yield Line("clock", "this machine's clock and the shop's agree")


def merchant(examination: Examination) -> Iterator[Line]:
    """Let the merchant in, and ask for each right; where none is there, it is the access that is not good."""
    magento, who = examination.magento, examination.shop.merchant
    examination.merchant_calls = True
    examination.access = admin_access(examination.shop, magento, examination.scrubber)
    # A token by itself: an access would renew it when a right is missing.
    caller = examination.access.token or examination.access
    refusals: dict[Right, Refusal] = {}
    for right in RIGHTS:
        answer = right.ask(magento, caller)
        if _lacks(answer):
            refusals[right] = answer.refusal
        elif right is STORE:
            examination.store_views = answer.value
    closed = [right for right in RIGHTS if right is not STORE or not examination.guests_read_stores]
    if examination.shop.admin_token and list(refusals) == closed:
        raise refusals[CUSTOMER]
    for right in refusals:
        seen = {"right": right.resource, "purpose": right.purpose, "place": right.place}
        yield examination.found("missing-right", merchant=who, **seen)
    if refusals:
        return
    yield Line("merchant", f"{who} is let in")
    yield Line("rights", ", ".join(right.resource for right in RIGHTS))
    if _lacks(magento.confirmation(NOBODY, token=caller)):
        yield examination.found("missing-manage", merchant=who)


def store_view(examination: Examination) -> Iterator[Line]:
    """Find the store view under test."""
    code = examination.shop.store_code
    views = {view.code: view for view in examination.store_views if view.id}
    codes = ", ".join(views)
    if code not in views:
        yield examination.found("no-store-view", codes=codes)
    elif not views[code].is_active:
        yield examination.found("inactive-store-view", codes=codes)
    else:
        answer = examination.magento.store_configs(examination.access, code=code)
        examination.store_config = next((config for config in answer.value if config.code == code), None)
        if examination.store_config is None:
            raise UnexpectedAnswer(answer.call, f"the store view {code} is missing in the answer")
        yield Line("store view", f"{code} is there and active")


def _clock_ahead(answer: requests.Response | None) -> timedelta | None:
    """Give by how much this machine's clock is ahead of a server's, to a second; None where it tells no time."""
    if answer is None or not (told := parsedate(answer.headers.get("Date"))):
        return None
    # The answer was written some time between the request and now, and its time is cut off to a full second.
    return datetime.now(UTC) - answer.elapsed / 2 - datetime(*told[:6], tzinfo=UTC) - timedelta(seconds=0.5)


def _lacks(answer: Answer[Any]) -> bool:
    """Tell whether the right is missing; raise whatever else stands between the caller and an answer."""
    if answer.accepted:
        return False
    refusal: Refusal = answer.refusal
    if refusal.missing_right is None and refusal.status != HTTPStatus.NOT_FOUND:
        raise refusal
    return refusal.missing_right is not None
