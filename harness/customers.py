"""A scenario's own customers: e-mails that are registered when they are handed out, and their deletion.

Whatever a scenario does with an e-mail, accepted or not, answered or not, the clean-up looks for it on every
website of the shop and deletes what it finds.
"""

import secrets
from http import HTTPStatus
from itertools import count

from pydantic import SecretStr

from api.errors import ShopError
from api.magento import Magento
from api.models import Customer
from harness.scrubbing import scrubber

DOMAIN = "example.com"


class OwnCustomers:
    """Hands out unique e-mails and passwords and deletes the customers that came of them."""

    def __init__(self, magento: Magento, admin: SecretStr, numbers: "count[int]", run: str) -> None:
        self._magento = magento
        self._admin = admin
        self._numbers = numbers
        self._run = run
        self._emails: list[str] = []

    def __repr__(self) -> str:
        """Show the e-mails handed out."""
        return f"<OwnCustomers {', '.join(self._emails) or 'none yet'}>"

    def fresh_email(self) -> str:
        """Give an e-mail that nobody has: it names the run and is looked for afterwards."""
        email = f"acceptance+{self._run}.{next(self._numbers)}@{DOMAIN}"
        self._emails.append(email)
        return email

    def fresh_password(self) -> SecretStr:
        """Give a random password of four character classes; it is masked wherever a run writes to."""
        password = f"Aa1!{secrets.token_urlsafe(12)}"
        scrubber.hide(password)
        return SecretStr(password)

    def delete(self) -> None:
        """Delete every customer with one of the e-mails; try all, then raise what failed together."""
        failures: list[ShopError] = []
        for email in self._emails:
            try:
                self._delete_with(email)
            except ShopError as error:
                failures.append(error)
        if failures:
            raise ExceptionGroup(f"not every customer of {self!r} could be deleted", failures)

    def release(self) -> tuple[Customer, ...]:
        """Give the customers that there are and let them stay: whoever asks for them takes care of them."""
        found = [self._magento.customers_with_email(email, token=self._admin).value for email in self._emails]
        self._emails.clear()
        return tuple(customer for page in found for customer in page.items)

    def _delete_with(self, email: str) -> None:
        for customer in self._magento.customers_with_email(email, token=self._admin).value.items:
            deletion = self._magento.delete_customer(customer.id, token=self._admin)
            if deletion.accepted or deletion.status != HTTPStatus.NOT_FOUND:
                deletion.value  # noqa: B018  raises when the shop refused
