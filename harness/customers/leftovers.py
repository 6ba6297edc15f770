"""Customers that are to go: found by their e-mails, looked at once more on this side, and deleted.

A search is the shop's word: its wildcards find more than is meant, and a shop under test may answer with
anybody. So nobody is deleted whose e-mail was not recognised here as the suite's own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_delay

from api.admin_access import AdminAccess
from api.answer import Answer, Model
from api.errors import ShopError
from api.magento import SEARCH_PAGE, Magento
from api.models import FoundCustomer, FoundCustomers
from harness.customers.own_emails import OwnEmails
from harness.shop.shop import EMBEDDED, Shop

PATIENCE = 20.0
"""Seconds for which a call that deletes or looks for a customer is repeated while the shop has no time for it."""

_NOT_NOW = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}


@dataclass(frozen=True)
class Left:
    """A customer who could not be deleted, and why."""

    who: str
    error: ShopError

    def __str__(self) -> str:
        """Give it in one sentence."""
        return f"{self.who}: {self.error}"


class Leftovers:
    """The suite's own customers on a shop, of all websites."""

    def __init__(self, magento: Magento, admin: AdminAccess) -> None:
        self._magento = magento
        self._admin = admin

    def __repr__(self) -> str:
        """Show the shop."""
        return f"<Leftovers on {self._magento!r}>"

    def with_email(self, email: str) -> list[FoundCustomer]:
        """Find the customers with this e-mail, in capitals or not, and at whatever domain; raises ShopError.

        What is before the @ is nobody else's. A shop that takes an e-mail without a sound domain is wrong, and its
        customer is to go all the same.
        """
        own, _, _ = email.partition("@")
        return self._find(f"{own}%", lambda seen: seen.partition("@")[0].lower() == own.lower())

    def with_emails_of(self, emails: OwnEmails) -> list[FoundCustomer]:
        """Find the customers of all runs, or of one run; raises ShopError."""
        return self._find(emails.like, emails.hold)

    def delete(self, customer: FoundCustomer) -> None:
        """Delete a customer; one that is gone already is as good as deleted. Raises ShopError."""
        self.delete_by_id(customer.id)

    def delete_by_id(self, customer_id: int) -> None:
        """Delete the customer with this id; one that is gone already is as good as deleted. Raises ShopError.

        A shop, or its front, that has no time now (429, 503) is asked again for a while.
        """
        answer = _patiently(lambda: self._magento.delete_customer(customer_id, caller=self._admin))
        is_gone = answer.status == HTTPStatus.NOT_FOUND
        _ = answer.refusal if is_gone else answer.value  # raises when it is no answer of Magento's

    def delete_all(self, customers: Iterable[FoundCustomer]) -> list[Left]:
        """Try to delete every customer; give each who is left, by e-mail and id."""
        return [left for customer in customers for left in self._tried(customer)]

    def _tried(self, customer: FoundCustomer) -> Iterator[Left]:
        try:
            self.delete(customer)
        except ShopError as error:
            yield Left(f"{customer.email}, id {customer.id}", error)

    def _find(self, like: str, is_meant: Callable[[str], bool]) -> list[FoundCustomer]:
        """Go through all pages before anybody is deleted, for deletions move the pages."""
        found: dict[int, FoundCustomer] = {}
        page, total = 0, 1
        while page * SEARCH_PAGE < total:
            page += 1
            answer = self._page(like, page)
            total = answer.total_count
            fresh = {customer.id: customer for customer in answer.items if customer.id not in found}
            if not fresh:  # a shop that gives the same page again would be asked for ever
                break
            found |= fresh
        return [customer for customer in found.values() if is_meant(customer.email)]

    def _page(self, like: str, page: int) -> FoundCustomers:
        return _patiently(lambda: self._magento.customers_like(like, caller=self._admin, page=page)).value


def _patiently(ask: Callable[[], Answer[Model]]) -> Answer[Model]:
    """Ask until the answer is another than "not now", `PATIENCE` seconds at most; then give it all the same."""
    retrying = Retrying(
        retry=retry_if_result(lambda answer: answer.status in _NOT_NOW),
        wait=_as_the_shop_says,
        stop=stop_after_delay(PATIENCE),
        retry_error_callback=_last_answer,
    )
    answer: Answer[Model] = retrying(ask)
    return answer


def _last_answer(state: RetryCallState) -> Answer[Any]:
    assert state.outcome
    answer: Answer[Any] = state.outcome.result()
    return answer


def _as_the_shop_says(state: RetryCallState) -> float:
    """Give the seconds that the answer's Retry-After names, or one more each time; never more than is left."""
    response = _last_answer(state).response
    said = response.headers.get("Retry-After", "") if response is not None else ""
    wanted = float(said) if said.isdecimal() else float(state.attempt_number)
    return max(0.0, min(wanted, PATIENCE - (state.seconds_since_start or 0.0)))


def remedy(shop: Shop, run_id: str) -> str:
    """Say how to delete later what a run left behind; "" for the embedded store, which is gone with its run."""
    command = sweep_command(shop, run_id)
    return f"Delete them later: {command}" if command else ""


def sweep_command(shop: Shop, run_id: str) -> str:
    """Give the command that deletes what a run left behind; "" for the embedded store."""
    if shop.name == EMBEDDED:
        return ""
    return f"python -m harness.customers.sweep --shop {shop.choice} --run {run_id}"
