"""My Account, the customer's dashboard: never cached, so the truth about who is signed in."""

from playwright.sync_api import Page, Response, expect

from pages.address_box import AddressBox
from pages.theme import Theme


class MyAccountPage:
    """Shows the customer's name, e-mail and default addresses, and leads to the Address Book."""

    def __init__(self, page: Page, storefront_address: str, theme: Theme) -> None:
        self._page = page
        self._address = f"{storefront_address}/customer/account/"
        self.body = page.locator(theme.my_account_page)
        self.heading = page.locator(theme.heading)
        self.contact_information = page.locator(theme.contact_information).first
        self.address_book_link = page.locator(theme.sidebar_address_book)
        billing = page.locator(theme.summary_billing_address)
        shipping = page.locator(theme.summary_shipping_address)
        labels = theme.address_labels
        self.default_billing = AddressBox("My Account's default billing address", billing, billing, labels)
        self.default_shipping = AddressBox(
            "My Account's default shipping address", shipping, shipping, labels
        )

    def open(self) -> None:
        """Open the page by its address; a guest would be sent to the sign-in page instead."""
        self.ask_for()
        self.expect_shown()

    def ask_for(self) -> Response | None:
        """Ask for the page by its address, wherever the shop then leads, and give the last answer."""
        return self._page.goto(self._address)

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows."""
        expect(self.body).to_be_visible()

    def open_address_book(self) -> None:
        """Follow the sidebar's link to the Address Book."""
        self.address_book_link.click()
