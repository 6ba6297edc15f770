"""One place where a page shows an address, and the texts that an address is shown with."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from playwright.sync_api import Locator, expect

from api.comparison import Difference
from api.models import Country
from api.new_customer import NewAddress


@dataclass(frozen=True)
class AddressBox:
    """A box with an address; `name` is what the shop calls it, `none` what it shows in its place."""

    name: str
    address: Locator
    none: Locator

    def missing(self, expected: NewAddress, country: Country) -> list[Difference]:
        """List what of `expected` the box does not show, each with what it shows instead.

        A shop's address template decides on order and decoration, so the text is searched for each part, with
        its white space folded.
        """
        expect(self.address, f"the {self.name} is missing").to_be_visible()
        lines = [" ".join(line.split()) for line in self.address.inner_text().splitlines() if line.strip()]
        parts = address_parts(expected, country)
        shown = " ".join(lines)
        found = {part for part, text in parts.items() if text in shown}
        others = [line for line in lines if not any(parts[part] in line for part in found)]
        return [
            Difference(self.name, *told)
            for part, text in parts.items()
            if part not in found
            for told in _told(part, text, _closest(text, others), expected)
        ]


def address_parts(address: NewAddress, country: Country) -> dict[str, str]:
    """Give the texts that a storefront shows of an address, by what they are, in its order.

    "City, Region, Postcode" is one text; a region, company or telephone number that is not set is left out.
    """
    parts = {
        "person": f"{address.firstname} {address.lastname}",
        "company": address.company,
        "street": " ".join(address.street),
        "place": ", ".join(_place(address).values()),
        "country": country.full_name_locale,
        "telephone": address.telephone,
    }
    return {name: " ".join(text.split()) for name, text in parts.items() if text}


def _place(address: NewAddress) -> dict[str, str]:
    place = {"city": address.city, "region": address.region.region, "postcode": address.postcode}
    return {name: text for name, text in place.items() if text}


def _told(part: str, text: str, seen: str, address: NewAddress) -> Iterator[tuple[str, str, str]]:
    """Tell what differs of a part; a place that is shown in the same form differs in its single fields."""
    place, pieces = _place(address), seen.split(", ")
    if part == "place" and len(pieces) == len(place):
        pairs = zip(place.items(), pieces, strict=True)
        yield from ((name, value, piece) for (name, value), piece in pairs if value != piece)
    else:
        yield part, text, seen


def _closest(text: str, lines: list[str]) -> str:
    """Give the line that is most like a text, which is what stands in its place."""
    return max(lines, key=lambda line: SequenceMatcher(None, text, line).ratio(), default="nothing")
