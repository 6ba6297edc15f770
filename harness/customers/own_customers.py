"""A scenario's own customers: e-mails that are registered when they are handed out, and their deletion.

Who was named by the answer that created her is deleted by her id: a search may lag, or not show her to this admin.
Whatever else a scenario does with an e-mail, accepted or not, answered or not, the clean-up looks for it on every
website of the shop and deletes what it finds.
"""

import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from urllib.parse import urlsplit

import requests
from pydantic import SecretStr

from api.errors import ShopError
from api.models import Credentials, FoundCustomer
from harness.customers.leftovers import Left, Leftovers
from harness.secrets.scrubber import Scrubber

_CREATES = re.compile(r"/V1/customers/?$")


class CustomersLeftError(Exception):
    """Customers could not be deleted; the message names each, and says how to delete them later.

    `errors` are what the shop answered, or did not.
    """

    def __init__(self, message: str, errors: Sequence[ShopError]) -> None:
        super().__init__(message)
        self.errors = tuple(errors)


class OwnCustomers:
    """Hands out unique e-mails and passwords and deletes the customers that came of them."""

    def __init__(
        self,
        leftovers: Leftovers,
        fresh_emails: Iterator[str],
        password_length: int,
        remedy: str,
        scrubber: Scrubber,
    ) -> None:
        """Take e-mails from `fresh_emails`; `remedy` says how to delete later what cannot be deleted now."""
        self._leftovers = leftovers
        self._fresh_emails = fresh_emails
        self._password_length = password_length
        self._remedy = remedy
        self._scrubber = scrubber
        self._emails: list[str] = []
        self._created: dict[int, str] = {}

    def __repr__(self) -> str:
        """Show the e-mails handed out."""
        return f"<OwnCustomers {', '.join(self._emails) or 'none yet'}>"

    def fresh_email(self) -> str:
        """Give an e-mail that nobody has: it names the run and is looked for afterwards."""
        email = next(self._fresh_emails)
        self._emails.append(email)
        return email

    def fresh_password(self) -> SecretStr:
        """Give a random password of four character classes, long enough, masked wherever a run writes to."""
        length = max(20, self._password_length)
        password = f"Aa1!{secrets.token_urlsafe(length)}"[:length]
        self._scrubber.hide(password, "PASSWORD")
        return SecretStr(password)

    def fresh_credentials(self) -> Credentials:
        """Give both, before she exists."""
        return Credentials(username=self.fresh_email(), password=self.fresh_password())

    def hear(self, response: requests.Response, *_args: object, **_kwargs: object) -> None:
        """Remember the id that an answer gives to a new customer; this is a response hook for a `requests` session."""
        request = response.request
        if (
            request.method != "POST"
            or not _CREATES.search(urlsplit(request.url or "").path)
            or not response.ok
        ):
            return
        with suppress(ValueError):
            match response.json():
                case {"id": int(customer_id), "email": str(email)} if self._is_own(email):
                    self._created[customer_id] = email

    def delete(self) -> None:
        """Delete who was created, and whoever has one of the e-mails; try all, then raise what failed together."""
        left = [left for customer in self._created.items() for left in self._delete_created(*customer)]
        known = {each.who for each in left}
        found = [each for email in self._emails for each in self._delete(email)]
        left += [each for each in found if each.who not in known]
        if left:
            message = " ".join(["Customers are left behind:", *(str(each) for each in left), self._remedy])
            raise CustomersLeftError(message, [each.error for each in left])

    def found(self) -> list[FoundCustomer]:
        """Find the customers with one of the e-mails; raises ShopError."""
        return [customer for email in self._emails for customer in self._leftovers.with_email(email)]

    def release(self) -> None:
        """Forget the e-mails: whoever has found the customers takes care of them."""
        self._emails.clear()
        self._created.clear()

    def _is_own(self, email: str) -> bool:
        own = {email.partition("@")[0].lower() for email in self._emails}
        return email.partition("@")[0].lower() in own

    def _delete_created(self, customer_id: int, email: str) -> list[Left]:
        try:
            self._leftovers.delete_by_id(customer_id)
        except ShopError as error:
            return [Left(f"{email}, id {customer_id}", error)]
        return []

    def _delete(self, email: str) -> list[Left]:
        try:
            return self._leftovers.delete_all(self._leftovers.with_email(email))
        except ShopError as error:
            return [Left(f"{email}, if she exists", error)]
