"""Sentences about creating a customer, and about what Magento says it has created."""

import pytest
from pytest_bdd import given, parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_same
from api.magento import Magento
from api.models import Credentials, Customer, CustomerList, StoreIds
from api.new_customer import NewAddress, NewCustomer


@pytest.fixture
def customer(answer: Answer[Customer]) -> Customer:
    """Read the created customer from the answer, as often as sentences ask for her."""
    return answer.value


@given("the tutorial's customer Jane Doe of the store view under test", target_fixture="customer")
def tutorials_customer_of_the_store_view(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Customer:
    """Create Jane Doe; what Magento answered is judged elsewhere."""
    return magento.create_customer(new_customer, scope=store_ids.code, token=admin_token).value


@when("the merchant creates her", target_fixture="answer")
def merchant_creates_her(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Create the customer in the scope of the store view under test."""
    return magento.create_customer(new_customer, scope=store_ids.code, token=admin_token)


@when("a guest creates her", target_fixture="answer")
def guest_creates_her(magento: Magento, new_customer: NewCustomer, store_ids: StoreIds) -> Answer[Customer]:
    """Create the customer without any token."""
    return magento.create_customer(new_customer, scope=store_ids.code, token=None)


@when("the merchant creates her in the scope of another website", target_fixture="answer")
def merchant_creates_her_in_another_scope(
    magento: Magento, new_customer: NewCustomer, other_website: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Send the ids of the store view under test to the scope of another."""
    return magento.create_customer(new_customer, scope=other_website.code, token=admin_token)


@when("the merchant creates her with every key in snake case", target_fixture="answer")
def merchant_creates_her_in_snake_case(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Send the address's keys the way Magento answers with them."""
    addresses = [a.model_dump(mode="json", exclude_none=True) for a in new_customer.addresses]
    changed = new_customer.changed("customer.addresses", addresses)
    return magento.create_customer(changed, scope=store_ids.code, token=admin_token)


@when("the merchant creates another customer with her e-mail", target_fixture="answer")
def merchant_creates_another_with_her_email(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail a second time."""
    return magento.create_customer(new_customer, scope=store_ids.code, token=admin_token)


@when("the merchant creates another customer with her e-mail in capitals", target_fixture="answer")
def merchant_creates_another_in_capitals(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail in capitals."""
    capitals = new_customer.changed("customer.email", new_customer.credentials.username.upper())
    return magento.create_customer(capitals, scope=store_ids.code, token=admin_token)


@when("the merchant creates another customer with her e-mail on another website", target_fixture="answer")
def merchant_creates_another_elsewhere(
    magento: Magento, new_customer: NewCustomer, other_website: StoreIds, admin_token: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail with the ids of another website."""
    ids = {"store_id": other_website.store_id, "website_id": other_website.website_id}
    elsewhere = new_customer.model_copy(update=ids)
    return magento.create_customer(elsewhere, scope=other_website.code, token=admin_token)


@then("the answer is the same person in the store view and website of the ids")
def answer_is_the_same_person(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare who was sent with who came back."""
    check_same("customer", expected=new_customer.person(), seen=customer.person())


@then("the answer is a customer of that website, in one of its store views")
def answer_is_in_a_store_view_of_the_website(
    customer: Customer, new_customer: NewCustomer, magento: Magento, admin_token: AdminAccess
) -> None:
    """Which store view Magento chooses is the website's own default."""
    views = magento.store_views(admin_token).value
    choices = {view.id for view in views if view.website_id == new_customer.website_id}
    assert customer.website_id == new_customer.website_id
    assert customer.store_id in choices, f"store_id: expected one of {choices}, seen {customer.store_id}"


@then("the answer is a second customer, of the other website")
def answer_is_a_second_customer(
    answer: Answer[Customer], customer: Customer, other_website: StoreIds
) -> None:
    """Tell the two apart by id and website."""
    second = answer.value
    assert second.id != customer.id
    assert second.email == customer.email
    assert second.website_id == other_website.website_id


@then("the answer says it was created in the store view by its name")
def answer_names_the_store_view(
    customer: Customer, magento: Magento, admin_token: AdminAccess, store_ids: StoreIds
) -> None:
    """Look the name up in the list of store views: merchants rename them."""
    names = [view.name for view in magento.store_views(admin_token).value if view.code == store_ids.code]
    assert [customer.created_in] == names, f"created_in: expected {names}, seen {customer.created_in}"


@then("the answer holds the optional fields as sent")
def answer_holds_the_optional_fields(answer: Answer[Customer], new_customer: NewCustomer) -> None:
    """Compare the fields beside the tutorial's."""
    seen = {name: answer.json.get(name) for name in new_customer.more}
    assert seen == new_customer.more, f"optional fields: expected {new_customer.more}, seen {seen}"


@then("the answer says that she is subscribed")
def answer_says_subscribed(answer: Answer[Customer]) -> None:
    """Look at the newsletter's attribute."""
    assert answer.json["extension_attributes"]["is_subscribed"] is True


@then("the answer holds no field that is secret")
def answer_holds_nothing_secret(answer: Answer[Customer], credentials: Credentials) -> None:
    """Search the whole body for the password, and its keys for anything made of it."""
    keys = [key for key in answer.json if "password" in key or "hash" in key or "token" in key]
    assert keys == [], f"fields of the answer: expected nothing secret, seen {keys}"
    assert credentials.password.get_secret_value() not in answer.text, "the answer holds her password"


@then("the merchant reads the same record by her id")
def merchant_reads_the_same_record(magento: Magento, admin_token: AdminAccess, customer: Customer) -> None:
    """Compare the record with the answer to its creation."""
    seen = magento.customer(customer.id, token=admin_token).value
    check_same("record", expected=customer.in_order(), seen=seen.in_order())


@then("the merchant finds one customer with her e-mail")
def merchant_finds_one_customer(magento: Magento, admin_token: AdminAccess, customer: Customer) -> None:
    """Search all websites."""
    found: CustomerList = magento.customers_with_email(customer.email, token=admin_token).value
    assert [one.id for one in found.items] == [customer.id], f"with her e-mail: {found.items}"


@then("the answer holds exactly the one address that was sent")
def answer_holds_the_one_address(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare every field that was sent; Magento silently drops an address of a country it does not know."""
    assert len(customer.addresses) == 1, f"addresses: expected 1, seen {len(customer.addresses)}"
    check_same("address", expected=new_customer.addresses[0], seen=NewAddress.of(customer.addresses[0]))


@then("the answer holds the addresses that were sent")
def answer_holds_the_addresses(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare them by their cities; their order means nothing."""
    sent = sorted(new_customer.addresses, key=lambda address: address.city)
    seen = sorted(map(NewAddress.of, customer.addresses), key=lambda address: address.city)
    assert seen == sent, f"addresses: expected {sent}, seen {seen}"


@then(parsers.parse("the answer holds the address in {city} alone"))
def answer_holds_one_address_in(customer: Customer, city: str) -> None:
    """Look at the cities that are left."""
    assert [address.city for address in customer.addresses] == [city]


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
def default_billing_is_in(customer: Customer, city: str) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_billing)
    assert (address.city, address.default_billing) == (city, True), f"default billing address: {address!r}"


@then(parsers.parse("her default shipping address is the one in {city}"))
def default_shipping_is_in(customer: Customer, city: str) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_shipping)
    assert (address.city, address.default_shipping) == (city, True), f"default shipping address: {address!r}"


@then("she has no default addresses")
def she_has_no_defaults(customer: Customer) -> None:
    """Both ids are absent, whatever addresses there are."""
    assert (customer.default_billing, customer.default_shipping) == (None, None)


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
