"""Sentences about a customer whom Magento says it has created."""

from datetime import UTC, datetime, timedelta

import pytest
from pytest_bdd import parsers, then

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_each, check_fields, check_same
from api.magento import Magento
from api.models import Credentials, Customer, CustomerList, StoreIds
from api.new_customer import NewAddress, NewCustomer, answered
from api.secret_fields import secret_fields

CLOCKS_DIFFER = timedelta(minutes=30)


@pytest.fixture
def customer(answer: Answer[Customer]) -> Customer:
    """Read the created customer from the answer, as often as sentences ask for her."""
    return answer.value


@then("the answer is the same person in the store view and website of the ids")
def answer_is_the_same_person(
    answer: Answer[Customer], customer: Customer, new_customer: NewCustomer
) -> None:
    """Compare who was sent with who came back, and what her shop asks of her beside."""
    check_same("customer", expected=new_customer.person(), seen=customer.person())
    check_fields("customer", expected=new_customer.asked, seen=answered(answer.json, new_customer.required))


@then("the answer is a customer of that website, in one of its store views")
def answer_is_in_a_store_view_of_the_website(
    customer: Customer, new_customer: NewCustomer, magento: Magento, admin: AdminAccess
) -> None:
    """Which store view Magento chooses is the website's own default."""
    views = magento.store_views(admin).value
    choices = {view.id for view in views if view.website_id == new_customer.website_id}
    expected, seen = new_customer.website_id, customer.website_id
    assert seen == expected, f"website_id: expected {expected}, seen {seen}"
    assert customer.store_id in choices, f"store_id: expected one of {choices}, seen {customer.store_id}"


@then("the answer is a second customer, of the other website")
def answer_is_a_second_customer(
    answer: Answer[Customer], customer: Customer, other_website: StoreIds
) -> None:
    """Tell the two apart by id and website."""
    seen = (answer.value.email, answer.value.website_id)
    expected = (customer.email, other_website.website_id)
    assert seen == expected, f"second customer: expected {expected}, seen {seen}"
    assert answer.value.id != customer.id, f"second customer: expected another id, seen {customer.id} again"


@then("the answer says it was created in the store view by its name")
def answer_names_the_store_view(
    customer: Customer, magento: Magento, admin: AdminAccess, store_ids: StoreIds
) -> None:
    """Look the name up in the list of store views: admins rename them."""
    names = [view.name for view in magento.store_views(admin).value if view.code == store_ids.code]
    assert [customer.created_in] == names, f"created_in: expected {names}, seen {customer.created_in}"


@then("the answer holds the optional fields as sent")
def answer_holds_the_optional_fields(answer: Answer[Customer], new_customer: NewCustomer) -> None:
    """Compare the fields beside the tutorial's."""
    seen = {name: answer.json.get(name) for name in new_customer.more}
    assert seen == new_customer.more, f"optional fields: expected {new_customer.more}, seen {seen}"


@then("she is in the default customer group of her store view")
def she_is_in_the_default_group(
    customer: Customer, magento: Magento, admin: AdminAccess, store_ids: StoreIds
) -> None:
    """Ask for the group: each store view has one of its own, as configured."""
    expected = magento.default_group(store_ids.store_id, admin).value
    seen = customer.group_id
    assert seen == expected.id, f"group_id: expected {expected.id} ({expected.code}), seen {seen}"


@then("the time of her creation is now, in UTC")
def time_of_creation_is_now(answer: Answer[Customer]) -> None:
    """Compare with the clock at hand; half an hour is less than any two time zones differ by."""
    created = datetime.strptime(answer.json["created_at"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - created) < CLOCKS_DIFFER, f"created_at: expected about now, seen {created}"


@then("the answer says that she is not subscribed")
def answer_says_not_subscribed(answer: Answer[Customer]) -> None:
    """Look at the newsletter's attribute."""
    seen = answer.json["extension_attributes"]["is_subscribed"]
    assert seen is False, f"is_subscribed: expected False, seen {seen}"


@then("the answer says that she is subscribed")
def answer_says_subscribed(answer: Answer[Customer]) -> None:
    """Look at the newsletter's attribute."""
    seen = answer.json["extension_attributes"]["is_subscribed"]
    assert seen is True, f"is_subscribed: expected True, seen {seen}"


@then("the answer holds no field that is secret")
def answer_holds_nothing_secret(answer: Answer[Customer], credentials: Credentials) -> None:
    """Search the whole body for the password, and its fields at every depth for anything made of it."""
    found = list(secret_fields(answer.json))
    assert found == [], f"fields of the answer: expected nothing secret, seen {found}"
    assert credentials.password.get_secret_value() not in answer.text, "the answer holds her password"


@then("the admin reads the same record by her id")
def admin_reads_the_same_record(magento: Magento, admin: AdminAccess, customer: Customer) -> None:
    """Compare the record with the answer to its creation."""
    seen = magento.customer(customer.id, caller=admin).value
    check_same("record", expected=customer.in_order(), seen=seen.in_order())


@then("the admin finds one customer with her e-mail")
def admin_finds_one_customer(magento: Magento, admin: AdminAccess, customer: Customer) -> None:
    """Search all websites."""
    found: CustomerList = magento.customers_with_email(customer.email, caller=admin).value
    assert [one.id for one in found.items] == [customer.id], f"with her e-mail: {found.items}"


@then("the answer holds exactly the one address that was sent")
def answer_holds_the_one_address(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare every field that was sent; Magento silently drops an address of a country it does not know."""
    assert len(customer.addresses) == 1, f"addresses: expected 1, seen {len(customer.addresses)}"
    check_same("address", expected=new_customer.addresses[0], seen=NewAddress.of(customer.addresses[0]))


@then("the answer holds the addresses that were sent")
def answer_holds_the_addresses(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare them by their cities; their order means nothing."""
    sent = {address.city: address for address in new_customer.addresses}
    seen = {address.city: NewAddress.of(address) for address in customer.addresses}
    check_each("address in", expected=sent, seen=seen)


@then(parsers.parse("the answer holds the address in {city} alone"))
def answer_holds_one_address_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Look at the cities that are left."""
    cities = [address.city for address in customer.addresses]
    assert cities == [city_of[city]], (
        f"cities of the addresses: expected {city_of[city]} alone, seen {cities}"
    )


@then(parsers.parse("the shop gave the address another id than {number:d}"))
def address_has_another_id(customer: Customer, number: int) -> None:
    """Compare with the id that was sent, which means nothing for a new address."""
    assert customer.addresses[0].id != number, f"address: expected an id of the shop's own, seen {number}"


@then("the answer holds no address")
def answer_holds_no_address(customer: Customer) -> None:
    """Look at the list itself."""
    assert customer.addresses == (), f"addresses: expected none, seen {customer.addresses}"


@then("that address is the customer's default billing and default shipping address")
def address_is_both_defaults(customer: Customer) -> None:
    """Hold the address's two flags and its owner's two ids against each other."""
    address = customer.addresses[0]
    seen = (customer.default_billing, customer.default_shipping, address.customer_id)
    expected = (str(address.id), str(address.id), customer.id)
    assert (address.default_billing, address.default_shipping) == (True, True), f"flags of {address!r}"
    assert seen == expected, (
        f"default_billing, default_shipping, customer_id: {expected} expected, {seen} seen"
    )


@then(parsers.parse("her default billing address is the one in {city}"))
def default_billing_is_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_billing)
    assert (address.city, address.default_billing) == (city_of[city], True), (
        f"default billing address: {address!r}"
    )


@then(parsers.parse("her default shipping address is the one in {city}"))
def default_shipping_is_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_shipping)
    assert (address.city, address.default_shipping) == (city_of[city], True), (
        f"default shipping address: {address!r}"
    )


@then("she has no default addresses")
def she_has_no_defaults(customer: Customer) -> None:
    """Both ids are absent, whatever addresses there are."""
    seen = (customer.default_billing, customer.default_shipping)
    assert seen == (None, None), f"default_billing, default_shipping: expected none, seen {seen}"


@then("the answer's region is New York with its id")
def answers_region_is_new_york(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare with the region that a sound address has."""
    sound = new_customer.addresses[0].region
    check_same("region", expected=sound, seen=customer.addresses[0].region)


@then("the answer's address has no region")
def answers_address_has_no_region(customer: Customer) -> None:
    """Code and name are null, the id is 0."""
    region = customer.addresses[0].region
    assert (region.region_code, region.region, region.region_id) == (None, None, 0), f"region: {region!r}"


@then(parsers.parse('the answer\'s region is "{name}" without an id'))
def answers_region_is_text(customer: Customer, name: str) -> None:
    """Magento writes a free text into the region's code as well."""
    region = customer.addresses[0].region
    assert (region.region, region.region_id) == (name, 0), f"region: {region!r}"
