"""Asking again until an answer is as hoped, within a bound: for what a shop itself brings about in time."""

import time
from collections.abc import Callable
from threading import Event
from typing import TypeVar

Seen = TypeVar("Seen")

SECONDS_BETWEEN = 0.4


def ask_until(ask: Callable[[], Seen], good: Callable[[Seen], bool], *, within: float) -> Seen:
    """Give the first answer that is good, or the last one before `within` seconds were over."""
    end = time.monotonic() + within
    seen = ask()
    while not good(seen) and time.monotonic() < end:
        Event().wait(SECONDS_BETWEEN)
        seen = ask()
    return seen
