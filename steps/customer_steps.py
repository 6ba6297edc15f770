"""Sentences about creating a customer: who creates one has a customer, who asks to create one has an answer."""

from pytest_bdd import given, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.fitting import Fitting
from api.magento import Magento
from api.models import Customer, StoreIds
from api.new_customer import LEFT_OUT, NewCustomer


@given("the tutorial's customer Jane Doe of the store view under test", target_fixture="customer")
@given("the customer is created", target_fixture="customer")
@when("the admin creates the customer", target_fixture="customer")
def admin_creates_the_customer(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create the customer as described so far, in the scope of the store view under test."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin).value


@given("the tutorial's customer Jane Doe of another website", target_fixture="customer")
@when(
    "the admin creates another customer with the same e-mail on another website",
    target_fixture="other_customer",
)
def admin_creates_a_customer_elsewhere(
    magento: Magento,
    new_customer: NewCustomer,
    other_website: StoreIds,
    fits_elsewhere: Fitting,
    admin: AdminAccess,
) -> Customer:
    """Create the customer with the ids of another website, and with what that one asks."""
    elsewhere = new_customer.fitted_elsewhere(fits_elsewhere).in_store_view(other_website)
    return magento.create_customer(elsewhere, scope=other_website.code, caller=admin).value


@given("another customer of the same website", target_fixture="other_customer")
def another_customer(
    magento: Magento, other_new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create a second customer, who has an address of her own."""
    return magento.create_customer(other_new_customer, scope=store_ids.code, caller=admin).value


@given("another customer of the same website, without a password", target_fixture="other_customer")
def another_customer_without_a_password(
    magento: Magento, other_new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create a second customer who cannot sign in."""
    closed = other_new_customer.changed("password", LEFT_OUT)
    return magento.create_customer(closed, scope=store_ids.code, caller=admin).value


@when("a guest creates the customer", target_fixture="customer")
def guest_creates_the_customer(magento: Magento, new_customer: NewCustomer, store_ids: StoreIds) -> Customer:
    """Create the customer without any token."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=None).value


@when("the admin creates the customer in the scope of another website", target_fixture="customer")
def admin_creates_in_another_scope(
    magento: Magento,
    new_customer: NewCustomer,
    other_website: StoreIds,
    fits_elsewhere: Fitting,
    admin: AdminAccess,
) -> Customer:
    """Send the ids of the store view under test to the scope of another, with what that one asks."""
    fitted = new_customer.fitted_elsewhere(fits_elsewhere)
    return magento.create_customer(fitted, scope=other_website.code, caller=admin).value


@when("the admin creates the customer with every key in snake case", target_fixture="customer")
def admin_creates_in_snake_case(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Send the address's keys the way Magento answers with them."""
    addresses = [address.body(camel_case=False) for address in new_customer.addresses]
    changed = new_customer.changed("customer.addresses", addresses)
    return magento.create_customer(changed, scope=store_ids.code, caller=admin).value


@when("the admin asks to create the customer", target_fixture="answer")
@when("the admin asks to create another customer with the same e-mail", target_fixture="answer")
def admin_asks_to_create(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the customer as described; where one exists already, it is the same e-mail a second time."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin)


@when("a guest asks to create the customer", target_fixture="answer")
def guest_asks_to_create(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds
) -> Answer[Customer]:
    """Send the customer without any token."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=None)


@when("the admin asks to create a customer with the id of this one", target_fixture="answer")
def admin_asks_to_create_by_the_id(
    magento: Magento, new_customer: NewCustomer, customer: Customer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the customer a second time, as if the call would change her."""
    again = new_customer.changed("customer.id", customer.id)
    return magento.create_customer(again, scope=store_ids.code, caller=admin)


@when("the admin asks to create another customer with the same e-mail in capitals", target_fixture="answer")
def admin_asks_to_create_in_capitals(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail in capitals."""
    capitals = new_customer.changed("customer.email", new_customer.credentials.username.upper())
    return magento.create_customer(capitals, scope=store_ids.code, caller=admin)
