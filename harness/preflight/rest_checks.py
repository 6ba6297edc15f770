"""Looks at the shop over REST: that it answers, lets the admin in with every right, and has the store view."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate
from http import HTTPStatus
from typing import Any, NamedTuple

import requests

from api.admin_access import AdminAccess, Caller
from api.answer import Answer
from api.errors import NotRest, Refusal, ShopError, UnexpectedAnswer
from api.magento import Magento
from api.models import StoreView
from harness.core.finding import Finding
from harness.preflight.check import Fine, Found, Line, Look, Result
from harness.preflight.error_findings import no_rest
from harness.shop.admin import admin_access

ADMIN = "admin"
"""The id of the check that signs in."""

CLOCK_TOLERANCE = timedelta(seconds=30)
NOBODY = -1
"""The id of no customer: a call that names it shows whether it is allowed, and can do nothing."""
NOBODYS_EMAIL = "nobody@example.invalid"


class Right(NamedTuple):
    """A right of the admin's: its place in the tree of a role, what it is for, a call that needs it."""

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
    lambda shop, who: shop.customers_with_email(NOBODYS_EMAIL, caller=who),
)
DELETE = Right(
    "Magento_Customer::delete",
    "Customers > All Customers > Actions > Delete",
    "delete its customers",
    lambda shop, who: shop.delete_customer(NOBODY, caller=who),
)
RIGHTS = (STORE, CUSTOMER, DELETE)


@dataclass(frozen=True)
class FirstAnswer:
    """What the shop answers to a guest: requests' own object, and whether guests may read its stores."""

    response: requests.Response
    guests_read_stores: bool


@dataclass(frozen=True)
class SignedInAdmin:
    """The admin's access, good for every right that is needed, and the store views that the admin sees."""

    access: AdminAccess
    store_views: tuple[StoreView, ...]


def look_at_settings(look: Look) -> Result:
    """Nothing may be written to a live shop."""
    return look.found("production") if look.shop.production else Fine()


def look_at_base_url(look: Look) -> Result:
    """Ask, as a guest, what a stock shop lets no guest know; whoever answers so is Magento's REST API."""
    answer = look.magento.store_views(None)
    problem: ShopError | None = None
    try:
        problem = _problem_of(answer)
    except NotRest as error:
        if not _rest_answers(look):
            raise
        problem = error
    assert answer.response is not None
    if problem:
        if isinstance(problem, UnexpectedAnswer) and not _rest_answers(look):
            return Found((no_rest(look.shop, answer.response),))
        return _broken_store_views(look, problem)
    fine = Line("base URL", f"{look.shop.base_url} answers as Magento's REST API does")
    return Fine(
        (fine, *_guest_access(look, is_open=answer.accepted)), FirstAnswer(answer.response, answer.accepted)
    )


def _problem_of(answer: Answer[Any]) -> ShopError | None:
    """Look at what the answer to a guest holds before its status: some pages answer everything with 200.

    Raises NotRest for what is no answer of Magento's. What the rows of the list hold is looked at by the admin's check.
    """
    if not answer.accepted:
        return None if answer.refusal.missing_right else answer.refusal
    if isinstance(answer.json, list):
        return None
    return UnexpectedAnswer(
        answer.call, "the answer is no list", status=answer.status, answer=answer.response
    )


def _guest_access(look: Look, *, is_open: bool) -> list[Line]:
    """Compare what guests may with what the settings say."""
    if is_open == look.shop.guests_read_stores:
        return []
    line = look.shop.line("guests_read_stores", "true")
    return [look.warning("guest-access", line=line) if is_open else look.warning("no-guest-access")]


def look_at_clock(look: Look) -> Result:
    """Compare the shop's time with this machine's."""
    ahead = _clock_ahead(look.given(FirstAnswer).response)
    if ahead is None:
        return Fine()
    if abs(ahead) <= CLOCK_TOLERANCE:
        return Fine((Line("clock", "this machine's clock and the shop's agree"),))
    direction = "ahead of" if ahead > timedelta() else "behind"
    return Fine((look.warning("clock", seconds=round(abs(ahead).total_seconds()), direction=direction),))


def look_at_admin(look: Look) -> Result:
    """Sign the admin in, and ask for each right; where none is there, it is the access that is not good."""
    magento, who = look.magento, look.shop.admin_name
    access = admin_access(look.shop, magento, look.scrubber)
    # A token by itself: an access would renew it when a right is missing.
    caller = access.token or access
    store_views: tuple[StoreView, ...] = ()
    refusals: dict[Right, Refusal] = {}
    for right in RIGHTS:
        answer = right.ask(magento, caller)
        if _lacks(answer):
            refusals[right] = answer.refusal
        elif right is STORE:
            try:
                store_views = answer.value
            except (NotRest, UnexpectedAnswer) as error:
                return _broken_store_views(look, error)
    guests_read_stores = look.given(FirstAnswer).guests_read_stores
    closed = [right for right in RIGHTS if right is not STORE or not guests_read_stores]
    if look.shop.admin_token and list(refusals) == closed:
        raise refusals[CUSTOMER]
    if refusals:
        return Found(tuple(_missing(look, right) for right in refusals))
    lines = [
        Line("admin", f"{who} is authenticated"),
        Line("rights", ", ".join(right.resource for right in RIGHTS)),
    ]
    if _lacks(magento.confirmation(NOBODY, caller=caller)):
        lines.append(look.warning("missing-manage", admin=who))
    return Fine(tuple(lines), SignedInAdmin(access, store_views))


def look_at_store_view(look: Look) -> Result:
    """Find the store view under test; gives its StoreConfig."""
    code, admin = look.shop.store_code, look.given(SignedInAdmin)
    views = {view.code: view for view in admin.store_views if view.id}
    codes = ", ".join(views)
    if code not in views:
        return look.found("no-store-view", codes=codes)
    if not views[code].is_active:
        return look.found("inactive-store-view", codes=codes)
    answer = look.magento.store_configs(admin.access, code=code)
    config = next((config for config in answer.value if config.code == code), None)
    if config is None:
        raise UnexpectedAnswer(answer.call, f"the store view {code} is missing in the answer")
    return Fine((Line("store view", f"{code} is there and active"),), config)


def _broken_store_views(look: Look, problem: ShopError) -> Result:
    """Tell a shop that breaks the first promise of the step from one whose REST API does not answer at all."""
    return look.found(
        "broken-store-views" if _rest_answers(look) else "rest-broken", problem=str(problem).rstrip(".")
    )


def _rest_answers(look: Look) -> bool:
    """Ask for something else that any guest may know."""
    try:
        return look.magento.country("US", scope="all").value.id == "US"
    except ShopError:
        return False


def _missing(look: Look, right: Right) -> Finding:
    seen = {"right": right.resource, "purpose": right.purpose, "place": right.place}
    return look.finding("missing-right", admin=look.shop.admin_name, **seen)


def _clock_ahead(answer: requests.Response) -> timedelta | None:
    """Give by how much this machine's clock is ahead of a server's, to a second; None where it tells no time."""
    date = parsedate(answer.headers.get("Date"))
    if date is None:
        return None
    # The answer was written some time between the request and now, and its time is cut off to a full second.
    return datetime.now(UTC) - answer.elapsed / 2 - datetime(*date[:6], tzinfo=UTC) - timedelta(seconds=0.5)


def _lacks(answer: Answer[Any]) -> bool:
    """Tell whether the right is missing; raise whatever else stands between the caller and an answer."""
    if answer.accepted:
        return False
    refusal: Refusal = answer.refusal
    if refusal.missing_right is None and refusal.status != HTTPStatus.NOT_FOUND:
        raise refusal
    return refusal.missing_right is not None
