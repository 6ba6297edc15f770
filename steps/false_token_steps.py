"""Sentences about tokens that are not quite a customer's: altered on their way, or forged."""

import pytest
from pydantic import SecretStr
from pytest_bdd import parsers, when

from api.answer import Answer
from api.magento import Magento
from api.models import Customer, StoreIds
from api.token_claims import forged


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


@pytest.fixture
def forged_tokens(customer_token: SecretStr, other_customer: Customer) -> dict[str, SecretStr]:
    """Give the words for a token in the other customer's name what is sent for it."""
    return {
        "that bears her own's signature": forged(customer_token, other_customer.id, signed=True),
        "that claims to need no signature": forged(customer_token, other_customer.id, signed=False),
    }


@when(parsers.parse("somebody asks for the own account with {altered}"), target_fixture="answer")
def somebody_asks_for_the_account(
    magento: Magento, altered_tokens: dict[str, SecretStr], altered: str, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask with a token that is not quite hers."""
    return magento.own_account(altered_tokens[altered], scope=store_ids.code)


@when(
    parsers.parse("the customer asks for the other customer's account with a token {forgery}"),
    target_fixture="answer",
)
def customer_asks_with_a_forged_token(
    magento: Magento, forged_tokens: dict[str, SecretStr], forgery: str, store_ids: StoreIds
) -> Answer[Customer]:
    """Ask with a token that the shop never signed."""
    return magento.own_account(forged_tokens[forgery], scope=store_ids.code)
