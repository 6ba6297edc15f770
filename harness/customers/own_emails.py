"""The e-mails that this suite gives to its customers: made here, and distinguished from everybody else's here.

`acceptance+<run>.<machine>.<worker>.<number>@<domain>`, the worker only in a parallel run. The machine is four
random digits: machines that share a run's id, each with a part of the scenarios, never share an e-mail.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

_BEGINNING = "acceptance+"
_RUN = r"\d{8}-\d{6}-[0-9a-f]{4}"
_MACHINE = r"[0-9a-f]{4}"


def is_run_id(text: str) -> bool:
    """Tell whether a run can have this id."""
    return bool(re.fullmatch(_RUN, text, re.ASCII))


def fresh_emails(run_id: str, machine: str, worker: str, domain: str) -> Iterator[str]:
    """Give e-mails that nobody has, without end; `worker` is "" in a serial run."""
    prefix = ".".join(filter(None, (run_id, machine, worker)))
    return (f"{_BEGINNING}{prefix}.{number}@{domain}" for number in count(1))


@dataclass(frozen=True)
class OwnEmails:
    """The suite's e-mails at a domain: of all runs, of one run, or of one machine's part in it."""

    domain: str
    run_id: str = ""
    machine: str = ""

    @property
    def like(self) -> str:
        """Give what a shop is to search for; it finds more than the suite's own, and never less."""
        return f"{_BEGINNING}{self.run_id}{self.machine and '.' + self.machine}%@{self.domain}"

    def hold(self, email: str) -> bool:
        """Tell whether the suite gave this e-mail to a customer; capitals make no difference."""
        maker = rf"{re.escape(self.run_id) or _RUN}\.{self.machine or _MACHINE}(?:\.gw\d+)?"
        pattern = rf"{re.escape(_BEGINNING)}{maker}\.\d+@{re.escape(self.domain)}"
        return bool(re.fullmatch(pattern, email, re.IGNORECASE | re.ASCII))
