"""What a browser page shows and tells at one moment: for sentences, and for whoever looks for the cause."""

import re
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Error, Page, Request

from harness.browser.asserted_elements import OUTLINE, AssertedElements

_MESSAGES = '.page.messages .message, [role="alert"]:not(:empty), .message-error, div.message.error'
"""Where storefronts tell a customer what went right or wrong."""

_TALLEST = 6_000
"""Pixels of a page that a picture shows at most."""

_WORKINGS = re.compile(r"(<(script|style)\b[^>]*>).*?(</\2>)", re.DOTALL | re.IGNORECASE)
_LONGEST = 100_000

_QUALITY = 75
"""Of a JPEG: letters stay sharp, and a shop's photographs small."""


class PageSnapshot:
    """One page of a browser; taking evidence of it changes nothing that a shop could notice."""

    def __init__(self, page: Page) -> None:
        self._page = page

    @property
    def name(self) -> str:
        """Give title and path, as a person would name the page."""
        url = urlsplit(self._page.url)
        title = self._page.title()
        return f"{title}, {url.path or self._page.url}" if title else url.path or self._page.url

    @property
    def messages(self) -> list[str]:
        """Give the texts of the message area, each once; a page that is being left has none."""
        try:
            texts = self._page.locator(_MESSAGES).all_inner_texts()
        except Error:
            return []
        return list(dict.fromkeys(folded for text in texts if (folded := " ".join(text.split()))))

    @property
    def status(self) -> int | None:
        """Give the HTTP status that the page itself came with, None when that is not known."""
        for request in reversed(self._page.requests()):
            if request.is_navigation_request() and self._is_its_own(request):
                return request.existing_response.status if request.existing_response else None
        return None

    @property
    def html(self) -> str:
        """Give the document as it is now, scripts' work included; what was typed is not part of it.

        Scripts and styles are left out, and so is the end of a very long one: the trace has it all.
        """
        document = _WORKINGS.sub(r"\1\3", self._page.content())
        if len(document) <= _LONGEST:
            return document
        return f"{document[:_LONGEST]}\n... {len(document)} characters in all"

    def picture(self, asserted: AssertedElements) -> bytes:
        """Give a JPEG of the window, or of as much of the page as was asserted, with that outlined."""
        size = self._page.evaluate("() => ({width: innerWidth, height: innerHeight})")
        with asserted.marked(self._page) as end:
            below: dict[str, Any] = {}
            if end > size["height"]:
                whole = {"x": 0, "y": 0, "width": size["width"], "height": min(end + 40, _TALLEST)}
                below = {"full_page": True, "clip": whole}
            return self._page.screenshot(
                type="jpeg",
                quality=_QUALITY,
                scale="css",
                animations="disabled",
                style=OUTLINE,
                **below,
            )

    def console(self) -> str:
        """Give what scripts and browser said, in lines: `error: ...`; and scripts' errors that nobody caught."""
        lines = [f"{message.type}: {message.text}" for message in self._page.console_messages()]
        return "\n".join([*lines, *(f"uncaught: {error}" for error in self._page.page_errors())])

    def failed_requests(self) -> str:
        """Give the requests that came to nothing, in lines: method, URL, and why."""
        failed = ((request, _failure(request)) for request in self._page.requests())
        return "\n".join(f"{request.method} {request.url}: {why}" for request, why in failed if why)

    def _is_its_own(self, request: Request) -> bool:
        try:
            return request.frame == self._page.main_frame
        except Error:  # a frame is known only once the navigation has got far enough
            return True


def _failure(request: Request) -> str:
    if request.failure:
        return request.failure
    answer = request.existing_response
    if answer is None:
        return "no answer yet"
    return f"{answer.status} {answer.status_text}" if answer.status >= HTTPStatus.BAD_REQUEST else ""
