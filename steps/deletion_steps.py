"""Sentences about deleting a customer, and about what is left of her."""

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer, require_true
from api.magento import Magento
from api.models import Customer, StoreIds
from api.new_customer import NewCustomer
from api.reasons import Refusals


@given("the admin has deleted the customer")
def admin_has_deleted_the_customer(magento: Magento, customer: Customer, admin: AdminAccess) -> None:
    """Delete the customer, and see that Magento says so."""
    require_true(magento.delete_customer(customer.id, caller=admin))


@when("the admin deletes the customer", target_fixture="deleted")
def admin_deletes_the_customer(magento: Magento, customer: Customer, admin: AdminAccess) -> bool:
    """Delete the customer by her id."""
    return magento.delete_customer(customer.id, caller=admin).value


@when("the admin asks to delete the customer", target_fixture="answer")
def admin_asks_to_delete(magento: Magento, customer: Customer, admin: AdminAccess) -> Answer[bool]:
    """Ask for the deletion by the customer's id."""
    return magento.delete_customer(customer.id, caller=admin)


@when(parsers.parse("the admin asks to delete the customer with the id {number:d}"), target_fixture="answer")
def admin_asks_to_delete_the_id(magento: Magento, number: int, admin: AdminAccess) -> Answer[bool]:
    """Ask for it by an id that no customer ever has."""
    return magento.delete_customer(number, caller=admin)


@when("the customer asks to delete herself", target_fixture="answer")
def customer_asks_to_delete_herself(
    magento: Magento, customer: Customer, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[bool]:
    """Use the admin's route with her own token, in the scope where that is good."""
    return magento.delete_customer(customer.id, caller=customer_token, scope=store_ids.code)


@when("a guest asks to delete the customer", target_fixture="answer")
def guest_asks_to_delete(magento: Magento, customer: Customer) -> Answer[bool]:
    """Use the admin's route without a token."""
    return magento.delete_customer(customer.id, caller=None)


@when("the admin creates the customer again", target_fixture="created_again")
def admin_creates_the_customer_again(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Customer:
    """Send the same customer a second time."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin).value


@then("the customer is deleted")
def customer_is_deleted(deleted: bool) -> None:
    """Magento says true."""
    assert deleted is True, f"the deletion: expected true, seen {deleted}"


@then("the admin finds no customer with that id or that e-mail")
def admin_finds_no_customer(
    magento: Magento, customer: Customer, admin: AdminAccess, refusals: Refusals
) -> None:
    """Ask for the record, and search all websites."""
    refusals.check(magento.customer(customer.id, caller=admin), "the customer does not exist")
    found = magento.customers_with_email(customer.email, caller=admin).value.items
    assert found == (), f"customers with that e-mail: expected none, seen {found}"


@then("the admin finds none of the customer's addresses")
def admin_finds_no_address(
    magento: Magento, customer: Customer, admin: AdminAccess, refusals: Refusals
) -> None:
    """Ask for the address by its id."""
    address = magento.address(customer.addresses[0].id, caller=admin)
    refusals.check(address, "the address does not exist")


@then("the new customer has the same e-mail and another id")
def new_customer_is_another(created_again: Customer, customer: Customer) -> None:
    """Ids are not used twice."""
    seen = created_again.email
    assert seen == customer.email, f"email: expected {customer.email}, seen {seen}"
    assert created_again.id != customer.id, f"id: expected another one, seen {customer.id} again"
