"""Notices, while a scenario runs, signs that something answers in the shop's stead, or nobody.

A step that misses what it waits for may fail because of one; nothing is kept from one scenario to the next.
"""

import json
import re
from typing import Any

import pytest
import requests
from playwright.sync_api import BrowserContext, Error, Page, Request, Response

from api.answer import Answer
from api.errors import ShopError
from harness.run.scenario import scenario_of
from harness.verdict.signs import KEPT_OUT, Sign, sign_of, sign_of_no_page, sign_of_page

_NO_ANSWER = "net::ERR_"
_ABORTED = "net::ERR_ABORTED"
"""What Chromium calls a page that it left before it came, which is nobody's fault."""

_MAGENTOS = re.compile(r"x-magento-init|data-mage-init|form_key|hyva", re.IGNORECASE)
"""What stands in a page of a Magento theme, and in no firewall's."""


class OutageWatch:
    """Sees what the scenario of the moment is answered; pytest calls its hooks.

    `creation` is the latest call that created a customer: what a sound shop takes can be sent again for another one.
    """

    def __init__(self) -> None:
        self.creation: requests.PreparedRequest | None = None
        self._last: Sign | None = None
        self._of_pages: dict[Page, tuple[Response | None, Sign | None]] = {}

    def pytest_runtest_setup(self) -> None:
        """Forget what the scenario before saw."""
        self.creation = None
        self._last = None
        self._of_pages = {}

    def pytest_acceptance_exchanged(self, response: requests.Response) -> None:
        """Look at an answer over REST."""
        request = response.request
        call = f"{request.method} {request.path_url.partition('?')[0]}"
        self._last = sign_of_answer(call, response)
        if self._last is None and response.ok and _creates_customer(request):
            self.creation = request

    def pytest_acceptance_context_opened(self, context: BrowserContext) -> None:
        """Look at the pages that a browser opens from now on."""
        context.on("response", self._notice_page)
        context.on("requestfailed", self._notice_no_page)

    def sign_for(self, failure: BaseException, item: pytest.Item) -> Sign | None:
        """Give the sign that may stand behind a failure, None where nothing looks like an outage.

        A REST error is its own sign. Any other failure goes by what the page in the browser came with, else by the
        latest REST answer.
        """
        for error in (failure, *getattr(failure, "exceptions", ()), *getattr(failure, "errors", ())):
            if isinstance(error, ShopError):
                return sign_of(error)
        pages = [page for context in scenario_of(item).contexts for page in context.pages]
        signs = [sign for page in reversed(pages) if (sign := self._of_page(page))]
        return signs[0] if signs else self._last

    def _of_page(self, page: Page) -> Sign | None:
        response, sign = self._of_pages.get(page, (None, None))
        if response is None:
            return sign
        request = response.request
        # Only a refusal's words matter, and a page's content has no time limit to be had by.
        is_magentos = response.status in KEPT_OUT and _is_magentos(page)
        return sign_of_page(request.method, request.url, response.status, is_magentos=is_magentos)

    def _notice_page(self, response: Response) -> None:
        if page := _shown_in(response.request):
            self._of_pages[page] = (response, None)

    def _notice_no_page(self, request: Request) -> None:
        failure = request.failure or ""
        page = _shown_in(request)
        if page and failure.startswith(_NO_ANSWER) and failure != _ABORTED:
            self._of_pages[page] = (None, sign_of_no_page(request.method, request.url, failure))


def sign_of_answer(call: str, response: requests.Response) -> Sign | None:
    """Give the sign that an answer over REST is, None for one of Magento's own."""
    answer: Answer[Any] = Answer.of(response, call, object)
    try:
        _ = answer.json if answer.accepted else answer.refusal
    except ShopError as error:
        return sign_of(error)
    return None if answer.accepted else sign_of(answer.refusal)


def _creates_customer(request: requests.PreparedRequest) -> bool:
    path, body = request.path_url.partition("?")[0], request.body
    if request.method != "POST" or not path.endswith("/V1/customers") or not body:
        return False
    try:
        sent = json.loads(body)
    except ValueError:
        return False
    return isinstance(sent, dict) and isinstance(sent.get("customer"), dict) and "password" in sent


def _shown_in(request: Request) -> Page | None:
    """Give the page whose document the request asks for, None for anything within a page."""
    try:
        is_document = request.is_navigation_request() and request.frame.parent_frame is None
        return request.frame.page if is_document else None
    except Error:  # the frame is known only once the navigation has got far enough
        return None


def _is_magentos(page: Page) -> bool:
    try:
        return bool(_MAGENTOS.search(page.content()))
    except Error:  # it is being left, or closed
        return False
