"""Why a scenario failed, as far as the exception tells: the shop, what it runs on, or the suite itself.

Whoever reads a report has to know whom to ask, and a pipeline whether the step is broken or staging is down.
"""

from enum import StrEnum
from http import HTTPStatus

import pytest
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as WaitRanOut

from api.errors import NotRest, Refusal, UnexpectedAnswer, Unreachable

DOWN = {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
"""What servers say in the place of a shop that is not there."""

_NO_ANSWER = ("net::ERR_", "NS_ERROR_", "Could not connect")
"""How Chromium, Firefox and WebKit begin to say that no page came."""


class Cause(StrEnum):
    """Whose fault a failure is."""

    SHOP = "the shop"
    """The shop answered, and not as it promises."""

    ENVIRONMENT = "the environment"
    """No answer, or one from whatever stands in front of the shop."""

    SUITE = "the suite"
    """Anything else: the suite itself broke."""


def cause_of(failure: BaseException) -> Cause:
    """Tell whose fault an exception is; of several, the gravest for the shop counts."""
    if isinstance(failure, BaseExceptionGroup):
        causes = {cause_of(each) for each in failure.exceptions}
        return next(cause for cause in (Cause.SHOP, Cause.SUITE, Cause.ENVIRONMENT) if cause in causes)
    told: Cause | None = getattr(failure, "cause_of_failure", None)
    return told or _by_kind(failure)


def blame_environment(failure: BaseException) -> None:
    """Remember that the environment is at fault, where the exception alone does not show it."""
    failure.cause_of_failure = Cause.ENVIRONMENT  # type: ignore[attr-defined]  # it travels with the exception


def _by_kind(failure: BaseException) -> Cause:
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
