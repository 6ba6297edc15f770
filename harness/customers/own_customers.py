"""A scenario's own customers: e-mails that are registered when they are handed out, and their deletion.

Whatever a scenario does with an e-mail, accepted or not, answered or not, the clean-up looks for it on every
website of the shop and deletes what it finds.
"""

import secrets
from collections.abc import Iterator, Sequence

from pydantic import SecretStr

from api.errors import ShopError
from api.models import Credentials, FoundCustomer
from harness.customers.leftovers import Left, Leftovers
from harness.secrets.scrubber import Scrubber


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

    def delete(self) -> None:
        """Delete every customer with one of the e-mails; try all, then raise what failed together."""
        left = [each for email in self._emails for each in self._delete(email)]
        if left:
            message = " ".join(["Customers are left behind:", *(str(each) for each in left), self._remedy])
            raise CustomersLeftError(message, [each.error for each in left])

    def found(self) -> list[FoundCustomer]:
        """Find the customers with one of the e-mails; raises ShopError."""
        return [customer for email in self._emails for customer in self._leftovers.with_email(email)]

    def release(self) -> None:
        """Forget the e-mails: whoever has found the customers takes care of them."""
        self._emails.clear()

    def _delete(self, email: str) -> list[Left]:
        try:
            return self._leftovers.delete_all(self._leftovers.with_email(email))
        except ShopError as error:
            return [Left(f"{email}, if she exists", error)]
