"""Sentences about a customer's token: it is judged by what it opens, not by its looks."""

from typing import Any, Literal

import pytest
from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_same
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.new_customer import NewAddress, NewCustomer
from api.token_claims import claims_of

KINDS: tuple[Literal["billing", "shipping"], ...] = ("billing", "shipping")
WRONG = SecretStr("Wrong-Passw0rd")


@pytest.fixture
def credentials_of(credentials: Credentials) -> dict[str, Credentials]:
    """Give the words for credentials that open no account what is sent for them."""
    password = credentials.password.get_secret_value()
    return {
        "her e-mail and a wrong password": Credentials(username=credentials.username, password=WRONG),
        "an unknown e-mail": Credentials(
            username=f"unknown.{credentials.username}", password=credentials.password
        ),
        "her e-mail and a blank too many": Credentials(
            username=credentials.username, password=SecretStr(f"{password} ")
        ),
    }


@pytest.fixture
def altered_tokens(customer_token: SecretStr) -> dict[str, SecretStr]:
    """Give the words for an altered token what is sent for it."""
    token = customer_token.get_secret_value()
    middle = len(token) // 2
    other = "a" if token[middle] != "a" else "b"
    return {
        "her token and a letter more": SecretStr(f"{token}x"),
        "her token with a letter changed": SecretStr(token[:middle] + other + token[middle + 1 :]),
        "her token in quotes": SecretStr(f'"{token}"'),
    }


@given("she is created", target_fixture="customer")
def she_is_created(
    magento: Magento, new_customer: NewCustomer, store_ids: StoreIds, admin_token: AdminAccess
) -> Customer:
    """Create the customer as described so far."""
    return magento.create_customer(new_customer, scope=store_ids.code, token=admin_token).value


@given("she has her customer token", target_fixture="customer_token")
def she_has_her_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get her token."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@given("she has a second customer token", target_fixture="second_token")
def she_has_a_second_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get another token."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@given(parsers.re(r"she has given a wrong password (?P<times>\d+) times$"), converters={"times": int})
def she_has_given_a_wrong_password(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, times: int
) -> None:
    """Ask for a token with a wrong password, again and again."""
    wrong = Credentials(username=credentials.username, password=WRONG)
    statuses = [magento.customer_token(wrong, scope=store_ids.code).status for _ in range(times)]
    assert statuses == [401] * times, f"wrong passwords: expected 401 each, seen {statuses}"


@given("she has given a wrong password 5 times and then the right one")
def she_has_given_wrong_and_right(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> None:
    """Come close to the lock and get a token all the same."""
    she_has_given_a_wrong_password(magento, credentials, store_ids, 5)
    assert magento.customer_token(credentials, scope=store_ids.code).accepted


@when("she asks for her customer token with e-mail and password", target_fixture="answer")
def she_asks_for_her_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> Answer[str]:
    """Ask as a guest, in the store view's scope."""
    return magento.customer_token(credentials, scope=store_ids.code)


@when("she asks for her customer token with her e-mail in capitals", target_fixture="answer")
def she_asks_with_capitals(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> Answer[str]:
    """Write the e-mail large."""
    capitals = Credentials(username=credentials.username.upper(), password=credentials.password)
    return magento.customer_token(capitals, scope=store_ids.code)


@when("she asks for her customer token in the scope of another website", target_fixture="answer")
def she_asks_elsewhere(magento: Magento, credentials: Credentials, other_website: StoreIds) -> Answer[str]:
    """Ask where she is no customer."""
    return magento.customer_token(credentials, scope=other_website.code)


@when(
    parsers.re("somebody asks for a customer token with (?P<sent>her e-mail .*|an unknown e-mail)"),
    target_fixture="answer",
)
def somebody_asks_for_a_token(
    magento: Magento, credentials_of: dict[str, Credentials], sent: str, store_ids: StoreIds
) -> Answer[str]:
    """Ask with what opens no account."""
    return magento.customer_token(credentials_of[sent], scope=store_ids.code)


@when("somebody asks for a customer token with empty credentials", target_fixture="answer")
def somebody_asks_with_nothing(magento: Magento, store_ids: StoreIds) -> Answer[str]:
    """Send both fields empty."""
    return magento.customer_token(Credentials(username="", password=SecretStr("")), scope=store_ids.code)


@when(parsers.parse("somebody asks for a customer token without {field}"), target_fixture="answer")
def somebody_asks_without(
    magento: Magento, credentials: Credentials, field: str, store_ids: StoreIds
) -> Answer[str]:
    """Leave one of the two fields out."""
    body = {name: value for name, value in credentials.payload().items() if name != field}
    return magento.rest.send("POST", "integration/customer/token", str, scope=store_ids.code, body=body)


@when("she asks for her own account", target_fixture="answer")
def she_asks_for_her_account(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask who she is."""
    return magento.own_account(customer_token, scope=store_ids.code)


@when("she asks for her own account in the scope of the whole shop", target_fixture="answer")
def she_asks_in_the_whole_shop(magento: Magento, customer_token: SecretStr) -> Answer[Customer]:
    """Ask in the scope that is the merchant's."""
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


@when(parsers.parse("somebody asks for the own account with {altered}"), target_fixture="answer")
def somebody_asks_for_the_account(
    magento: Magento, altered_tokens: dict[str, SecretStr], altered: str, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask with a token that is not quite hers."""
    return magento.own_account(altered_tokens[altered], scope=store_ids.code)


@when("she asks for her account with the other customer's id in the address", target_fixture="answer")
def she_asks_with_another_id(
    magento: Magento, customer_token: SecretStr, other_customer: Customer, store_ids: StoreIds
) -> Answer[Customer]:
    """Try to name somebody else."""
    query = {"customerId": str(other_customer.id)}
    return magento.rest.send(
        "GET", "customers/me", Customer, scope=store_ids.code, token=customer_token, query=query
    )


@when("she asks for her record as the merchant does", target_fixture="answer")
def she_asks_for_her_record(
    magento: Magento, customer_token: SecretStr, customer: Customer, store_ids: StoreIds
) -> Answer[Customer]:
    """Use the merchant's route with her own id."""
    return magento.customer(customer.id, token=customer_token, scope=store_ids.code)


@when("she asks for the customers with her e-mail", target_fixture="answer")
def she_asks_for_customers(
    magento: Magento, customer_token: SecretStr, credentials: Credentials
) -> Answer[Any]:
    """Use the merchant's search."""
    return magento.customers_with_email(credentials.username, token=customer_token)


@when("she asks for her default billing and her default shipping address", target_fixture="answers")
def she_asks_for_her_defaults(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> tuple[Answer[Any], ...]:
    """Ask for both, one after the other."""
    return tuple(magento.own_default_address(kind, customer_token, scope=store_ids.code) for kind in KINDS)


@when("she reads what her token says of itself", target_fixture="claims")
def she_reads_her_token(customer_token: SecretStr) -> dict[str, int]:
    """Decode the middle part of a JWT."""
    return claims_of(customer_token)


@when("she revokes her customer token", target_fixture="answer")
def she_revokes_her_token(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> Answer[bool]:
    """End all that was given out to her so far."""
    return magento.revoke_customer_token(customer_token, scope=store_ids.code)


@when("a guest revokes a customer token", target_fixture="answer")
def guest_revokes_a_token(magento: Magento, store_ids: StoreIds) -> Answer[bool]:
    """Ask without a token."""
    return magento.revoke_customer_token(None, scope=store_ids.code)


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
    assert magento.own_account(customer_token, scope=store_ids.code).value.id == customer.id


@then("the answer is her own account")
def answer_is_her_own_account(answer: Answer[Customer], customer: Customer) -> None:
    """Compare the ids."""
    assert answer.value.id == customer.id, f"account: expected {customer.id}, seen {answer.value.id}"


@then("each is the address that was sent, with both flags")
def each_is_the_address_sent(answers: tuple[Answer[Any], ...], new_customer: NewCustomer) -> None:
    """Compare both answers field by field."""
    billing, shipping = (NewAddress.of(answer.value) for answer in answers)
    check_same("her default billing address", expected=new_customer.addresses[0], seen=billing)
    check_same("her default shipping address", expected=new_customer.addresses[0], seen=shipping)


@then("both answers are empty")
def both_answers_are_empty(answers: tuple[Answer[Any], ...]) -> None:
    """Magento writes nothing as an empty list."""
    assert [answer.json for answer in answers] == [[], []]


@then("it is refused as if she had never been")
def refused_as_if_never_been(answer: Answer[Customer]) -> None:
    """Older tokens are gone with her (401); a JWT is genuine still, but names nobody (404)."""
    assert answer.refusal.status in {401, 404}, f"expected 401 or 404, seen {answer.refusal}"


@then("it names her as a customer and is good for the expected time")
def token_is_good_for_the_expected_time(
    claims: dict[str, int], customer: Customer, token_lifetime: int
) -> None:
    """Compare user, user type (3 is a customer) and lifetime in seconds."""
    assert (claims["uid"], claims["utypid"]) == (customer.id, 3), f"claims: {claims}"
    assert claims["exp"] - claims["iat"] == token_lifetime, f"claims: {claims}"


@then("neither of her tokens opens her account")
def neither_token_opens_her_account(
    magento: Magento,
    answer: Answer[bool],
    customer_token: SecretStr,
    second_token: SecretStr,
    store_ids: StoreIds,
) -> None:
    """Revocation is the customer's, not the token's."""
    assert answer.value is True
    first = magento.own_account(customer_token, scope=store_ids.code).status
    second = magento.own_account(second_token, scope=store_ids.code).status
    assert (first, second) == (401, 401), f"expected 401 and 401, seen {first} and {second}"
