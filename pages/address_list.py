"""The Address Book's list of the addresses that are no default: a row each, a cell for each of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Locator

from api.comparison import Difference
from api.models import Country
from api.new_customer import NewAddress


@dataclass(frozen=True)
class AddressList:
    """Rows of addresses; `none` is what the shop shows in their place, `cells` the selectors of a row's cells."""

    rows: Locator
    none: Locator
    cells: Mapping[str, str]

    def differences(self, expected: NewAddress, country: Country) -> list[Difference]:
        """List the cells of the only row that do not hold exactly what of `expected` belongs there.

        Unlike the boxes, the list has no template: its columns are the same on every shop.
        """
        found = {name: self._text(self.rows.locator(selector)) for name, selector in self.cells.items()}
        return [
            Difference("other address", name, text or "nothing", found[name] or "nothing")
            for name, text in _texts(expected, country).items()
            if found[name] != text
        ]

    def _text(self, cell: Locator) -> str:
        return " ".join(cell.inner_text().split())


def _texts(address: NewAddress, country: Country) -> dict[str, str]:
    return {
        "first name": address.firstname,
        "last name": address.lastname,
        "street": ", ".join(address.street),
        "city": address.city,
        "country": country.full_name_locale,
        "region": address.region.region or "",
        "postcode": address.postcode or "",
        "telephone": address.telephone or "",
    }
