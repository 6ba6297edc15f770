"""The Address Book with the customer's default billing and default shipping address."""

from playwright.sync_api import Page, Response, expect

from pages.address_box import AddressBox
from pages.address_list import AddressList
from pages.theme import Theme


class AddressBookPage:
    """Shows the two defaults as boxes and every other address in a list.

    A customer without any address never gets to see it: she is sent on to the form for a new address.
    """

    def __init__(self, page: Page, storefront_url: str, theme: Theme) -> None:
        self._page = page
        self._url = f"{storefront_url}/customer/address/"
        self.body = page.locator(theme.address_book_page)
        self.default_billing = AddressBox(
            "default billing address",
            page.locator(theme.default_billing_address),
            page.locator(theme.no_default_billing_address),
            theme.address_labels,
            theme.address_shows,
        )
        self.default_shipping = AddressBox(
            "default shipping address",
            page.locator(theme.default_shipping_address),
            page.locator(theme.no_default_shipping_address),
            theme.address_labels,
            theme.address_shows,
        )
        self.others = AddressList(
            page.locator(theme.additional_addresses),
            page.locator(theme.no_additional_addresses),
            theme.additional_address_cells,
        )

    def ask_for(self) -> Response | None:
        """Ask for the page by its URL, wherever the shop then leads, and give the last answer."""
        return self._page.goto(self._url)

    def reload(self) -> None:
        """Load the page again, as the browser's own button does."""
        self._page.reload()
        self.expect_shown()

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows."""
        expect(self.body).to_be_visible()
