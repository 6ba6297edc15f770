"""Sentences about deleting a customer, and about what is left of her."""

from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Customer, StoreIds
from api.new_customer import NewCustomer
from api.reasons import Refusals


@given("the admin has deleted her")
def admin_has_deleted_her(magento: Magento, customer: Customer, admin: AdminAccess) -> None:
    """Delete the customer."""
    seen = magento.delete_customer(customer.id, caller=admin).value
    assert seen is True, f"her deletion: expected true, seen {seen}"


@when("the admin deletes her", target_fixture="answer")
def admin_deletes_her(magento: Magento, customer: Customer, admin: AdminAccess) -> Answer[bool]:
    """Delete the customer by her id."""
    return magento.delete_customer(customer.id, caller=admin)


@when(parsers.parse("the admin deletes the customer with the id {number:d}"), target_fixture="answer")
def admin_deletes_the_id(magento: Magento, number: int, admin: AdminAccess) -> Answer[bool]:
    """Delete by an id that no customer ever has."""
    return magento.delete_customer(number, caller=admin)


@when("she deletes herself", target_fixture="answer")
def she_deletes_herself(
    magento: Magento, customer: Customer, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[bool]:
    """Use the admin's route with her own token, in the scope where that is good."""
    return magento.delete_customer(customer.id, caller=customer_token, scope=store_ids.code)


@when("a guest deletes her", target_fixture="answer")
def guest_deletes_her(magento: Magento, customer: Customer) -> Answer[bool]:
    """Use the admin's route without a token."""
    return magento.delete_customer(customer.id, caller=None)


@when("the admin creates her again", target_fixture="answer")
def admin_creates_her_again(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin: AdminAccess
) -> Answer[Customer]:
    """Send the same customer a second time."""
    return magento.create_customer(new_customer, scope=store_ids.code, caller=admin)


@then("she is deleted")
def she_is_deleted(answer: Answer[bool]) -> None:
    """Magento says true."""
    assert answer.value is True, f"her deletion: expected true, seen {answer.value}"


@then("the admin finds no customer with her id or her e-mail")
def admin_finds_no_customer(
    magento: Magento, customer: Customer, admin: AdminAccess, refusals: Refusals
) -> None:
    """Ask for the record, and search all websites."""
    refusals.check(magento.customer(customer.id, caller=admin), "the customer does not exist")
    found = magento.customers_with_email(customer.email, caller=admin).value.items
    assert found == (), f"customers with her e-mail: expected none, seen {found}"


@then("the admin finds none of her addresses")
def admin_finds_no_address(
    magento: Magento, customer: Customer, admin: AdminAccess, refusals: Refusals
) -> None:
    """Ask for the address by its id."""
    address = magento.address(customer.addresses[0].id, caller=admin)
    refusals.check(address, "the address does not exist")


@then("the answer is a customer with the same e-mail and another id")
def answer_is_another_customer(answer: Answer[Customer], customer: Customer) -> None:
    """Ids are not used twice."""
    seen = answer.value
    assert seen.email == customer.email, f"email: expected {customer.email}, seen {seen.email}"
    assert seen.id != customer.id, f"id: expected another one, seen {seen.id} again"
