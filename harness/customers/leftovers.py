"""Customers that are to go: found by their e-mails, looked at once more on this side, and deleted.

A search is the shop's word: its wildcards find more than is meant, and a shop under test may answer with
anybody. So nobody is deleted whose e-mail was not recognised here as the suite's own.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus

from api.admin_access import AdminAccess
from api.errors import ShopError
from api.magento import SEARCH_PAGE, Magento
from api.models import FoundCustomer
from harness.customers.own_emails import OwnEmails
from harness.shop.shop import EMBEDDED, NAMELESS, Shop


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
        answer = self._magento.delete_customer(customer.id, token=self._admin)
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
            answer = self._magento.customers_like(like, token=self._admin, page=page).value
            total = answer.total_count
            found |= {customer.id: customer for customer in answer.items}
        return [customer for customer in found.values() if is_meant(customer.email)]


def remedy(shop: Shop, run_id: str) -> str:
    """Say how to delete later what a run left behind; "" for the embedded store, which is gone with its run."""
    command = sweep_command(shop, run_id)
    return f"Delete them later: {command}" if command else ""


def sweep_command(shop: Shop, run_id: str) -> str:
    """Give the command that deletes what a run left behind; "" for the embedded store."""
    if shop.name == EMBEDDED:
        return ""
    choice = shop.base_url if shop.name == NAMELESS else shop.name
    return f"python -m harness.customers.sweep --shop {choice} --run {run_id}"
