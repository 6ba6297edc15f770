"""Asking again until an answer is as hoped, within a bound: for what a shop itself brings about in time."""

from collections.abc import Callable
from typing import TypeVar

from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_delay, wait_fixed

Seen = TypeVar("Seen")

SECONDS_BETWEEN = 0.4


def ask_until(ask: Callable[[], Seen], good: Callable[[Seen], bool], *, within: float) -> Seen:
    """Give the first answer that is good, or the last one before `within` seconds were over."""

    def last_answer(state: RetryCallState) -> Seen:
        assert state.outcome
        answer: Seen = state.outcome.result()
        return answer

    retrying = Retrying(
        retry=retry_if_result(lambda seen: not good(seen)),
        wait=wait_fixed(SECONDS_BETWEEN),
        stop=stop_after_delay(within),
        retry_error_callback=last_answer,
    )
    return retrying(ask)
