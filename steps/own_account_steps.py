"""Sentences about what a customer's token opens, and what it does not."""

from typing import Any, Literal, NamedTuple

from pydantic import SecretStr
from pytest_bdd import parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_same
from api.magento import Magento
from api.models import Address, Credentials, Customer, StoreIds
from api.new_customer import NewAddress, NewCustomer, moved

KINDS: tuple[Literal["billing", "shipping"], ...] = ("billing", "shipping")


class DefaultAddresses(NamedTuple):
    """Both default addresses that a token shows."""

    billing: Address
    shipping: Address


@when("the customer reads her own account", target_fixture="own_account")
def customer_reads_her_account(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> Customer:
    """Read the record of the token's customer."""
    return magento.own_account(customer_token, scope=store_ids.code).value


@when("the customer asks for her own account", target_fixture="answer")
def customer_asks_for_her_account(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask for the record of the token's customer."""
    return magento.own_account(customer_token, scope=store_ids.code)


@when("the admin asks for the own account", target_fixture="answer")
def admin_asks_for_the_account(magento: Magento, admin: AdminAccess, store_ids: StoreIds) -> Answer[Customer]:
    """Ask with a token that names no customer."""
    return magento.own_account(admin, scope=store_ids.code)


@when("the customer reads her own account in another store view of her website", target_fixture="own_account")
def customer_reads_in_another_store_view(
    magento: Magento, customer_token: SecretStr, other_store_view: StoreIds
) -> Customer:
    """Read it in a scope that shares the customer's website."""
    return magento.own_account(customer_token, scope=other_store_view.code).value


@when(
    parsers.parse(
        'the customer changes her first name to "{name}" with the other customer\'s id in the body'
    ),
    target_fixture="changed_account",
)
def customer_changes_with_another_id(
    magento: Magento,
    customer: Customer,
    customer_token: SecretStr,
    other_customer: Customer,
    store_ids: StoreIds,
    name: str,
) -> Customer:
    """Name somebody else in the record that is sent."""
    record = {**customer.person().model_dump(), "firstname": name, "id": other_customer.id}
    return magento.change_own_account(record, customer_token, scope=store_ids.code).value


@when("the customer asks to save an address under the id of the other customer's", target_fixture="answer")
def customer_asks_to_change_the_others_address(
    magento: Magento,
    customer: Customer,
    customer_token: SecretStr,
    other_customer: Customer,
    new_customer: NewCustomer,
    store_ids: StoreIds,
) -> Answer[Customer]:
    """Send the customer's own address, and the id of the other's."""
    record = moved(customer, to=new_customer.addresses[0], required=new_customer.required)
    record["addresses"][0]["id"] = other_customer.addresses[0].id
    return magento.change_own_account(record, customer_token, scope=store_ids.code)


@when("the customer asks for her own account in the scope of the whole shop", target_fixture="answer")
def customer_asks_in_the_whole_shop(magento: Magento, customer_token: SecretStr) -> Answer[Customer]:
    """Ask in the scope that is the admin's."""
    return magento.own_account(customer_token, scope="all")


@when("the customer reads her own account in the scope of another website", target_fixture="own_account")
def customer_reads_in_another_scope(
    magento: Magento, customer_token: SecretStr, other_website: StoreIds
) -> Customer:
    """Read it where websites share accounts."""
    return magento.own_account(customer_token, scope=other_website.code).value


@when("the customer asks for her own account in the scope of another website", target_fixture="answer")
def customer_asks_in_another_scope(
    magento: Magento, customer_token: SecretStr, other_website: StoreIds
) -> Answer[Customer]:
    """Ask where the customer has no account."""
    return magento.own_account(customer_token, scope=other_website.code)


@when("a guest asks for the own account", target_fixture="answer")
def guest_asks_for_the_account(magento: Magento, store_ids: StoreIds) -> Answer[Customer]:
    """Ask without a token."""
    return magento.own_account(None, scope=store_ids.code)


@when(
    "the customer reads her own account with the other customer's id in the query",
    target_fixture="own_account",
)
def customer_reads_with_another_id(
    magento: Magento, customer_token: SecretStr, other_customer: Customer, store_ids: StoreIds
) -> Customer:
    """Name somebody else in the query."""
    query = {"customerId": str(other_customer.id)}
    scope = store_ids.code
    return magento.rest.send(
        "GET", "customers/me", Customer, scope=scope, caller=customer_token, query=query
    ).value


@when("the customer asks for her record as the admin does", target_fixture="answer")
def customer_asks_for_her_record(
    magento: Magento, customer_token: SecretStr, customer: Customer, store_ids: StoreIds
) -> Answer[Customer]:
    """Use the admin's route with the customer's own id."""
    return magento.customer(customer.id, caller=customer_token, scope=store_ids.code)


@when("the customer asks for the customers with her e-mail", target_fixture="answer")
def customer_asks_for_customers(
    magento: Magento, customer_token: SecretStr, credentials: Credentials, store_ids: StoreIds
) -> Answer[Any]:
    """Use the admin's search."""
    email = credentials.username
    return magento.customers_with_email(email, caller=customer_token, scope=store_ids.code)


@when(
    "the customer reads her default billing and default shipping address", target_fixture="default_addresses"
)
def customer_reads_her_defaults(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> DefaultAddresses:
    """Read both, one after the other."""
    return DefaultAddresses(
        *(magento.own_default_address(kind, customer_token, scope=store_ids.code).value for kind in KINDS)
    )


@when("the customer asks for her default billing and default shipping address", target_fixture="answers")
def customer_asks_for_her_defaults(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> tuple[Answer[Any], ...]:
    """Ask for both, one after the other."""
    return tuple(magento.own_default_address(kind, customer_token, scope=store_ids.code) for kind in KINDS)


@then("the token opens the customer's own account")
def token_opens_her_own_account(
    magento: Magento, issued_token: SecretStr, store_ids: StoreIds, customer: Customer
) -> None:
    """Ask who the bearer of the token is."""
    bearer = magento.own_account(issued_token, scope=store_ids.code).value
    assert bearer.id == customer.id, f"the token's customer: expected {customer.id}, seen {bearer.id}"
    check_same("the token's customer", expected=customer.person(), seen=bearer.person())


@then("the customer's first token still opens her account")
def first_token_still_opens_it(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds, customer: Customer
) -> None:
    """Ask who the bearer of the older token is."""
    seen = magento.own_account(customer_token, scope=store_ids.code).value.id
    assert seen == customer.id, f"the token's customer: expected {customer.id}, seen {seen}"


@then("the account is the customer's own")
def account_is_her_own(own_account: Customer, customer: Customer) -> None:
    """Compare the record with the one that was created."""
    check_same("account", expected=customer.in_order(), seen=own_account.in_order())


@then(parsers.parse('the customer\'s own first name is "{name}"'))
def her_own_first_name_is(changed_account: Customer, customer: Customer, name: str) -> None:
    """Look at whose record came back, and at its name."""
    seen = (changed_account.id, changed_account.firstname)
    assert seen == (customer.id, name), f"changed record: expected {(customer.id, name)}, seen {seen}"


@then("the other customer's record is as it was")
def others_record_is_as_it_was(magento: Magento, admin: AdminAccess, other_customer: Customer) -> None:
    """Compare the record with the one that was created."""
    seen = magento.customer(other_customer.id, caller=admin).value
    check_same("the other's record", expected=other_customer.in_order(), seen=seen.in_order())


@then("each is the address that was sent, with both flags")
def each_is_the_address_sent(default_addresses: DefaultAddresses, new_customer: NewCustomer) -> None:
    """Compare both addresses field by field."""
    billing, shipping = map(NewAddress.of, default_addresses)
    check_same("default billing address", expected=new_customer.addresses[0], seen=billing)
    check_same("default shipping address", expected=new_customer.addresses[0], seen=shipping)


@then("both tokens show the same default billing address")
def both_tokens_show_the_same(
    magento: Magento, customer_token: SecretStr, issued_token: SecretStr, store_ids: StoreIds
) -> None:
    """Ask with the older token, and with the one that was just issued."""
    first = magento.own_default_address("billing", customer_token, scope=store_ids.code).value
    later = magento.own_default_address("billing", issued_token, scope=store_ids.code).value
    check_same("the later token's default billing address", expected=first, seen=later)
