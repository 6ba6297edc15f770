"""The e-mails that this suite gives to its customers: made here, and told from everybody else's here.

`acceptance+<run>.<worker>.<number>@<domain>`, the worker only in a parallel run. A run's id ends in four
random digits, so that no two runs ever share an e-mail, not even under the same name.
"""

import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

_BEGINNING = "acceptance+"
_NAME = r"[a-z0-9](?:[a-z0-9-]{0,28}[a-z0-9])?"
"""What a run can be named: the part of an e-mail before its @ has to stay within 64 characters."""
_RANDOM_END = r"-[0-9a-f]{4}"


def is_run_name(text: str) -> bool:
    """Tell whether a run can be named so: letters, digits and dashes between them, thirty at the most."""
    return bool(re.fullmatch(_NAME, text, re.IGNORECASE))


def is_run(text: str) -> bool:
    """Tell whether this can be a run's id, or the name that it was given."""
    return bool(re.fullmatch(rf"{_NAME}(?:{_RANDOM_END})?", text, re.IGNORECASE))


def new_run_id(name: str | None = None) -> str:
    """Give an id that no other run has: its name, by default its time in UTC, and four random digits."""
    return f"{name or format(datetime.now(UTC), '%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"


def fresh_emails(run_id: str, worker: str, domain: str) -> Iterator[str]:
    """Give e-mails that nobody has, without end; `worker` is "" in a serial run."""
    prefix = ".".join(filter(None, (run_id, worker)))
    return (f"{_BEGINNING}{prefix}.{number}@{domain}" for number in count(1))


@dataclass(frozen=True)
class OwnEmails:
    """The suite's e-mails at a domain, of all runs, or of the runs with one id or one name."""

    domain: str
    run: str | None = None

    @property
    def like(self) -> str:
        """Give what a shop is to search for; it finds more than the suite's own, and never less."""
        return f"{_BEGINNING}{self.run or ''}%@{self.domain}"

    def hold(self, email: str) -> bool:
        """Tell whether the suite gave this e-mail to a customer; capitals make no difference."""
        run = f"{re.escape(self.run)}(?:{_RANDOM_END})?" if self.run else f"{_NAME}{_RANDOM_END}"
        pattern = rf"{re.escape(_BEGINNING)}{run}(?:\.gw\d+)?\.\d+@{re.escape(self.domain)}"
        return bool(re.fullmatch(pattern, email, re.IGNORECASE | re.ASCII))
