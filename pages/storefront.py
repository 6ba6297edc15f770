"""The storefront of one store view, as one browser sees it."""

from typing import Any

from playwright.sync_api import Page, expect
from pydantic import SecretStr

from api.models import Credentials
from pages import session, time_limits
from pages.account_menu import AccountMenu
from pages.address_book_page import AddressBookPage
from pages.address_form_page import AddressFormPage
from pages.my_account_page import MyAccountPage
from pages.sign_in_page import SignInPage
from pages.theme import LUMA, Theme

_SIGNED_OUT = "/customer/account/logoutsuccess"

_FETCH = """async ([path, headers]) => {
    const answer = await fetch(path, {headers: {Accept: "application/json", ...headers}});
    return {
        status: answer.status, content_type: answer.headers.get("Content-Type") ?? "", text: await answer.text(),
    };
}"""


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
        self.header = page.locator(theme.header)
        self.messages = page.locator(theme.messages)

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

    def sign_in(self, credentials: Credentials) -> None:
        """Sign in on the sign-in page, then open My Account, which only a signed-in customer gets to see.

        Where a shop sends its customers after signing in is its own choice, so it is not waited for.
        """
        self.sign_in_page.open()
        self.sign_in_page.submit(credentials.username, credentials)
        expect(self.sign_in_page.body, "the sign-in page is still shown").to_have_count(0)
        expect(self.header, "the sign-in form led to no page of the shop").to_be_visible()
        self.my_account_page.open()

    def sign_out(self) -> None:
        """Sign out in the account menu and wait for the answer with the page that says so.

        The page itself is not waited for: it leaves by itself after five seconds, so a slow browser may never show it.
        """
        self.account_menu.open()
        with self.page.expect_response(lambda one: _SIGNED_OUT in one.url.lower()):
            self.account_menu.sign_out.click(timeout=time_limits.NAVIGATION)
