"""Sentences about the end of a customer's token: by time and by revocation."""

from pydantic import SecretStr
from pytest_bdd import given, then, when

from api.answer import Answer, require_true
from api.errors import UnexpectedAnswer
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.polling import ask_until
from api.token_claims import claims_of, seconds_between

CLOCK_MOVES_WITHIN = 10.0
"""Seconds that a shop's clock, in whole seconds, has to move on."""


@given("the customer has a second customer token", target_fixture="second_token")
def customer_has_a_second_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get another token."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@given("the shop's clock has moved on by a second")
def clock_has_moved_on(
    magento: Magento, credentials: Credentials, second_token: SecretStr, store_ids: StoreIds
) -> None:
    """Compare with tokens of later: some versions spare those of the second in which others are revoked."""
    later = ask_until(
        lambda: magento.customer_token(credentials, scope=store_ids.code),
        lambda answer: seconds_between(second_token, SecretStr(answer.value)) >= 1,
        within=CLOCK_MOVES_WITHIN,
    )
    if seconds_between(second_token, SecretStr(later.value)) < 1:
        raise UnexpectedAnswer(later.call, f"the shop's clock stands still for {CLOCK_MOVES_WITHIN:.0f} s")


@given("the customer has revoked her tokens")
def customer_has_revoked_her_tokens(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> None:
    """End all that were given out to the customer so far, and see that Magento says so."""
    require_true(magento.revoke_customer_token(customer_token, scope=store_ids.code))


@when("the customer revokes her tokens", target_fixture="revoked")
def customer_revokes_her_tokens(magento: Magento, customer_token: SecretStr, store_ids: StoreIds) -> bool:
    """End all that were given out to the customer so far."""
    return magento.revoke_customer_token(customer_token, scope=store_ids.code).value


@when("the customer gets a customer token again, a moment later", target_fixture="issued_token")
def customer_gets_a_token_later(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Ask until a token works: one of the same second as the revocation is dead from the start."""
    return ask_until(
        lambda: SecretStr(magento.customer_token(credentials, scope=store_ids.code).value),
        lambda token: magento.own_account(token, scope=store_ids.code).accepted,
        within=CLOCK_MOVES_WITHIN,
    )


@when("the customer reads what her token says of itself", target_fixture="claims")
def customer_reads_her_token(customer_token: SecretStr) -> dict[str, int]:
    """Decode the middle part of a JWT."""
    return claims_of(customer_token)


@when("a guest asks to revoke a customer token", target_fixture="answer")
def guest_asks_to_revoke_a_token(magento: Magento, store_ids: StoreIds) -> Answer[bool]:
    """Ask without a token."""
    return magento.revoke_customer_token(None, scope=store_ids.code)


@then("the token names the customer and is good for the expected time")
def token_is_good_for_the_expected_time(
    claims: dict[str, int], customer: Customer, token_lifetime: int
) -> None:
    """Compare user, user type (3 is a customer) and lifetime in seconds."""
    assert (claims["uid"], claims["utypid"]) == (customer.id, 3), f"claims: {claims}"
    seen = claims["exp"] - claims["iat"]
    assert seen == token_lifetime, f"lifetime: expected {token_lifetime} s, seen {seen} s"


@then("neither of the customer's tokens opens her account")
def neither_token_opens_her_account(
    magento: Magento,
    revoked: bool,
    customer_token: SecretStr,
    second_token: SecretStr,
    store_ids: StoreIds,
) -> None:
    """Revocation is the customer's, not the token's."""
    assert revoked is True, f"the revocation: expected true, seen {revoked}"
    first = magento.own_account(customer_token, scope=store_ids.code).status
    second = magento.own_account(second_token, scope=store_ids.code).status
    assert (first, second) == (401, 401), f"expected 401 and 401, seen {first} and {second}"
