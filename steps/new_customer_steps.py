"""Sentences about a customer who is yet to be created: Jane Doe, and what is different about her."""

import secrets
from typing import Any

import pytest
from pytest_bdd import given, parsers

from api.magento import Magento
from api.models import Country, Credentials, StoreIds
from api.new_customer import LEFT_OUT, NewAddress, NewCustomer, NewRegion, tutorial_address

FIELDS = {
    "first name": "customer.firstname",
    "last name": "customer.lastname",
    "e-mail": "customer.email",
    "password": "password",
    "store view's id": "customer.store_id",
    "website's id": "customer.website_id",
    "customer group's id": "customer.group_id",
}
ADDRESS = "customer.addresses.0"


@pytest.fixture
def new_customer(
    credentials: Credentials,
    store_ids: StoreIds,
    united_states: Country,
    required_fields: dict[str, Any],
) -> NewCustomer:
    """Describe Jane Doe with an e-mail of her own and the ids of the store view."""
    return NewCustomer(
        credentials=credentials,
        store_id=store_ids.store_id,
        website_id=store_ids.website_id,
        addresses=(tutorial_address(united_states),),
        required=required_fields,
    )


@pytest.fixture
def country(magento: Magento, new_customer: NewCustomer, store_ids: StoreIds) -> Country:
    """Give the country of her first address as the store view writes it."""
    return magento.country(new_customer.addresses[0].country_id, scope=store_ids.code).value


@pytest.fixture
def other_new_customer(
    other_credentials: Credentials, new_customer: NewCustomer, albany: NewAddress
) -> NewCustomer:
    """Describe a second customer, whose defaults are in Albany."""
    address = albany.model_copy(update={"default_billing": True, "default_shipping": True})
    return new_customer.model_copy(update={"credentials": other_credentials, "addresses": (address,)})


@pytest.fixture
def albany(new_customer: NewCustomer) -> NewAddress:
    """Describe another address, no default."""
    return new_customer.addresses[0].model_copy(
        update={
            "street": ("1 Pine Rd",),
            "city": "Albany",
            "postcode": "12207",
            "default_billing": False,
            "default_shipping": False,
        }
    )


@given("the tutorial's customer Jane Doe, not yet created", target_fixture="new_customer")
def tutorials_customer_not_yet_created(new_customer: NewCustomer) -> NewCustomer:
    """Take the description of Jane Doe."""
    return new_customer


@given("she has the optional fields", target_fixture="new_customer")
def she_has_optional_fields(new_customer: NewCustomer, datatable: list[list[str]]) -> NewCustomer:
    """Add the fields of the table."""
    return new_customer.model_copy(update={"more": dict(datatable[1:])})


@given("she subscribes to the newsletter", target_fixture="new_customer")
def she_subscribes(new_customer: NewCustomer) -> NewCustomer:
    """Add the newsletter's attribute."""
    return new_customer.model_copy(update={"more": {"extension_attributes": {"is_subscribed": True}}})


@given(parsers.parse('she is called "{firstname}" "{lastname}"'), target_fixture="new_customer")
def she_is_called(new_customer: NewCustomer, firstname: str, lastname: str) -> NewCustomer:
    """Give her another name."""
    return new_customer.model_copy(update={"firstname": firstname, "lastname": lastname})


@given("her e-mail is written in mixed case", target_fixture="new_customer")
def her_email_is_in_mixed_case(new_customer: NewCustomer, credentials: Credentials) -> NewCustomer:
    """Write the e-mail's first letters large."""
    mixed = credentials.model_copy(update={"username": credentials.username.title()})
    return new_customer.model_copy(update={"credentials": mixed})


@given(parsers.parse("her {field} is left out"), target_fixture="new_customer")
def her_field_is_left_out(new_customer: NewCustomer, field: str) -> NewCustomer:
    """Take a field out of the body."""
    return new_customer.changed(FIELDS[field], LEFT_OUT)


@given(
    parsers.re(r'her (?P<field>first name|e-mail|password) is "(?P<value>.*)"'), target_fixture="new_customer"
)
def her_field_is(new_customer: NewCustomer, field: str, value: str) -> NewCustomer:
    """Send another text."""
    return new_customer.changed(FIELDS[field], value)


@given(parsers.parse("her {field} is {number:d}"), target_fixture="new_customer")
def her_id_is(new_customer: NewCustomer, field: str, number: int) -> NewCustomer:
    """Send another number."""
    return new_customer.changed(FIELDS[field], number)


@given(parsers.parse("her first name has {length:d} letters"), target_fixture="new_customer")
def her_first_name_has_letters(new_customer: NewCustomer, length: int) -> NewCustomer:
    """Send a long name."""
    return new_customer.changed(FIELDS["first name"], "J" * length)


@given("her store view's id is that of another website's store view", target_fixture="new_customer")
def her_store_view_is_of_another_website(new_customer: NewCustomer, other_website: StoreIds) -> NewCustomer:
    """Send a store view that does not belong to the website sent."""
    return new_customer.changed(FIELDS["store view's id"], other_website.store_id)


@given("her password has a space at its beginning", target_fixture="new_customer")
def her_password_begins_with_a_space(new_customer: NewCustomer, credentials: Credentials) -> NewCustomer:
    """Put a space in front of a sound password."""
    return new_customer.changed("password", f" {credentials.password.get_secret_value()}")


@given("her password has a space at its end", target_fixture="new_customer")
def her_password_ends_with_a_space(new_customer: NewCustomer, credentials: Credentials) -> NewCustomer:
    """Put a space behind a sound password."""
    return new_customer.changed("password", f"{credentials.password.get_secret_value()} ")


@given("her password has 257 characters", target_fixture="new_customer")
def her_password_is_too_long(new_customer: NewCustomer, credentials: Credentials) -> NewCustomer:
    """Fill a sound password up."""
    return new_customer.changed("password", credentials.password.get_secret_value().ljust(257, "x"))


@given("her password has eight characters of three classes", target_fixture="new_customer")
def her_password_is_just_enough(new_customer: NewCustomer) -> NewCustomer:
    """Send the shortest password that the stock rules accept."""
    return new_customer.changed("password", f"Aa1{secrets.token_hex(3)[:5]}")


@given("her password is her e-mail", target_fixture="new_customer")
def her_password_is_her_email(new_customer: NewCustomer) -> NewCustomer:
    """Send an e-mail that is strong enough to be a password, as both."""
    email = new_customer.credentials.username.title()
    return new_customer.changed("customer.email", email).changed("password", email)


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


@given("her address has a street of three lines", target_fixture="new_customer")
def her_street_has_three_lines(new_customer: NewCustomer) -> NewCustomer:
    """Send one line more than a stock shop takes."""
    return new_customer.changed(f"{ADDRESS}.street", ["123 Oak Ave", "Suite 4", "Back door"])


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
    """Leave the region's id and name out."""
    return new_customer.changed(f"{ADDRESS}.region", {"regionCode": "NY"})


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
