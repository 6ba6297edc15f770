"""Sentences about the end of a customer's token: by time and by revocation."""

from pydantic import SecretStr
from pytest_bdd import given, then, when

from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.polling import ask_until
from api.token_claims import claims_of, seconds_between

CLOCK_MOVES_WITHIN = 10.0
"""Seconds that a shop's clock, in whole seconds, has to move on."""


@given("she has a second customer token", target_fixture="second_token")
def she_has_a_second_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get another token."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@given("the shop's clock has moved on by a second")
def clock_has_moved_on(
    magento: Magento, credentials: Credentials, second_token: SecretStr, store_ids: StoreIds
) -> None:
    """Compare with tokens of later: some versions spare those of the second in which others are revoked."""
    ask_until(
        lambda: SecretStr(magento.customer_token(credentials, scope=store_ids.code).value),
        lambda third: seconds_between(second_token, third) >= 1,
        within=CLOCK_MOVES_WITHIN,
    )


@given("she has revoked it")
def she_has_revoked_it(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> None:
    """End all that was given out to her so far."""
    seen = magento.revoke_customer_token(customer_token, scope=store_ids.code).value
    assert seen is True, f"the revocation: expected true, seen {seen}"


@when("she revokes her customer token", target_fixture="answer")
def she_revokes_her_token(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> Answer[bool]:
    """End all that was given out to her so far."""
    return magento.revoke_customer_token(customer_token, scope=store_ids.code)


@when("she asks for a customer token again, a moment later", target_fixture="answer")
def she_asks_again_later(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> Answer[str]:
    """Ask until a token works: one of the same second as the revocation is dead from the start."""
    return ask_until(
        lambda: magento.customer_token(credentials, scope=store_ids.code),
        lambda answer: magento.own_account(SecretStr(answer.value), scope=store_ids.code).accepted,
        within=CLOCK_MOVES_WITHIN,
    )


@when("she reads what her token says of itself", target_fixture="claims")
def she_reads_her_token(customer_token: SecretStr) -> dict[str, int]:
    """Decode the middle part of a JWT."""
    return claims_of(customer_token)


@when("a guest revokes a customer token", target_fixture="answer")
def guest_revokes_a_token(magento: Magento, store_ids: StoreIds) -> Answer[bool]:
    """Ask without a token."""
    return magento.revoke_customer_token(None, scope=store_ids.code)


@then("it names her as a customer and is good for the expected time")
def token_is_good_for_the_expected_time(
    claims: dict[str, int], customer: Customer, token_lifetime: int
) -> None:
    """Compare user, user type (3 is a customer) and lifetime in seconds."""
    assert (claims["uid"], claims["utypid"]) == (customer.id, 3), f"claims: {claims}"
    seen = claims["exp"] - claims["iat"]
    assert seen == token_lifetime, f"lifetime: expected {token_lifetime} s, seen {seen} s"


@then("neither of her tokens opens her account")
def neither_token_opens_her_account(
    magento: Magento,
    answer: Answer[bool],
    customer_token: SecretStr,
    second_token: SecretStr,
    store_ids: StoreIds,
) -> None:
    """Revocation is the customer's, not the token's."""
    assert answer.value is True, f"the revocation: expected true, seen {answer.value}"
    first = magento.own_account(customer_token, scope=store_ids.code).status
    second = magento.own_account(second_token, scope=store_ids.code).status
    assert (first, second) == (401, 401), f"expected 401 and 401, seen {first} and {second}"
