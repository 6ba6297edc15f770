"""The Address Book with the customer's default billing and default shipping address."""

from playwright.sync_api import Locator, Page, expect

from api.models import Country
from api.new_customer import NewAddress
from pages.theme import Theme


class AddressBox:
    """One of the boxes that show a default address; `name` is what the shop calls it."""

    def __init__(self, name: str, address: Locator) -> None:
        self.name = name
        self.address = address

    def missing(self, expected: NewAddress, country: Country) -> list[str]:
        """List what of `expected` the box does not show, each with what it shows instead.

        A shop's address template decides on order and decoration, so the text is searched for each part, with
        its white space folded.
        """
        expect(self.address, f"the {self.name} is shown").to_be_visible()
        shown = " ".join(self.address.inner_text().split())
        return [
            f"{self.name}, {part}: expected {text}, seen {shown}"
            for part, text in address_parts(expected, country).items()
            if text not in shown
        ]


class AddressBookPage:
    """Shows the two defaults as boxes and every other address in a list."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self.body = page.locator(theme.address_book_page)
        self.default_billing = AddressBox(
            "default billing address", page.locator(theme.default_billing_address)
        )
        self.default_shipping = AddressBox(
            "default shipping address", page.locator(theme.default_shipping_address)
        )

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows."""
        expect(self.body).to_be_visible()


def address_parts(address: NewAddress, country: Country) -> dict[str, str]:
    """Give the texts that a storefront shows of an address, by what they are, in its order.

    "City, Region, Postcode" is one text; a region, company or telephone number that is not set is left out.
    """
    place = (address.city, address.region.region, address.postcode)
    parts = {
        "person": f"{address.firstname} {address.lastname}",
        "company": address.company,
        "street": " ".join(address.street),
        "place": ", ".join(part for part in place if part),
        "country": country.full_name_locale,
        "telephone": address.telephone,
    }
    return {name: " ".join(text.split()) for name, text in parts.items() if text}
