"""An address as the storefront writes it: Magento's stock template, line by line."""

from collections.abc import Iterator

from markupsafe import Markup, escape

from sandbox.defects import defective
from sandbox.records import Address
from sandbox.storefront.visit import Visit


def address_lines(address: Address, visit: Visit) -> list[Markup]:
    """Write the lines that are set, escaped, with the country in the language of the store view."""
    write = Markup if defective("raw-markup") else escape
    return [write(line) for line in _lines(address, visit) if line]


def _lines(address: Address, visit: Visit) -> Iterator[str | None]:
    name = (address.prefix, address.firstname, address.middlename, address.lastname, address.suffix)
    yield " ".join(part for part in name if part)
    yield address.company
    yield from address.street
    # Two blanks after the city, as in Magento's own template: a browser shows one.
    place = ", ".join(part for part in (address.region, address.postcode) if part)
    yield f"{address.city},  {place}" if place else address.city
    yield visit.shop.directory.country_name(address.country_id, visit.store.locale)
    if address.telephone:
        yield Markup('T: <a href="tel:{0}">{0}</a>').format(address.telephone)
    yield f"F: {address.fax}" if address.fax else None
    yield f"VAT: {address.vat_id}" if address.vat_id else None
