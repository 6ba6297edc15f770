"""One place where a page shows an address, and the texts that an address is shown with."""

from dataclasses import dataclass

from playwright.sync_api import Locator, expect

from api.models import Country
from api.new_customer import NewAddress


@dataclass(frozen=True)
class AddressBox:
    """A box with an address; `name` is what the shop calls it, `none` what it shows in its place."""

    name: str
    address: Locator
    none: Locator

    def missing(self, expected: NewAddress, country: Country) -> list[str]:
        """List what of `expected` the box does not show, each with what it shows instead.

        A shop's address template decides on order and decoration, so the text is searched for each part, with
        its white space folded.
        """
        expect(self.address, f"the {self.name} is missing").to_be_visible()
        shown = " ".join(self.address.inner_text().split())
        return [
            f"{self.name}, {part}: expected {text}, seen {shown}"
            for part, text in address_parts(expected, country).items()
            if text not in shown
        ]


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
