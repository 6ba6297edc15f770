"""Sentences about a customer whom the admin or a guest has created."""

from pytest_bdd import parsers, then

from api.admin_access import AdminAccess
from api.comparison import check_each, check_fields, check_same
from api.magento import Magento
from api.models import Customer, CustomerList, StoreIds
from api.new_customer import NewAddress, NewCustomer, answered


@then("the customer has the name, e-mail, store view and website that were sent")
def customer_is_the_same_person(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare who was sent with who came back, and what the shop asks beside."""
    check_same("customer", expected=new_customer.person(), seen=customer.person())
    check_fields(
        "customer", expected=new_customer.asked, seen=answered(customer.model_dump(), new_customer.required)
    )


@then("the customer is in the website that was sent, in one of its store views")
def customer_is_in_a_store_view_of_the_website(
    customer: Customer, new_customer: NewCustomer, magento: Magento, admin: AdminAccess
) -> None:
    """Which store view Magento chooses is the website's own default."""
    views = magento.store_views(admin).value
    choices = {view.id for view in views if view.website_id == new_customer.website_id}
    expected, seen = new_customer.website_id, customer.website_id
    assert seen == expected, f"website_id: expected {expected}, seen {seen}"
    assert customer.store_id in choices, f"store_id: expected one of {choices}, seen {customer.store_id}"


@then("the other customer has the same e-mail, another id and the other website")
def other_customer_is_another(customer: Customer, other_customer: Customer, other_website: StoreIds) -> None:
    """Tell the two apart by id and website."""
    seen = (other_customer.email, other_customer.website_id)
    expected = (customer.email, other_website.website_id)
    assert seen == expected, f"other customer: expected {expected}, seen {seen}"
    assert other_customer.id != customer.id, f"other customer: expected another id, seen {customer.id} again"


@then("the customer was created in the store view by its name")
def customer_names_the_store_view(
    customer: Customer, magento: Magento, admin: AdminAccess, store_ids: StoreIds
) -> None:
    """Look the name up in the list of store views: admins rename them."""
    names = [view.name for view in magento.store_views(admin).value if view.code == store_ids.code]
    assert [customer.created_in] == names, f"created_in: expected {names}, seen {customer.created_in}"


@then("the customer is in the default customer group of the store view")
def customer_is_in_the_default_group(
    customer: Customer, magento: Magento, admin: AdminAccess, store_ids: StoreIds
) -> None:
    """Ask for the group: each store view has one of its own, as configured."""
    expected = magento.default_group(store_ids.store_id, admin).value
    seen = customer.group_id
    assert seen == expected.id, f"group_id: expected {expected.id} ({expected.code}), seen {seen}"


@then("the admin reads the same record by the customer's id")
def admin_reads_the_same_record(magento: Magento, admin: AdminAccess, customer: Customer) -> None:
    """Compare the record with the one that was created."""
    seen = magento.customer(customer.id, caller=admin).value
    check_same("record", expected=customer.in_order(), seen=seen.in_order())


@then("the admin finds one customer with that e-mail")
def admin_finds_one_customer(magento: Magento, admin: AdminAccess, customer: Customer) -> None:
    """Search all websites."""
    found: CustomerList = magento.customers_with_email(customer.email, caller=admin).value
    assert [one.id for one in found.items] == [customer.id], f"with her e-mail: {found.items}"


@then("the customer has exactly the one address that was sent")
def customer_has_the_one_address(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare every field that was sent; Magento silently drops an address of a country it does not know."""
    assert len(customer.addresses) == 1, f"addresses: expected 1, seen {len(customer.addresses)}"
    check_same("address", expected=new_customer.addresses[0], seen=NewAddress.of(customer.addresses[0]))


@then("the customer has the addresses that were sent")
def customer_has_the_addresses(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare them by their cities; their order means nothing."""
    sent = {address.city: address for address in new_customer.addresses}
    seen = {address.city: NewAddress.of(address) for address in customer.addresses}
    check_each("address in", expected=sent, seen=seen)


@then(parsers.parse("the customer has the address in {city} alone"))
def customer_has_one_address_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Look at the cities that are left."""
    cities = [address.city for address in customer.addresses]
    assert cities == [city_of[city]], (
        f"cities of the addresses: expected {city_of[city]} alone, seen {cities}"
    )


@then(parsers.parse("the shop gave the address another id than {number:d}"))
def address_has_another_id(customer: Customer, number: int) -> None:
    """Compare with the id that was sent, which means nothing for a new address."""
    assert customer.addresses[0].id != number, f"address: expected an id of the shop's own, seen {number}"


@then("the customer has no address")
def customer_has_no_address(customer: Customer) -> None:
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


@then(parsers.parse("the default billing address is the one in {city}"))
def default_billing_is_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_billing)
    assert (address.city, address.default_billing) == (city_of[city], True), (
        f"default billing address: {address!r}"
    )


@then(parsers.parse("the default shipping address is the one in {city}"))
def default_shipping_is_in(customer: Customer, city: str, city_of: dict[str, str]) -> None:
    """Follow the customer's id to the address and look at its flag."""
    address = customer.address(customer.default_shipping)
    assert (address.city, address.default_shipping) == (city_of[city], True), (
        f"default shipping address: {address!r}"
    )


@then("the customer has no default addresses")
def customer_has_no_defaults(customer: Customer) -> None:
    """Both ids are absent, whatever addresses there are."""
    seen = (customer.default_billing, customer.default_shipping)
    assert seen == (None, None), f"default_billing, default_shipping: expected none, seen {seen}"


@then("the address's region is New York with its id")
def region_is_new_york(customer: Customer, new_customer: NewCustomer) -> None:
    """Compare with the region that a sound address has."""
    sound = new_customer.addresses[0].region
    check_same("region", expected=sound, seen=customer.addresses[0].region)


@then("the address has no region")
def address_has_no_region(customer: Customer) -> None:
    """Code and name are null, the id is 0."""
    region = customer.addresses[0].region
    assert (region.region_code, region.region, region.region_id) == (None, None, 0), f"region: {region!r}"


@then(parsers.parse('the address\'s region is "{name}" without an id'))
def region_is_text(customer: Customer, name: str) -> None:
    """Magento writes a free text into the region's code as well."""
    region = customer.addresses[0].region
    assert (region.region, region.region_id) == (name, 0), f"region: {region!r}"
