"""Notices, while a scenario runs, that something answers in the shop's stead, or nobody.

A step that then misses what it waited for fails as if the shop were wrong; what was seen here is its excuse.
"""

from typing import Any

import requests
from playwright.sync_api import BrowserContext, Request, Response

from api.errors import NotRest, ShopError, Unreachable
from harness.core.causes import DOWN

_NO_ANSWER = "net::ERR_"
_GIVEN_UP = "net::ERR_ABORTED"
"""What Chromium calls a page that it left before it came, which is nobody's fault."""


class OutageWatch:
    """Sees what a scenario is answered, over REST and in its browsers; `is_seen` tells of an outage."""

    def __init__(self) -> None:
        self.is_seen = False

    def begin(self) -> None:
        """Forget what the scenario before saw."""
        self.is_seen = False

    def learn(self, error: ShopError) -> None:
        """Look at a call over REST that gave no answer of Magento's."""
        self.is_seen |= isinstance(error, Unreachable | NotRest)

    def notice(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        """Look at an answer over REST; this is a response hook for a `requests` session."""
        is_json = "json" in response.headers.get("Content-Type", "")
        self.is_seen |= response.status_code in DOWN and not is_json

    def look_at(self, context: BrowserContext) -> None:
        """Look at the pages that a browser opens from now on."""
        context.on("response", self._notice_page)
        context.on("requestfailed", self._notice_no_page)

    def _notice_page(self, response: Response) -> None:
        self.is_seen |= response.status in DOWN and response.request.is_navigation_request()

    def _notice_no_page(self, request: Request) -> None:
        failure = request.failure or ""
        no_answer = failure.startswith(_NO_ANSWER) and failure != _GIVEN_UP
        self.is_seen |= no_answer and request.is_navigation_request()


outage_watch = OutageWatch()
"""The watch of this process; there is no other."""
