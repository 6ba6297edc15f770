"""Asking again: no longer than needed, and no longer than allowed."""

from collections.abc import Iterator

import pytest

from api import polling


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without a pause."""
    monkeypatch.setattr(polling, "SECONDS_BETWEEN", 0)


@pytest.fixture
def numbers() -> Iterator[int]:
    """Give answers that grow."""
    return iter(range(10_000_000))


def test_first_good_answer_is_given(numbers: Iterator[int]) -> None:
    """Nothing is asked after it."""
    assert polling.ask_until(lambda: next(numbers), lambda seen: seen == 3, within=60) == 3
    assert next(numbers) == 4


def test_last_answer_is_given_when_none_is_good(numbers: Iterator[int]) -> None:
    """Whoever asked judges it; it was asked at least once."""
    assert polling.ask_until(lambda: next(numbers), lambda _: False, within=0) == 0
    assert polling.ask_until(lambda: next(numbers), lambda _: False, within=0.05) > 1
