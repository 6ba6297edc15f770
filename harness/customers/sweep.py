"""`python -m harness.customers.sweep --shop staging`: deletes what killed runs left on a shop, and nothing else.

It lists the customers with the suite's own e-mails, asks, and deletes. Unless a run is named it leaves alone
who is younger than two hours, for she may belong to a run that is not over.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from api.admin_access import AdminAccess
from api.errors import Refusal, ShopError, Unreachable
from api.magento import Magento
from api.models import FoundCustomer
from harness.core.exit_codes import ExitCode
from harness.customers.leftovers import Leftovers
from harness.customers.own_emails import OwnEmails, is_run_id
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access, explained
from harness.shop.connection import connect
from harness.shop.settings import WrongSettingsError, read_shop
from harness.shop.shop import Shop

_SOME_ARE_LEFT = 1
_NOBODY_ANSWERED = 1
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class _StoppedError(Exception):
    """The sweep cannot go on; the message says why and what to do, `exit_code` tells the cause apart."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def main(arguments: Sequence[str] | None = None) -> int:
    """Sweep as the command line says and give the exit code."""
    return _Sweep(_parser().parse_args(arguments)).carried_out()


class _Sweep:
    """One sweep, as its command line asks for it; what it says is scrubbed of the shop's secrets."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._scrubber = Scrubber()

    def carried_out(self) -> int:
        """Sweep and give the exit code."""
        try:
            shop = self._shop()
            return self._swept(shop) if shop else self._nothing("The embedded store is gone with its run.")
        except _StoppedError as stopped:
            self._say(str(stopped))
            return stopped.exit_code
        except KeyboardInterrupt:
            self._say("Stopped. Sweep again for whoever is not named above as deleted.")
            return ExitCode.INTERRUPTED

    def _swept(self, shop: Shop) -> int:
        options = self._options
        try:
            magento = connect(shop, "sweep")
            admin = admin_access(shop, magento, self._scrubber)
            leftovers = Leftovers(magento, admin)
            found = leftovers.with_emails_of(OwnEmails(shop.email_domain, options.run or ""))
            websites = _websites(magento, admin)
        except ShopError as error:
            raise _stopped_by(error, shop) from None
        old_enough = found if options.run else _created_before(datetime.now(UTC) - options.older_than, found)
        if young := len(found) - len(old_enough):
            self._say(f"{_customers(young)} may belong to a run that is not over: too young to be swept.")
        if not old_enough:
            return self._nothing(f"Nothing of the suite's to sweep at {shop.base_url}.")
        for customer in old_enough:
            self._say(_line(customer, websites))
        question = f"Delete {_customers(len(old_enough))} at {shop.base_url}? [y/N] "
        if not options.yes and not _is_agreed(question):
            return self._nothing("Nothing was deleted.")
        return self._deleted(old_enough, leftovers, shop)

    def _deleted(self, customers: Sequence[FoundCustomer], leftovers: Leftovers, shop: Shop) -> int:
        """Delete one after the other; stop where the next would fail alike, for a right or the shop is missing."""
        problems: list[str] = []
        for number, customer in enumerate(customers):
            try:
                leftovers.delete(customer)
            except ShopError as error:
                if isinstance(error, Unreachable) or (isinstance(error, Refusal) and error.missing_right):
                    self._say(f"{_customers(number - len(problems))} deleted.")
                    raise _stopped_by(error, shop) from None
                problems.append(f"Not deleted: {customer.email}, id {customer.id}: {error}")
        self._say("\n".join([f"{_customers(len(customers) - len(problems))} deleted.", *problems]))
        return _SOME_ARE_LEFT if problems else 0

    def _shop(self) -> Shop | None:
        """Find the shop; nothing may be deleted on one that is marked as production, and nothing was made there."""
        try:
            shop = read_shop(self._options.shop)
        except WrongSettingsError as error:
            raise _StoppedError(str(error), ExitCode.CONFIGURATION) from None
        if shop and shop.production:
            raise _StoppedError(
                f"The shop at {shop.base_url} is marked as production: the suite makes and deletes nothing there.",
                ExitCode.CONFIGURATION,
            )
        self._scrubber.hide_all(shop.secrets() if shop else ())
        return shop

    def _say(self, text: str) -> None:
        sys.stdout.write(f"{self._scrubber.scrub(text)}\n")

    def _nothing(self, sentence: str) -> int:
        self._say(sentence)
        return 0


def _stopped_by(error: ShopError, shop: Shop) -> _StoppedError:
    if isinstance(error, Refusal):
        return _StoppedError(explained(error, shop), ExitCode.CONFIGURATION)
    return _StoppedError(str(error), ExitCode.UNAVAILABLE)


def _websites(magento: Magento, access: AdminAccess) -> Mapping[int, str]:
    """Name the websites by their ids; an admin without the right to read stores sees the ids alone."""
    answer = magento.websites(access)
    return {website.id: website.code for website in answer.value} if answer.accepted else {}


def _created_before(time: datetime, customers: Sequence[FoundCustomer]) -> list[FoundCustomer]:
    return [customer for customer in customers if customer.created_at < time]


def _line(customer: FoundCustomer, websites: Mapping[int, str]) -> str:
    website = websites.get(customer.website_id or 0, str(customer.website_id))
    created = f"{customer.created_at:%Y-%m-%d %H:%M:%S} UTC"
    return f"{customer.email}, id {customer.id}, website {website}, created {created}"


def _is_agreed(question: str) -> bool:
    try:
        return input(question).strip().lower() in {"y", "yes"}
    except EOFError:
        sentence = "Nobody answered, so nothing was deleted: give --yes where nobody can."
        raise _StoppedError(f"\n{sentence}", _NOBODY_ANSWERED) from None


def _customers(number: int) -> str:
    return f"{number} customer{'' if number == 1 else 's'}"


def _age(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,5})([mhd])", text)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no age: write 90m, 2h or 1d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _run(text: str) -> str:
    if not is_run_id(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no run's id, such as 20261125-101500-a1b2")
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m harness.customers.sweep",
        description="Delete the customers that killed runs left on a shop.",
    )
    parser.add_argument("--shop", help="as for a run: the name of a shop in shops.toml, or a shop's URL")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--older-than", type=_age, default=timedelta(hours=2), metavar="AGE", help="90m, 2h (default), 1d"
    )
    which.add_argument(
        "--run", type=_run, metavar="ID", help="one run's customers at once, whatever their age"
    )
    parser.add_argument("--yes", action="store_true", help="delete without asking")
    return parser


if __name__ == "__main__":
    sys.exit(main())
