"""Sentences about the addresses of a customer who is yet to be created."""

from typing import Any

import pytest
from pytest_bdd import given, parsers

from api.fitting import Fitting
from api.magento import Magento
from api.models import Country, StoreIds
from api.new_customer import LEFT_OUT, NewAddress, NewCustomer, NewRegion, full_address, region_of
from api.shop_profile import ShopProfile

ADDRESS = "customer.addresses.0"
STREETS = {
    "no lines": [],
    "one empty line": [""],
}


@pytest.fixture
def albany(new_customer: NewCustomer, home: Country, fits: Fitting) -> NewAddress:
    """Describe another address, no default: in Albany, or in another town of the country where the shop sells."""
    place = fits.places[1]
    where = {
        "street": (place.street,),
        "city": place.city,
        "postcode": place.postcode,
        "region": region_of(place, home),
        "telephone": place.telephone,
    }
    return new_customer.addresses[0].model_copy(
        update={**where, "default_billing": False, "default_shipping": False}
    )


@pytest.fixture
def address_in(
    new_customer: NewCustomer, albany: NewAddress, city_of: dict[str, str]
) -> dict[str, NewAddress]:
    """Give Jane Doe's two addresses by their cities: the one that she has, and the one that some scenarios add."""
    return {"Purchase": new_customer.address_in(city_of["Purchase"]), "Albany": albany}


@given(
    "her default billing address is in Purchase and her default shipping address in Albany",
    target_fixture="new_customer",
)
def her_defaults_differ(new_customer: NewCustomer, albany: NewAddress) -> NewCustomer:
    """Split the two defaults."""
    purchase = new_customer.addresses[0].model_copy(update={"default_shipping": False})
    shipping = albany.model_copy(update={"default_shipping": True})
    return new_customer.model_copy(update={"addresses": (purchase, shipping)})


@given("she has a second address in Albany beside the default one", target_fixture="new_customer")
def she_has_a_second_address(new_customer: NewCustomer, albany: NewAddress) -> NewCustomer:
    """Add an address that is no default."""
    return new_customer.model_copy(update={"addresses": (*new_customer.addresses, albany)})


@given("her address is flagged neither for billing nor for shipping", target_fixture="new_customer")
def her_address_is_no_default(new_customer: NewCustomer) -> NewCustomer:
    """Take the flags away."""
    unflagged = new_customer.addresses[0].model_copy(
        update={"default_billing": False, "default_shipping": False}
    )
    return new_customer.model_copy(update={"addresses": (unflagged,)})


@given("she has no address", target_fixture="new_customer")
def she_has_no_address(new_customer: NewCustomer) -> NewCustomer:
    """Send an empty list of addresses."""
    return new_customer.model_copy(update={"addresses": ()})


@given(parsers.parse("her address has no {part}"), target_fixture="new_customer")
def her_address_has_no(new_customer: NewCustomer, part: str) -> NewCustomer:
    """Take a field out of the address."""
    return new_customer.changed(f"{ADDRESS}.{part}", LEFT_OUT)


@given("every field of her address has a value of its own", target_fixture="new_customer")
def her_address_is_full(new_customer: NewCustomer, profile: ShopProfile) -> NewCustomer:
    """Fill what Jane Doe leaves empty, too."""
    address = full_address(new_customer.addresses[0], profile.street_lines)
    return new_customer.model_copy(update={"addresses": (address,)})


@given("her address lacks a telephone number", target_fixture="new_customer")
def her_address_lacks_a_telephone(new_customer: NewCustomer) -> NewCustomer:
    """Describe an address without it."""
    return new_customer.with_address(telephone=None)


@given("her address lacks a postcode", target_fixture="new_customer")
def her_address_lacks_a_postcode(new_customer: NewCustomer) -> NewCustomer:
    """Describe an address without it."""
    return new_customer.with_address(postcode=None)


@given(
    parsers.re("her address has a street of (?P<lines>no lines|one empty line)$"),
    target_fixture="new_customer",
)
def her_street_has_lines(new_customer: NewCustomer, lines: str) -> NewCustomer:
    """Send fewer lines than a street has."""
    return new_customer.changed(f"{ADDRESS}.street", STREETS[lines])


@given("her address has a street of a line too many", target_fixture="new_customer")
def her_street_is_too_long(new_customer: NewCustomer, profile: ShopProfile) -> NewCustomer:
    """Send a line more than the shop takes."""
    lines = [f"Line {number}" for number in range(profile.street_lines + 1)]
    return new_customer.changed(f"{ADDRESS}.street", lines)


@given(parsers.parse("her address has the id {number:d}"), target_fixture="new_customer")
def her_address_has_an_id(new_customer: NewCustomer, number: int) -> NewCustomer:
    """Send an id along."""
    return new_customer.changed(f"{ADDRESS}.id", number)


@given(parsers.re(r'her address is in "(?P<city>[^"]*)"$'), target_fixture="new_customer")
def her_address_is_in_the_city(new_customer: NewCustomer, city: str) -> NewCustomer:
    """Send another city."""
    return new_customer.with_address(city=city)


@given(parsers.parse('her telephone number is "{number}"'), target_fixture="new_customer")
def her_telephone_number_is(new_customer: NewCustomer, number: str) -> NewCustomer:
    """Send another telephone number."""
    return new_customer.with_address(telephone=number)


@given("her address's region is unknown", target_fixture="new_customer")
def her_region_is_unknown(new_customer: NewCustomer) -> NewCustomer:
    """Send an id that no region has."""
    return new_customer.changed(f"{ADDRESS}.region", {"regionId": 999999})


@given("her address's region is one of another country", target_fixture="new_customer")
def her_region_is_of_another_country(
    new_customer: NewCustomer, magento: Magento, store_ids: StoreIds
) -> NewCustomer:
    """Send a region of Canada for an address in the United States."""
    canadian = magento.country("CA", scope=store_ids.code).value.available_regions[0]
    return new_customer.changed(f"{ADDRESS}.region", {"regionId": int(canadian.id)})


@given("her address's region has New York's id and the name \"Texas\"", target_fixture="new_customer")
def her_region_has_another_name(new_customer: NewCustomer) -> NewCustomer:
    """Contradict the id by the name."""
    region = {"regionId": new_customer.addresses[0].region.region_id, "region": "Texas"}
    return new_customer.changed(f"{ADDRESS}.region", region)


@given('her address\'s region is the code "NY" alone', target_fixture="new_customer")
def her_region_is_a_code(new_customer: NewCustomer) -> NewCustomer:
    """Leave the region's id and name out; elsewhere than in New York it is her own region's code."""
    code = new_customer.addresses[0].region.region_code
    return new_customer.changed(f"{ADDRESS}.region", {"regionCode": code})


@given('her address is in London with the region "Greater London"', target_fixture="new_customer")
def her_address_is_in_london(new_customer: NewCustomer) -> NewCustomer:
    """Move her to a country without a list of regions."""
    london: dict[str, Any] = {
        "city": "London",
        "postcode": "SW1A 1AA",
        "country_id": "GB",
        "region": NewRegion(region="Greater London"),
    }
    moved = new_customer.addresses[0].model_copy(update=london)
    return new_customer.model_copy(update={"addresses": (moved,)})


@given(parsers.parse('her address is in the country "{code}"'), target_fixture="new_customer")
def her_address_is_in_the_country(new_customer: NewCustomer, code: str) -> NewCustomer:
    """Send another country."""
    return new_customer.changed(f"{ADDRESS}.countryId", code)


@given(
    parsers.parse('her address has the company "{company}" and the street "{first}", "{second}"'),
    target_fixture="new_customer",
)
def her_address_has_company_and_street(
    new_customer: NewCustomer, company: str, first: str, second: str
) -> NewCustomer:
    """Describe another address."""
    return new_customer.with_address(company=company, street=(first, second))


@given(parsers.re(r'her address has the company "(?P<company>[^"]*)"$'), target_fixture="new_customer")
def her_address_has_a_company(new_customer: NewCustomer, company: str) -> NewCustomer:
    """Describe another address."""
    return new_customer.with_address(company=company)


@given(parsers.parse('her address is that of "{firstname}" "{lastname}"'), target_fixture="new_customer")
def her_address_is_that_of(new_customer: NewCustomer, firstname: str, lastname: str) -> NewCustomer:
    """Describe another person's address."""
    return new_customer.with_address(firstname=firstname, lastname=lastname)
