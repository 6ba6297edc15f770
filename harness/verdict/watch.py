"""Notices, while a scenario runs, that something answers in the shop's stead, or nobody.

A step that then misses what it waited for fails as if the shop were wrong; what was seen here counts when it is judged.
"""

from http import HTTPStatus

import requests
from playwright.sync_api import BrowserContext, Request, Response

_DOWN = {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
"""What servers say in the place of a shop that is not there."""

_NO_ANSWER = "net::ERR_"
_ABORTED = "net::ERR_ABORTED"
"""What Chromium calls a page that it left before it came, which is nobody's fault."""


class OutageWatch:
    """Sees what the scenario of the moment is answered, over REST and in its browsers; pytest calls its hooks."""

    def __init__(self) -> None:
        self.is_seen = False

    def pytest_runtest_setup(self) -> None:
        """Forget what the scenario before saw."""
        self.is_seen = False

    def pytest_acceptance_exchanged(self, response: requests.Response) -> None:
        """Look at an answer over REST."""
        is_json = "json" in response.headers.get("Content-Type", "")
        self.is_seen |= response.status_code in _DOWN and not is_json

    def pytest_acceptance_context_opened(self, context: BrowserContext) -> None:
        """Look at the pages that a browser opens from now on."""
        context.on("response", self._notice_page)
        context.on("requestfailed", self._notice_no_page)

    def _notice_page(self, response: Response) -> None:
        self.is_seen |= response.status in _DOWN and response.request.is_navigation_request()

    def _notice_no_page(self, request: Request) -> None:
        failure = request.failure or ""
        no_answer = failure.startswith(_NO_ANSWER) and failure != _ABORTED
        self.is_seen |= no_answer and request.is_navigation_request()
