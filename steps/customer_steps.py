"""Sentences about creating a customer, and about what Magento says it has created."""

from pytest_bdd import given, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.fitting import Fitting
from api.magento import Magento
from api.models import Customer, StoreIds
from api.new_customer import LEFT_OUT, NewCustomer


@given("the tutorial's customer Jane Doe of the store view under test", target_fixture="customer")
def tutorials_customer_of_the_store_view(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create Jane Doe; what Magento answered is judged elsewhere."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin).value


@when("the admin creates her", target_fixture="answer")
def admin_creates_her(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Create the customer in the scope of the store view under test."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin)


@when("a guest creates her", target_fixture="answer")
def guest_creates_her(magento: Magento, new_customer: NewCustomer, store_ids: StoreIds) -> Answer[Customer]:
    """Create the customer without any token."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=None)


@when("the admin creates her in the scope of another website", target_fixture="answer")
def admin_creates_her_in_another_scope(
    magento: Magento,
    new_customer: NewCustomer,
    other_website: StoreIds,
    fits_elsewhere: Fitting,
    admin: AdminAccess,
) -> Answer[Customer]:
    """Send the ids of the store view under test to the scope of another, with what that one asks."""
    fitted = new_customer.fitted_elsewhere(fits_elsewhere)
    return magento.create_customer(fitted, scope=other_website.code, caller=admin)


@when("the admin creates her with every key in snake case", target_fixture="answer")
def admin_creates_her_in_snake_case(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the address's keys the way Magento answers with them."""
    addresses = [address.body(camel_case=False) for address in new_customer.addresses]
    changed = new_customer.changed("customer.addresses", addresses)
    return magento.create_customer(changed, scope=store_ids.code, caller=admin)


@when("the admin creates another customer with her e-mail", target_fixture="answer")
def admin_creates_another_with_her_email(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail a second time."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin)


@when("the admin creates her with the id that she has", target_fixture="answer")
def admin_creates_her_with_her_id(
    magento: Magento,
    new_customer: NewCustomer,
    customer: Customer,
    store_ids: StoreIds,
    admin: AdminAccess,
) -> Answer[Customer]:
    """Send her a second time, as if the call would change her."""
    again = new_customer.changed("customer.id", customer.id)
    return magento.create_customer(again, scope=store_ids.code, caller=admin)


@when("the admin creates another customer with her e-mail in capitals", target_fixture="answer")
def admin_creates_another_in_capitals(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the same e-mail in capitals."""
    capitals = new_customer.changed("customer.email", new_customer.credentials.username.upper())
    return magento.create_customer(capitals, scope=store_ids.code, caller=admin)


@when("the admin creates another customer with her e-mail on another website", target_fixture="answer")
def admin_creates_another_elsewhere(
    magento: Magento,
    new_customer: NewCustomer,
    other_website: StoreIds,
    fits_elsewhere: Fitting,
    admin: AdminAccess,
) -> Answer[Customer]:
    """Send the same e-mail with the ids of another website, and with what that one asks."""
    ids = {"store_id": other_website.store_id, "website_id": other_website.website_id}
    elsewhere = new_customer.fitted_elsewhere(fits_elsewhere).model_copy(update=ids)
    return magento.create_customer(elsewhere, scope=other_website.code, caller=admin)


@given("another customer of the same website", target_fixture="other_customer")
@given(
    "another customer of the same website, in Albany, signed in in a second browser",
    target_fixture="other_customer",
)
def another_customer(
    magento: Magento, other_new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create a second customer whose address is in Albany."""
    return magento.create_customer(other_new_customer, scope=store_ids.code, caller=admin).value


@given("another customer of the same website, without a password", target_fixture="other_customer")
def another_customer_without_a_password(
    magento: Magento, other_new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create a second customer who has no way in."""
    closed = other_new_customer.changed("password", LEFT_OUT)
    return magento.create_customer(closed, scope=store_ids.code, caller=admin).value


@given("she is created", target_fixture="customer")
def she_is_created(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Create the customer as described so far."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin).value
