"""The id of a run: it names the run's customers in the shop, so that they can be found and swept afterwards.

A pipeline gives it from outside, in --run-id or ACCEPTANCE_RUN_ID, because the job that cleans up after a
cancelled run has to know it too. `python -m harness.run.run_id` prints a fresh one.
"""

import os
import re
import secrets
from datetime import UTC, datetime

VARIABLE = "ACCEPTANCE_RUN_ID"

_SHAPE = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")


class WrongRunIdError(Exception):
    """The id given from outside is not one; the message says what it has to look like."""


def fresh() -> str:
    """Give a new id: the time in UTC and four random digits, "20261125-101500-a1b2"."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"


def settled(given: str | None) -> str:
    """Give the id of this run: the one given, else the variable's, else a fresh one.

    Raises WrongRunIdError when what was given is no id.
    """
    chosen = given or os.environ.get(VARIABLE) or fresh()
    if not _SHAPE.fullmatch(chosen):
        raise WrongRunIdError(
            f"The run id {chosen!r} does not look like 20261125-101500-a1b2, so a run's customers could not be "
            f"found by it. Give one that `python -m harness.run.run_id` prints, or leave out --run-id and {VARIABLE}."
        )
    return chosen


if __name__ == "__main__":
    print(fresh())  # noqa: T201  a command's own output
