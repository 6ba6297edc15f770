"""A failure is told in its own words, one sentence long where it has one."""

import pytest
from playwright.sync_api import TimeoutError as WaitRanOut

from api.comparison import Difference, Different
from api.errors import Refusal
from harness.core.failure_message import message_of
from tests.reporting.tiny_run import TinyRun

REFUSED = Refusal("GET /rest/us/V1/customers/me", "no", status=401)


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (AssertionError("apples: expected 4, seen 3"), "apples: expected 4, seen 3"),
        (AssertionError("apples: expected 4\nassert 3 == 4\n +  where"), "apples: expected 4"),
        (AssertionError("missing\n\nAria snapshot:\n- button"), "missing"),
        (AssertionError(), "AssertionError"),
        (
            Different([Difference("address", "city", "Purchase", "Albany")]),
            "address, city: expected Purchase, seen Albany",
        ),
        (REFUSED, "GET /rest/us/V1/customers/me: 401, no"),
        (WaitRanOut("Page.goto: Timeout 60000ms exceeded."), "Page.goto: Timeout 60000ms exceeded."),
        (pytest.fail.Exception("it is wrong"), "it is wrong"),
        (pytest.skip.Exception("there is no till"), "there is no till"),
        (ValueError("no such coin"), "ValueError: no such coin"),
        (KeyError("till"), "KeyError: 'till'"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (ExceptionGroup("left behind", [REFUSED, OSError("x")]), f"left behind: {REFUSED}; OSError: x"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else type(value).__name__,
)
def test_failure_is_told_in_its_own_words(failure: BaseException, words: str) -> None:
    """Without module and class, but for Python's own, whose words alone say too little."""
    assert message_of(failure) == words


def test_console_tells_the_same_sentence(tiny_run: TinyRun) -> None:
    """In the line that pytest's -ra adds at the end; the class of the exception is left out there too."""
    wide = [line for line in tiny_run.output.splitlines() if line.startswith("FAILED")]
    assert any(line.endswith("::test_it_fails - apples: expected 4, seen 3") for line in wide), wide


def test_verdict_names_what_failed(tiny_run: TinyRun) -> None:
    """In lines of its own, for pytest's have no room beside the names of functions."""
    _, _, verdict = tiny_run.output.partition(" verdict ")
    told = [line for line in verdict.splitlines() if line.startswith("  ")]
    assert "  It fails: apples: expected 4, seen 3" in told
    assert "  Its clean-up breaks: OSError: the door is stuck" in told
    assert len(told) == 6
