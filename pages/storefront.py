"""The storefront of one store view, as one browser sees it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

from playwright.sync_api import Page, expect
from pydantic import SecretStr

from api.models import Credentials
from pages import session, time_limits
from pages.account_menu import AccountMenu
from pages.address_book_page import AddressBookPage
from pages.address_form_page import AddressFormPage
from pages.keyboard import Keyboard
from pages.my_account_page import MyAccountPage
from pages.sign_in_page import SignInPage
from pages.theme import Theme
from pages.themes.luma import LUMA

_SIGNED_OUT = re.compile("/customer/account/logoutsuccess", re.IGNORECASE)

_FETCH = """async ([path, headers]) => {
    const answer = await fetch(path, {headers: {Accept: "application/json", ...headers}});
    return {
        status: answer.status, content_type: answer.headers.get("Content-Type") ?? "", text: await answer.text(),
    };
}"""


_HEIGHT = 900
"""Pixels of a window whose height is not known, as that of a browser elsewhere."""


class Storefront:
    """Joins the pages of the storefront at `url` (no trailing slash) in one browser page."""

    def __init__(self, page: Page, url: str, theme: Theme = LUMA) -> None:
        self.page = page
        self.url = url
        self.theme = theme
        self.sign_in_page = SignInPage(page, url, theme)
        self.account_menu = AccountMenu(page, theme)
        self.my_account_page = MyAccountPage(page, url, theme)
        self.address_book_page = AddressBookPage(page, url, theme)
        self.address_form_page = AddressFormPage(page, url, theme)
        self.keyboard = Keyboard(page)
        self.header = page.locator(theme.header)
        self.messages = page.locator(theme.messages)
        self._alive = page.locator(theme.scripts_ran)

    def __repr__(self) -> str:
        """Show the URL alone."""
        return f"<Storefront at {self.url}>"

    @property
    def session_id(self) -> SecretStr:
        """The id of the session that this browser has, "" for none."""
        return session.session_id(self.page.context, self.url)

    def adopt_session(self, known: SecretStr) -> None:
        """Come with the id of a session that this browser was never given."""
        session.adopt_session(self.page.context, self.url, known)

    def fetch(self, path: str, headers: dict[str, str]) -> dict[str, Any]:
        """Call a path of the shop's host from a page's script, which sends the session's cookie along.

        Gives the answer's status, content type and text.
        """
        answer: dict[str, Any] = self.page.evaluate(_FETCH, [path, headers])
        return answer

    def resize(self, width: int) -> None:
        """Make the window this many pixels wide, and leave its height."""
        size = self.page.viewport_size or {"width": width, "height": _HEIGHT}
        self.page.set_viewport_size({"width": width, "height": size["height"]})

    def sign_in(self, credentials: Credentials) -> None:
        """Sign in on the sign-in page and get to My Account, which only a signed-in customer sees.

        Where a shop leads its customers after signing in is its own choice: it is opened where they land elsewhere.
        """
        self.sign_in_page.open()
        self.sign_in_page.submit(credentials.username, credentials)
        expect(self.sign_in_page.body, "the sign-in page is still shown").to_have_count(0)
        expect(self.header, "the sign-in form led to no page of the shop").to_be_visible()
        self.my_account_page.reach()

    def expect_scripts_ran(self) -> None:
        """Wait until the scripts of a customer's page have run; whatever message there is they have brought."""
        expect(self._alive, "the page's scripts did not run").to_be_attached()

    def sign_in_by_keyboard(self, credentials: Credentials) -> None:
        """Sign in with Tab, letters and Enter, and wait for what comes after the sign-in page."""
        form = self.sign_in_page
        form.open()
        self.keyboard.type_into(form.email, credentials.username)
        self.keyboard.type_into(form.password, credentials.password.get_secret_value())
        self.page.keyboard.press("Enter")
        expect(form.body, "the sign-in page is still shown").to_have_count(0)
        expect(self.header, "the sign-in form led to no page of the shop").to_be_visible()

    def open_my_account_by_keyboard(self) -> None:
        """Open the account menu and follow its link to My Account, without a mouse."""
        self.expect_scripts_ran()
        self.account_menu.follow(self.account_menu.my_account, self.keyboard)
        self.my_account_page.expect_shown()

    def open_address_book_by_keyboard(self) -> None:
        """Follow My Account's link to the Address Book, without a mouse."""
        self.keyboard.follow(self.my_account_page.address_book_link, self.theme.account_navigation_opened_by)
        self.address_book_page.expect_shown()

    def sign_out_by_keyboard(self) -> None:
        """Sign out in the account menu, without a mouse, and wait for the answer with the page that says so."""
        self.expect_scripts_ran()
        with self._signing_out():
            self.account_menu.follow(self.account_menu.sign_out, self.keyboard)

    def sign_out(self) -> None:
        """Sign out in the account menu and wait for the answer with the page that says so."""
        self.account_menu.open()
        with self._signing_out():
            self.account_menu.sign_out.click(timeout=time_limits.NAVIGATION)

    @contextmanager
    def _signing_out(self) -> Iterator[None]:
        """Wait until the page that says so has begun: it leaves by itself, so a slow browser may never show it."""
        with self.page.expect_navigation(url=_SIGNED_OUT, wait_until="commit") as navigation:
            yield
        status = navigation.value.status if navigation.value else None
        assert status == HTTPStatus.OK, f"the page after signing out: expected 200, seen {status}"
