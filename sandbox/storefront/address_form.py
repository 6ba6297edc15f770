"""The form for an address: the fields that the settings show, and what was entered into them."""

import re
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from sandbox.records import Address, AddressDraft, Customer, RegionDraft
from sandbox.storefront.pages import PAGES, Page, show
from sandbox.storefront.visit import Visit

MOST_STREET_INPUTS = 20
TEXTS = ("prefix", "middlename", "suffix", "company", "fax", "vat_id")


def show_form(
    visit: Visit,
    address: Address | None,
    customer: Customer,
    page: Page | None,
    stranger: tuple[Customer, Address] | None = None,
) -> Response:
    """Show the form for an address of the customer's, or for a new one; a wrong store tells of a stranger's."""
    settings, lines = visit.shop.settings, visit.fields.street_lines
    post_path = f"customer/address/formPost/id/{address.id}" if address else "customer/address/formPost"
    return show(
        visit,
        "address_form",
        page or PAGES["address_form"],
        address=address,
        customer=customer,
        stranger=stranger,
        countries=visit.shop.directory.countries(visit.store),
        default_country=settings.text("general/country/default", visit.store),
        # A setting of no line at all leaves the two of a fresh shop.
        street_inputs=min(lines or 2, MOST_STREET_INPUTS),
        asks_vat=settings.is_on("customer/create_account/vat_frontend_visibility", visit.store),
        regions=_region_rules(visit),
        post_url=visit.url(post_path),
    )


def entered_address(own: Address | None) -> AddressDraft:
    """Read what was entered; what the form does not show of an own address stays as it was."""
    entered = request.form
    kept: dict[str, Any] = {name: getattr(own, name) for name in TEXTS} if own else {}
    texts: dict[str, Any] = {name: entered.get(name, kept.get(name)) or None for name in TEXTS}
    return AddressDraft(
        id=own.id if own else None,
        firstname=entered.get("firstname", ""),
        lastname=entered.get("lastname", ""),
        telephone=entered.get("telephone", ""),
        street=[value for name, value in entered.items(multi=True) if re.match(r"street\[", name) and value],
        city=entered.get("city", ""),
        region=_entered_region(own),
        postcode=entered.get("postcode", ""),
        country_id=entered.get("country_id", ""),
        **texts,
    )


def _entered_region(own: Address | None) -> RegionDraft | None:
    """Read the region's text; one that was not touched stays what it was, its id included."""
    text = request.form.get("region")
    if not text:
        return None
    if own and own.region == text:
        return RegionDraft(own.region_code, own.region, own.region_id)
    return RegionDraft(region=text)


def _region_rules(visit: Visit) -> dict[str, object]:
    """Give what the page hands its scripts about regions and postcodes."""
    settings = visit.shop.settings
    shows_all = settings.is_on("general/region/display_all")
    return {
        "optionalRegionAllowed": shows_all,
        "regionJson": {
            "config": {
                "show_all_regions": shows_all,
                "regions_required": settings.codes("general/region/state_required"),
            }
        },
        "countriesWithOptionalZip": settings.codes("general/country/optional_zip_countries"),
    }
