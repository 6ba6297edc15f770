"""The exit codes of runs, as one table: 1 wherever a promise is broken, 69 only where every failure is forgiven."""

import pytest

from harness.core.causes import Cause, Judgement
from harness.core.exit_codes import ExitCode
from harness.preflight.check import Line
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.findings import finding
from harness.verdict.conclude import Ended, conclude

AWAY = Judgement(Cause.ENVIRONMENT, "The shop went away.", "Seen: GET /a: 502.")
AWAY_LATER = Judgement(Cause.ENVIRONMENT, "The shop went away.", "Seen: GET /b: 502.")
LIMITED = Judgement(Cause.ENVIRONMENT, "It limits requests.", "Seen: POST /c: 429.")
BROKEN = Judgement(Cause.SHOP)
ASKED = Judgement(Cause.SHOP, "It answered when it was asked again.")
OURS = Judgement(Cause.SUITE)
SOUND = Diagnosis(())
NO_BROWSER_PAGES = finding("storefront-down", url="https://shop.example.com", status="503")
UNREACHABLE = finding(
    "unreachable", None, problem="refused", BASE_URL="SHOP_BASE_URL", PROXY="SHOP_PROXY", base_url="x"
)
OK, FAILED, INTERRUPTED = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED
NONE = pytest.ExitCode.NO_TESTS_COLLECTED
SKIPPED = [f"Skipped: {NO_BROWSER_PAGES.text_with_place}"]


def found(*findings: object) -> Diagnosis:
    """Give the diagnosis of a preflight that found these."""
    return Diagnosis(tuple(Line.of(each) for each in findings))  # type: ignore[arg-type]


def blink(call: str) -> Judgement:
    """Give the judgement of a call that failed once."""
    return Judgement(Cause.ENVIRONMENT, "It blinked.", blink=call)


TABLE = {
    "all passed": (OK, SOUND, Ended(passed=3), 0),
    "some skipped": (OK, SOUND, Ended(passed=3, skipped=["no second website"]), 0),
    "nothing passed": (OK, SOUND, Ended(skipped=["no second website"]), ExitCode.UNAVAILABLE),
    "a broken promise": (FAILED, SOUND, Ended(passed=3, failures=[BROKEN]), 1),
    "the shop went away": (FAILED, SOUND, Ended(passed=3, failures=[AWAY]), ExitCode.UNAVAILABLE),
    "several environment failures": (
        FAILED,
        SOUND,
        Ended(failures=[AWAY, LIMITED, AWAY]),
        ExitCode.UNAVAILABLE,
    ),
    "a proof and a broken promise": (FAILED, SOUND, Ended(passed=9, failures=[AWAY, BROKEN, AWAY]), 1),
    "broken, though it answers again": (FAILED, SOUND, Ended(failures=[AWAY, ASKED]), 1),
    "the suite broke": (FAILED, SOUND, Ended(failures=[AWAY, OURS]), 1),
    "two blinks": (FAILED, SOUND, Ended(passed=9, failures=[blink("a"), blink("b")]), ExitCode.UNAVAILABLE),
    "three blinks, in three workers": (FAILED, SOUND, Ended(failures=[blink(c) for c in "abc"]), 1),
    "two blinks of one call, in two workers": (FAILED, SOUND, Ended(failures=[blink("a"), blink("a")]), 1),
    "a customer is left": (OK, SOUND, Ended(passed=3, customers_left=True), 1),
    "whether a customer is left is not known": (
        OK,
        SOUND,
        Ended(passed=3, customers_left=None),
        ExitCode.UNAVAILABLE,
    ),
    "broken, and whether a customer is left is not known": (
        FAILED,
        SOUND,
        Ended(passed=3, failures=[BROKEN], customers_left=None),
        1,
    ),
    "went away, and a customer is left": (
        FAILED,
        SOUND,
        Ended(failures=[AWAY], customers_left=True),
        ExitCode.UNAVAILABLE,
    ),
    "no browser scenario could run": (
        OK,
        found(NO_BROWSER_PAGES),
        Ended(passed=3, skipped=SKIPPED),
        ExitCode.UNAVAILABLE,
    ),
    "none was asked for": (OK, found(NO_BROWSER_PAGES), Ended(passed=3), 0),
    "no browser scenario, and a broken promise": (
        FAILED,
        found(NO_BROWSER_PAGES),
        Ended(passed=3, skipped=SKIPPED, failures=[BROKEN]),
        1,
    ),
    "nothing could run": (NONE, found(UNREACHABLE), Ended(), ExitCode.UNAVAILABLE),
    "no scenario was chosen": (NONE, SOUND, Ended(), NONE),
    "interrupted": (INTERRUPTED, SOUND, Ended(passed=1, failures=[AWAY]), INTERRUPTED),
}


def test_exit_code(subtests: pytest.Subtests) -> None:
    """By pytest's own code, what the preflight found, and whose fault each failure is."""
    for case, (exit_code, diagnosis, ended, concluded) in TABLE.items():
        with subtests.test(case):
            assert conclude(exit_code, diagnosis, ended).exit_code == concluded


def test_each_proof_is_given_once() -> None:
    """And none where a promise is broken as well."""
    assert conclude(FAILED, SOUND, Ended(failures=[AWAY, LIMITED, AWAY_LATER])).messages == (
        "The shop went away. Seen: GET /a: 502.",
        "It limits requests. Seen: POST /c: 429.",
    )
    assert conclude(FAILED, SOUND, Ended(failures=[AWAY, BROKEN])).messages == ()


def test_heading_says_what_was_kept_from_running() -> None:
    """Everything, or the browser's scenarios."""
    everything = conclude(NONE, found(UNREACHABLE), Ended())
    browsers = conclude(OK, found(NO_BROWSER_PAGES), Ended(passed=1, skipped=SKIPPED))
    assert everything.heading == "the shop could not be tested"
    assert browsers.heading == "the browser's scenarios could not be run"
