"""A failure is reported in its own words, one sentence long where it has one.

The words are in `__snapshots__`; `.venv/bin/pytest tests --snapshot-update -k test_snapshot_of` writes them anew.
"""

import pytest
from playwright.sync_api import TimeoutError as WaitRanOut
from syrupy.assertion import SnapshotAssertion

from api.comparison import Difference, Different
from api.errors import Refusal
from harness.core.failure_message import message_of
from tests.reporting.tiny_run import TinyRun

REFUSED = Refusal("GET /rest/us/V1/customers/me", "no", status=401)


FAILURES = (
    AssertionError("apples: expected 4, seen 3"),
    AssertionError("apples: expected 4\nassert 3 == 4\n +  where"),
    AssertionError("missing\n\nAria snapshot:\n- button"),
    AssertionError(),
    Different([Difference("address", "city", "Purchase", "Albany")]),
    REFUSED,
    WaitRanOut("Page.goto: Timeout 60000ms exceeded."),
    pytest.fail.Exception("it is wrong"),
    pytest.skip.Exception("there is no till"),
    ValueError("no such coin"),
    KeyError("till"),
    KeyboardInterrupt(),
    ExceptionGroup("left behind", [REFUSED, OSError("x")]),
)


def test_snapshot_of_failures(snapshot: SnapshotAssertion) -> None:
    """Each in its own words, without module and class, but for Python's own, whose words alone say too little."""
    assert "\n".join(f"{failure!r}\n  {message_of(failure)}" for failure in FAILURES) == snapshot


def test_console_tells_the_same_sentence(tiny_run: TinyRun) -> None:
    """In the line that pytest's -ra adds at the end; the class of the exception is left out there too."""
    wide = [line for line in tiny_run.output.splitlines() if line.startswith("FAILED")]
    assert any(line.endswith("::test_it_fails - apples: expected 4, seen 3") for line in wide), wide


def test_snapshot_of_the_verdict(tiny_run: TinyRun, snapshot: SnapshotAssertion) -> None:
    """It names what failed, in lines of its own: pytest's have no room beside the names of functions."""
    _, _, verdict = tiny_run.output.replace(str(tiny_run.results_folder.parent), "suite").partition(
        " verdict "
    )
    assert verdict.partition("Report: ")[0] == snapshot
