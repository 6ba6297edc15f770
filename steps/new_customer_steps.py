"""Sentences about a customer who is yet to be created: Jane Doe, and what is different about her."""

from collections.abc import Callable

import pytest
from pytest_bdd import given, parsers

from api.fitting import Fitting
from api.models import Country, Credentials, StoreIds
from api.new_customer import LEFT_OUT, NewCustomer, fitted_customer, other_address
from api.passwords import password_of
from api.shop_profile import ShopProfile

FIELDS = {
    "first name": "customer.firstname",
    "last name": "customer.lastname",
    "e-mail": "customer.email",
    "password": "password",
    "id": "customer.id",
    "store view's id": "customer.store_id",
    "website's id": "customer.website_id",
    "customer group's id": "customer.group_id",
}

LONG = 16
"""Characters more than a password needs."""


@pytest.fixture
def new_customer(credentials: Credentials, store_ids: StoreIds, home: Country, fits: Fitting) -> NewCustomer:
    """Describe Jane Doe with an e-mail of her own and the ids of the store view, and with what the shop asks."""
    return fitted_customer(credentials, store_ids, home, fits)


@pytest.fixture
def city_of(fits: Fitting) -> dict[str, str]:
    """Give the cities of her two addresses by the names that the tutorial's country has for them."""
    return {"Purchase": fits.places[0].city, "Albany": fits.places[1].city}


@pytest.fixture
def country(countries: Callable[[str], Country], new_customer: NewCustomer) -> Country:
    """Give the country of her first address as the store view writes it."""
    return countries(new_customer.addresses[0].country_id)


@pytest.fixture
def other_new_customer(
    other_credentials: Credentials, new_customer: NewCustomer, home: Country, fits: Fitting
) -> NewCustomer:
    """Describe a second customer, in Albany, Texas: she shares no more than the country with the first."""
    address = other_address(fits.others_place, home).model_copy(
        update={**fits.address, "own": fits.own_address}
    )
    name = {"firstname": address.firstname, "lastname": address.lastname}
    who = {"credentials": other_credentials, "addresses": (address,), **name}
    return new_customer.model_copy(update=who)


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


@given(parsers.re(r'her e-mail is "(?P<email>.*)"'), target_fixture="new_customer")
def her_email_is(new_customer: NewCustomer, email: str) -> NewCustomer:
    """Send another e-mail; the dots stand for what is before the @ of her own, so that she is found by it."""
    own, _, _ = new_customer.credentials.username.partition("@")
    return new_customer.changed(FIELDS["e-mail"], email.replace("…", own))


@given(parsers.re(r'her (?P<field>first name) is "(?P<value>.*)"'), target_fixture="new_customer")
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


@given(parsers.parse("her password has {length:d} characters"), target_fixture="new_customer")
def her_password_is_long(new_customer: NewCustomer, credentials: Credentials, length: int) -> NewCustomer:
    """Fill a sound password up."""
    return new_customer.changed("password", credentials.password.get_secret_value().ljust(length, "x"))


@given("her password is empty", target_fixture="new_customer")
def her_password_is_empty(new_customer: NewCustomer) -> NewCustomer:
    """Send an empty text."""
    return new_customer.changed("password", "")


@given("her password is a character too short", target_fixture="new_customer")
def her_password_is_too_short(new_customer: NewCustomer, profile: ShopProfile) -> NewCustomer:
    """Send the longest password that the shop's rules refuse."""
    short = password_of(profile.password_length - 1, profile.password_classes)
    return new_customer.changed("password", short)


@given("her password is of a class too few", target_fixture="new_customer")
def her_password_is_too_plain(new_customer: NewCustomer, profile: ShopProfile) -> NewCustomer:
    """Send a long one with as many classes of characters as the shop's rules refuse."""
    plain = password_of(profile.password_length + LONG, profile.password_classes - 1)
    return new_customer.changed("password", plain)


@given("her password is just long and varied enough", target_fixture="new_customer")
def her_password_is_just_enough(new_customer: NewCustomer, profile: ShopProfile) -> NewCustomer:
    """Send the shortest password of the fewest classes that the shop's rules accept."""
    length = max(profile.password_length, profile.password_classes, 1)
    return new_customer.changed("password", password_of(length, profile.password_classes))


@given("her password is her e-mail", target_fixture="new_customer")
def her_password_is_her_email(new_customer: NewCustomer) -> NewCustomer:
    """Send an e-mail that is strong enough to be a password, as both."""
    email = new_customer.credentials.username.title()
    return new_customer.changed("customer.email", email).changed("password", email)
