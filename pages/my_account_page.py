"""My Account, the customer's dashboard: never cached, so the truth about who is signed in."""

from itertools import zip_longest
from urllib.parse import urlsplit

from playwright.sync_api import Page, Response, expect

from api.comparison import Difference
from pages import time_limits
from pages.address_box import AddressBox
from pages.opening import opening
from pages.theme import Theme


class MyAccountPage:
    """Shows the customer's name, e-mail and default addresses, and leads to the Address Book."""

    def __init__(self, page: Page, storefront_url: str, theme: Theme) -> None:
        self._page = page
        self._url = f"{storefront_url}/customer/account/"
        self.body = page.locator(theme.my_account_page)
        self.heading = page.locator(theme.heading)
        self.contact_information = page.locator(theme.contact_information).first
        self._closed_navigation = theme.account_navigation_opened_by
        self.address_book_link = (
            page.locator(theme.account_navigation_address_book).filter(visible=True).first
        )
        billing = page.locator(theme.summary_billing_address)
        shipping = page.locator(theme.summary_shipping_address)
        template = (theme.address_labels, theme.address_shows)
        self.default_billing = AddressBox("My Account's default billing address", billing, billing, *template)
        self.default_shipping = AddressBox(
            "My Account's default shipping address", shipping, shipping, *template
        )

    def open(self) -> None:
        """Open the page by its URL; a guest would be sent to the sign-in page instead."""
        self.ask_for()
        self.expect_shown()

    def reach(self) -> None:
        """Open the page unless the shop has led here already, as it does after signing in where it is set so."""
        if urlsplit(self._page.url).path.rstrip("/") != urlsplit(self._url).path.rstrip("/"):
            self.ask_for()
        self.expect_shown()

    def ask_for(self) -> Response | None:
        """Ask for the page by its URL, wherever the shop then leads, and give the last answer."""
        return self._page.goto(self._url)

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows."""
        expect(self.body).to_be_visible()

    def contact_differences(self, name: str, email: str) -> list[Difference]:
        """List what the contact information shows otherwise: it is the name, the e-mail and nothing else."""
        expect(self.contact_information, "My Account does not show who she is").to_be_visible()
        shown = [" ".join(line.split()) for line in self.contact_information.inner_text().splitlines()]
        seen = zip_longest(("name", "e-mail"), (name, email), filter(None, shown))
        return [
            Difference("My Account", field or "beside it", expected or "nothing", line or "nothing")
            for field, expected, line in seen
            if expected != line
        ]

    def open_address_book(self) -> None:
        """Follow the link to the Address Book in the account's navigation, which is folded in a narrow window."""
        with opening(self._page, self._closed_navigation):
            self.address_book_link.click(timeout=time_limits.NAVIGATION)
