"""Notices, while a scenario runs, that something answers in the shop's stead, or nobody.

A step that then misses what it waited for fails as if the shop were wrong; with what was seen here it is the
environment that is blamed.
"""

from typing import Any

import requests
from playwright.sync_api import BrowserContext, Request, Response

from harness.causes import DOWN, blame_environment

_NO_ANSWER = "net::ERR_"
_GIVEN_UP = "net::ERR_ABORTED"
"""What Chromium calls a page that it left before it came, which is nobody's fault."""


class OutageWatch:
    """Sees what a scenario is answered, over REST and in its browsers."""

    def __init__(self) -> None:
        self._is_seen = False

    def begin(self) -> None:
        """Forget what the scenario before saw."""
        self._is_seen = False

    def blame(self, failure: BaseException) -> None:
        """Blame a failure on the environment, if that let the scenario down."""
        if self._is_seen:
            blame_environment(failure)

    def notice(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        """Look at an answer over REST; this is a response hook for a `requests` session."""
        is_json = "json" in response.headers.get("Content-Type", "")
        self._is_seen |= response.status_code in DOWN and not is_json

    def look_at(self, context: BrowserContext) -> None:
        """Look at the pages that a browser opens from now on."""
        context.on("response", self._notice_page)
        context.on("requestfailed", self._notice_no_page)

    def _notice_page(self, response: Response) -> None:
        self._is_seen |= response.status in DOWN and response.request.is_navigation_request()

    def _notice_no_page(self, request: Request) -> None:
        failure = request.failure or ""
        no_answer = failure.startswith(_NO_ANSWER) and failure != _GIVEN_UP
        self._is_seen |= no_answer and request.is_navigation_request()


outage_watch = OutageWatch()
"""The watch of this process; there is no other."""
