"""The Address Book's list of the addresses that are no default: a row each, or six cells each of a grid."""

from dataclasses import dataclass

from playwright.sync_api import Locator

from api.comparison import Difference
from api.models import Country
from api.new_customer import NewAddress
from pages.theme import Cell


@dataclass(frozen=True)
class AddressList:
    """Rows of addresses; `none` is what the shop shows in their place, `cells` what a row shows of an address."""

    rows: Locator
    none: Locator
    cells: tuple[Cell, ...]

    def differences(self, expected: NewAddress, country: Country) -> list[Difference]:
        """List the cells of the only row that do not hold exactly what of `expected` belongs there.

        Unlike the boxes, the list has no template: its columns are the theme's.
        """
        parts = _parts(expected, country)
        found = [(cell, cell.text.format_map(parts), self._text(cell)) for cell in self.cells]
        return [
            Difference("other address", cell.name, text or "nothing", seen or "nothing")
            for cell, text, seen in found
            if seen != text
        ]

    def _text(self, cell: Cell) -> str:
        """Read a cell, those too that a narrow window hides."""
        return " ".join((self.rows.locator(cell.selector).text_content() or "").split())


def _parts(address: NewAddress, country: Country) -> dict[str, str]:
    return {
        "first name": address.firstname,
        "last name": address.lastname,
        "company": address.company or "",
        "street": ", ".join(address.street),
        "city": address.city,
        "country": country.full_name_locale,
        "region": address.region.region or "",
        "postcode": address.postcode or "",
        "telephone": address.telephone or "",
    }
