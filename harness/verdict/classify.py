"""Whose fault a failure is, as far as the exception's type shows it."""

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as WaitRanOut

from api.errors import NotRest, Refusal, UnexpectedAnswer, Unreachable
from harness.core.causes import Cause

_NO_ANSWER = ("net::ERR_", "NS_ERROR_", "Could not connect")
"""How Chromium, Firefox and WebKit begin to say that no page came."""


def cause_of(failure: BaseException) -> Cause:
    """Give whose fault an exception is; of several, the gravest for the shop counts.

    An exception that stands for others holds them in `exceptions` or, for customers who are left behind, in `errors`.
    """
    parts = getattr(failure, "exceptions", ()) or getattr(failure, "errors", ())
    if isinstance(failure, Refusal) or not parts:
        return _by_type(failure)
    causes = {cause_of(each) for each in parts}
    return next(cause for cause in (Cause.SHOP, Cause.SUITE, Cause.ENVIRONMENT) if cause in causes)


def _by_type(failure: BaseException) -> Cause:
    if isinstance(failure, Unreachable | NotRest):
        return Cause.ENVIRONMENT
    if isinstance(failure, BrowserError) and _no_page_came(failure):
        return Cause.ENVIRONMENT
    if isinstance(failure, AssertionError | pytest.fail.Exception | Refusal | UnexpectedAnswer | WaitRanOut):
        return Cause.SHOP
    return Cause.SUITE


def _no_page_came(failure: BrowserError) -> bool:
    navigated = failure.message.startswith(("Page.goto", "Page.reload", "Page.go_back"))
    return navigated and (
        isinstance(failure, WaitRanOut) or any(sign in failure.message for sign in _NO_ANSWER)
    )
