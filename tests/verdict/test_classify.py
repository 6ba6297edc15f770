"""Each kind of failure is put down to the shop, to what it runs on, or to the suite."""

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as WaitRanOut

from api.errors import NotRest, Refusal, UnexpectedAnswer, Unreachable
from harness.core.causes import Cause
from harness.verdict.classify import cause_of

CALL = "GET /rest/us/V1/customers/me"
UNREACHABLE = Unreachable(CALL, "no answer")
REFUSED = Refusal(CALL, "no", status=401)


def test_failure_has_its_cause(subtests: pytest.Subtests) -> None:
    """By its kind; of several, the shop's own counts most."""
    rows: tuple[tuple[BaseException, Cause], ...] = (
        (AssertionError("postcode: expected 10755, seen 10001"), Cause.SHOP),
        (pytest.fail.Exception("it is wrong"), Cause.SHOP),
        (REFUSED, Cause.SHOP),
        (UnexpectedAnswer(CALL, "no id"), Cause.SHOP),
        (WaitRanOut("Locator.click: Timeout 20000ms exceeded."), Cause.SHOP),
        (UNREACHABLE, Cause.ENVIRONMENT),
        (NotRest(CALL, "HTML in place of JSON", status=503), Cause.ENVIRONMENT),
        (NotRest(CALL, "a redirect", status=302), Cause.ENVIRONMENT),
        (BrowserError("Page.goto: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:9/"), Cause.ENVIRONMENT),
        (BrowserError("Page.reload: NS_ERROR_UNKNOWN_HOST"), Cause.ENVIRONMENT),
        (WaitRanOut("Page.goto: Timeout 60000ms exceeded."), Cause.ENVIRONMENT),
        (BrowserError("Locator.click: Target page, context or browser has been closed"), Cause.SUITE),
        (KeyError("customer"), Cause.SUITE),
        (OSError("disk full"), Cause.SUITE),
        (ExceptionGroup("clean-up", [UNREACHABLE, UNREACHABLE]), Cause.ENVIRONMENT),
        (ExceptionGroup("clean-up", [UNREACHABLE, REFUSED]), Cause.SHOP),
        (ExceptionGroup("clean-up", [UNREACHABLE, KeyError("x")]), Cause.SUITE),
    )
    for failure, cause in rows:
        with subtests.test(failure=failure):
            assert cause_of(failure) is cause
