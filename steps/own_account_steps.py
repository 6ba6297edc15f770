"""Sentences about what a customer's token opens, and what it does not."""

from typing import Any, Literal

from pydantic import SecretStr
from pytest_bdd import parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_same
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.new_customer import NewAddress, NewCustomer, moved
from api.reasons import Refusals

OF_ADMINS = {400: "customerId is required"}
KINDS: tuple[Literal["billing", "shipping"], ...] = ("billing", "shipping")


@when("she asks for her own account", target_fixture="answer")
def she_asks_for_her_account(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask who she is."""
    return magento.own_account(customer_token, scope=store_ids.code)


@when("the admin asks for the own account", target_fixture="answer")
def admin_asks_for_the_account(magento: Magento, admin: AdminAccess, store_ids: StoreIds) -> Answer[Customer]:
    """Ask with a token that names no customer."""
    return magento.own_account(admin, scope=store_ids.code)


@when("she asks for her own account in another store view of her website", target_fixture="answer")
def she_asks_in_another_store_view(
    magento: Magento, customer_token: SecretStr, other_store_view: StoreIds
) -> Answer[Customer]:
    """Ask in a scope that shares her website."""
    return magento.own_account(customer_token, scope=other_store_view.code)


@when(
    parsers.parse('she changes her first name to "{name}" with the other customer\'s id in the body'),
    target_fixture="answer",
)
def she_changes_with_another_id(
    magento: Magento,
    customer: Customer,
    customer_token: SecretStr,
    other_customer: Customer,
    store_ids: StoreIds,
    name: str,
) -> Answer[Customer]:
    """Try to change somebody else."""
    record = {**customer.person().model_dump(), "firstname": name, "id": other_customer.id}
    return magento.change_own_account(record, customer_token, scope=store_ids.code)


@when("she changes her account with an address under the id of the other customer's", target_fixture="answer")
def she_changes_the_others_address(
    magento: Magento,
    customer: Customer,
    customer_token: SecretStr,
    other_customer: Customer,
    new_customer: NewCustomer,
    store_ids: StoreIds,
) -> Answer[Customer]:
    """Send her own address, and the id of the other's."""
    record = moved(customer, to=new_customer.addresses[0], required=new_customer.required)
    record["addresses"][0]["id"] = other_customer.addresses[0].id
    return magento.change_own_account(record, customer_token, scope=store_ids.code)


@when("she asks for her own account in the scope of the whole shop", target_fixture="answer")
def she_asks_in_the_whole_shop(magento: Magento, customer_token: SecretStr) -> Answer[Customer]:
    """Ask in the scope that is the admin's."""
    return magento.own_account(customer_token, scope="all")


@when("she asks for her own account in the scope of another website", target_fixture="answer")
def she_asks_in_another_scope(
    magento: Magento, customer_token: SecretStr, other_website: StoreIds
) -> Answer[Customer]:
    """Ask where she is no customer."""
    return magento.own_account(customer_token, scope=other_website.code)


@when("a guest asks for the own account", target_fixture="answer")
def guest_asks_for_the_account(magento: Magento, store_ids: StoreIds) -> Answer[Customer]:
    """Ask without a token."""
    return magento.own_account(None, scope=store_ids.code)


@when("she asks for her account with the other customer's id in the query", target_fixture="answer")
def she_asks_with_another_id(
    magento: Magento, customer_token: SecretStr, other_customer: Customer, store_ids: StoreIds
) -> Answer[Customer]:
    """Try to name somebody else."""
    query = {"customerId": str(other_customer.id)}
    return magento.rest.send(
        "GET", "customers/me", Customer, scope=store_ids.code, caller=customer_token, query=query
    )


@when("she asks for her record as the admin does", target_fixture="answer")
def she_asks_for_her_record(
    magento: Magento, customer_token: SecretStr, customer: Customer, store_ids: StoreIds
) -> Answer[Customer]:
    """Use the admin's route with her own id."""
    return magento.customer(customer.id, caller=customer_token, scope=store_ids.code)


@when("she asks for the customers with her e-mail", target_fixture="answer")
def she_asks_for_customers(
    magento: Magento, customer_token: SecretStr, credentials: Credentials, store_ids: StoreIds
) -> Answer[Any]:
    """Use the admin's search."""
    email = credentials.username
    return magento.customers_with_email(email, caller=customer_token, scope=store_ids.code)


@when("she asks for her default billing and her default shipping address", target_fixture="answers")
def she_asks_for_her_defaults(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> tuple[Answer[Any], ...]:
    """Ask for both, one after the other."""
    return tuple(magento.own_default_address(kind, customer_token, scope=store_ids.code) for kind in KINDS)


@then("the token opens her own account")
def token_opens_her_own_account(
    magento: Magento, answer: Answer[str], store_ids: StoreIds, customer: Customer
) -> None:
    """Ask who the bearer of the token is."""
    bearer = magento.own_account(SecretStr(answer.value), scope=store_ids.code).value
    assert bearer.id == customer.id, f"the token's customer: expected {customer.id}, seen {bearer.id}"
    check_same("the token's customer", expected=customer.person(), seen=bearer.person())


@then("her first token opens it still")
def first_token_opens_it_still(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds, customer: Customer
) -> None:
    """Ask who the bearer of the older token is."""
    seen = magento.own_account(customer_token, scope=store_ids.code).value.id
    assert seen == customer.id, f"the token's customer: expected {customer.id}, seen {seen}"


@then("the answer is her own account")
def answer_is_her_own_account(answer: Answer[Customer], customer: Customer) -> None:
    """Compare the record with the answer to its creation."""
    check_same("account", expected=customer.in_order(), seen=answer.value.in_order())


@then(parsers.parse('her own first name is "{name}"'))
def her_own_first_name_is(answer: Answer[Customer], customer: Customer, name: str) -> None:
    """Look at whose record came back, and at its name."""
    seen = (answer.value.id, answer.value.firstname)
    assert seen == (customer.id, name), f"changed record: expected {(customer.id, name)}, seen {seen}"


@then("the other customer's record is as it was")
def others_record_is_as_it_was(magento: Magento, admin: AdminAccess, other_customer: Customer) -> None:
    """Compare the record with the answer to its creation."""
    seen = magento.customer(other_customer.id, caller=admin).value
    check_same("the other's record", expected=other_customer.in_order(), seen=seen.in_order())


@then("each is the address that was sent, with both flags")
def each_is_the_address_sent(answers: tuple[Answer[Any], ...], new_customer: NewCustomer) -> None:
    """Compare both answers field by field."""
    billing, shipping = (NewAddress.of(answer.value) for answer in answers)
    check_same("her default billing address", expected=new_customer.addresses[0], seen=billing)
    check_same("her default shipping address", expected=new_customer.addresses[0], seen=shipping)


@then("both answers are empty")
def both_answers_are_empty(answers: tuple[Answer[Any], ...]) -> None:
    """Magento writes nothing as an empty list."""
    seen = [answer.json for answer in answers]
    assert seen == [[], []], f"default addresses: expected two empty lists, seen {seen}"


@then("it is refused, for the admin is no customer")
def refused_for_the_admin(answer: Answer[Customer], refusals: Refusals) -> None:
    """Expect what is said to an admin of all rights, who has no customer's id, or to one of few rights."""
    refusals.check(answer, OF_ADMINS.get(answer.status, "not authorized for self"))


@then("both tokens show the same default billing address")
def both_tokens_show_the_same(
    magento: Magento, customer_token: SecretStr, answer: Answer[str], store_ids: StoreIds
) -> None:
    """Ask with the older token, and with the one that was just given."""
    first = magento.own_default_address("billing", customer_token, scope=store_ids.code).value
    later = magento.own_default_address("billing", SecretStr(answer.value), scope=store_ids.code).value
    check_same("the later token's default billing address", expected=first, seen=later)
