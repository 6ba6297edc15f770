"""A wait that ran out is one sentence: what was waited for, and what the page showed instead."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from harness.browser import wait_messages
from harness.browser.asserted_elements import AssertedElements
from harness.browser.page_snapshot import PageSnapshot
from pages.themes.luma import LUMA

SIGN_IN = """<title>Customer Login</title><body class="customer-account-login">
<div class="page messages"><div class="message message-error">The sign-in was incorrect.</div></div>
<form><p class="note">Hello there</p><input name="login[username]"></form>"""
INSTEAD = 'the browser is at Customer Login, /login, which says "The sign-in was incorrect."'

Wait = Callable[[Page], object]

WAITS: dict[str, tuple[Wait, str]] = {
    "part by its name": (
        lambda page: expect(page.locator(LUMA.address_book_page)).to_be_visible(timeout=50),
        "the address book page expected to be visible (waited 0.05 s)",
    ),
    "own words": (
        lambda page: expect(page.locator("address"), "the address is missing").to_be_visible(timeout=50),
        "the address is missing (waited 0.05 s for address)",
    ),
    "other text": (
        lambda page: expect(page.locator(".note")).to_have_text("Good bye", timeout=50),
        ".note expected to have text 'Good bye', seen Hello there (waited 0.05 s)",
    ),
    "count": (
        lambda page: expect(page.locator("form p").first).to_have_count(0, timeout=50),
        "form p expected to have count '0', seen 1 (waited 0.05 s)",
    ),
    "click": (
        lambda page: page.locator(LUMA.sign_in_form).locator(LUMA.sign_in_button).click(timeout=50),
        "the sign in button: no chance to click within 0.05 s",
    ),
    "click on an unnamed part": (
        lambda page: page.locator('a[href$="/sales"]').click(timeout=50),
        'a[href$="/sales"]: no chance to click within 0.05 s',
    ),
}


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """Open the sign-in page of some shop."""
    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/login", lambda route: route.fulfill(body=SIGN_IN, content_type="text/html"))
        page.route("**/down", lambda route: route.fulfill(status=503, body="Down", content_type="text/html"))
        yield page


@pytest.mark.parametrize(("wait", "reported"), WAITS.values(), ids=WAITS)
def test_wait_is_reported_with_what_the_page_shows(tab: Page, wait: Wait, reported: str) -> None:
    """By the theme's name for the part where it has one, else by its selector."""
    tab.goto("http://shop.test/login")
    assert _sentence(tab, wait) == f"{reported}; {INSTEAD}"


def test_page_of_a_server_without_its_shop_is_reported(tab: Page) -> None:
    """Its status, in words."""
    tab.goto("http://shop.test/down")
    reported = _sentence(tab, lambda page: expect(page.locator("form")).to_be_visible(timeout=50))
    assert reported.endswith("; the browser is at /down with 503 Service Unavailable")


def test_page_that_never_came_is_reported(tab: Page) -> None:
    """With the browser's own word for why."""
    reported = _sentence(tab, lambda page: page.goto("http://127.0.0.1:6530/"))
    assert re.match(
        r"the browser got no page: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:6530/", reported
    )


def _sentence(page: Page, wait: Wait) -> str:
    asserted = AssertedElements()
    asserted.watch()
    try:
        with pytest.raises((AssertionError, Error)) as caught:
            wait(page)
    finally:
        asserted.unwatch()
    return wait_messages.sentence(str(caught.value), asserted.last, PageSnapshot(page))
