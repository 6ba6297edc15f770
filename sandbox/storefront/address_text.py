"""An address as the storefront writes it: Magento's stock template, line by line."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from sandbox.defects import defective
from sandbox.records import Address
from sandbox.storefront.near_misses import IN_BOXES, IN_THE_LIST, spoiled
from sandbox.storefront.visit import Visit


def address_lines(address: Address, visit: Visit) -> list[Markup]:
    """Write the lines that are set, escaped, with the country in the language of the store view."""
    write = Markup if defective("raw-markup") else escape
    return [write(line) for line in _lines(spoiled(address, IN_BOXES), visit) if line]


def listed(address: Address, visit: Visit) -> tuple[Address, str]:
    """Give an address as a row of the list shows it, and its country."""
    country = visit.shop.directory.country_name(address.country_id, visit.store.locale)
    return spoiled(address, IN_THE_LIST), address.country_id if defective("list-country-code") else country


def _lines(address: Address, visit: Visit) -> Iterator[str | None]:
    name = (address.prefix, address.firstname, address.middlename, address.lastname, address.suffix)
    yield " ".join(part for part in name if part)
    yield address.company
    yield from address.street
    # Two blanks after the city, as in Magento's own template: a browser shows one.
    place = ", ".join(part for part in (address.region, address.postcode) if part)
    yield f"{address.city},  {place}" if place else address.city
    country = visit.shop.directory.country_name(address.country_id, visit.store.locale)
    yield f"{country} Minor Outlying Islands" if defective("longer-country") else country
    if address.telephone:
        yield Markup('T: <a href="tel:{0}">{0}</a>').format(address.telephone)
    yield f"F: {address.fax}" if address.fax else None
    yield f"VAT: {address.vat_id}" if address.vat_id else None
