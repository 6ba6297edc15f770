"""Sentences about a customer's token: who gets one has a token, who asks for one has an answer."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from pydantic import SecretStr
from pytest_bdd import given, parsers, when

from api.answer import Answer
from api.locks import STOCK, Locks
from api.magento import Magento
from api.models import Credentials, StoreIds
from api.polling import ask_until
from pages.storefront import Storefront

SECONDS_TO_ANOTHER = 5
"""More than the second that a JWT is dated by."""

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


@given("the customer has a customer token", target_fixture="customer_token")
def customer_has_a_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get a token."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@given("the customer has given one wrong password fewer than lock her out over REST")
def customer_has_nearly_locked_herself_out(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Ask for a token with a wrong password, again and again."""
    _give_wrong_passwords(magento, credentials, store_ids, locks.over_rest - 1)


@given("the customer has given as many wrong passwords as lock her out over REST")
def customer_has_locked_herself_out(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Ask for a token with a wrong password, again and again."""
    _give_wrong_passwords(magento, credentials, store_ids, locks.over_rest)


@given("the customer has given as many wrong passwords as lock an e-mail out")
def customer_has_locked_an_email_out(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Ask for a token of nobody, again and again: no account is there to be locked."""
    _give_wrong_passwords(magento, credentials, store_ids, locks.throttle)


@given("the customer has given as many wrong passwords as lock her account, with right ones in between")
def customer_has_given_wrong_and_right(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Come close to the lock over REST and get a token, as often as it takes to lock the account."""
    _give_wrong_and_right_passwords(magento, credentials, store_ids, locks)


@given(
    "the customer has given more wrong passwords than lock an account on a stock shop, with right ones in between"
)
def customer_has_given_many_wrong(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Do what locks an account on a stock shop, and a wrong password more."""
    stock = replace(locks, account=STOCK.account + 1)
    _give_wrong_and_right_passwords(magento, credentials, store_ids, stock)


def _give_wrong_and_right_passwords(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    *rounds, last = locks.rounds() or [0]
    for times in rounds:
        _give_wrong_passwords(magento, credentials, store_ids, times)
        _ = magento.customer_token(credentials, scope=store_ids.code).value  # raises why there is none
    _give_wrong_passwords(magento, credentials, store_ids, last)


@given("the customer has given one wrong password fewer than lock the account, with right ones in between")
def customer_has_given_one_fewer(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Do what locks the account, and a wrong password less."""
    fewer = replace(locks, account=locks.account - 1)
    _give_wrong_and_right_passwords(magento, credentials, store_ids, fewer)


@given(
    "the customer has given one wrong password fewer than lock the account, over REST and then in the form"
)
def customer_has_nearly_locked_the_account(
    magento: Magento, storefront: Storefront, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Both count together: the form goes on where the throttle closes REST."""
    over_rest, in_the_form = locks.by_doors(locks.account - 1)
    _give_wrong_passwords(magento, credentials, store_ids, over_rest)
    _try_wrong_passwords(storefront, credentials, in_the_form)


@given("the customer has given as many wrong passwords as lock the account, over REST and then in the form")
def customer_has_locked_the_account(
    magento: Magento, storefront: Storefront, credentials: Credentials, store_ids: StoreIds, locks: Locks
) -> None:
    """Both count together: the form goes on where the throttle closes REST."""
    over_rest, in_the_form = locks.by_doors(locks.account)
    _give_wrong_passwords(magento, credentials, store_ids, over_rest)
    _try_wrong_passwords(storefront, credentials, in_the_form)


def _give_wrong_passwords(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, times: int
) -> None:
    """Give them; raise the shop's refusal where it says anything but that the sign-in is not correct."""
    wrong = Credentials(username=credentials.username, password=WRONG)
    for _ in range(times):
        refusal = magento.customer_token(wrong, scope=store_ids.code).refusal
        if refusal.status != HTTPStatus.UNAUTHORIZED:
            raise refusal


def _try_wrong_passwords(storefront: Storefront, credentials: Credentials, times: int) -> None:
    wrong = Credentials(username=credentials.username, password=WRONG)
    for _ in range(times):
        storefront.sign_in_page.open()
        storefront.sign_in_page.submit_for_answer(wrong)


@when("the customer gets a customer token with e-mail and password", target_fixture="issued_token")
def customer_gets_a_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> SecretStr:
    """Get it as a guest, in the store view's scope."""
    return SecretStr(magento.customer_token(credentials, scope=store_ids.code).value)


@when("the customer gets another customer token with e-mail and password", target_fixture="issued_token")
def customer_gets_another_token(
    magento: Magento, credentials: Credentials, store_ids: StoreIds, customer_token: SecretStr
) -> SecretStr:
    """Get one that is not the first again: two JWTs of the same second are one and the same."""
    return ask_until(
        lambda: SecretStr(magento.customer_token(credentials, scope=store_ids.code).value),
        lambda token: token != customer_token,
        within=SECONDS_TO_ANOTHER,
    )


@when("the customer gets a customer token with the e-mail in capitals", target_fixture="issued_token")
def customer_gets_a_token_in_capitals(
    magento: Magento, credentials: Credentials, store_ids: StoreIds
) -> SecretStr:
    """Write the e-mail large."""
    capitals = Credentials(username=credentials.username.upper(), password=credentials.password)
    return SecretStr(magento.customer_token(capitals, scope=store_ids.code).value)


@when("the customer gets a customer token with an unknown token in hand", target_fixture="issued_token")
def customer_gets_a_token_with_another(
    magento: Magento, credentials: Credentials, store_ids: StoreIds
) -> SecretStr:
    """Send a token that the shop never gave out, where none is needed."""
    path, body = "integration/customer/token", credentials.payload()
    unknown = SecretStr("unknowntoken")
    answer = magento.rest.send("POST", path, str, scope=store_ids.code, caller=unknown, body=body)
    return SecretStr(answer.value)


@when("the customer asks for a customer token with e-mail and password", target_fixture="answer")
def customer_asks_for_a_token(magento: Magento, credentials: Credentials, store_ids: StoreIds) -> Answer[str]:
    """Ask as a guest, in the store view's scope."""
    return magento.customer_token(credentials, scope=store_ids.code)


@when("the customer asks for a customer token in the scope of another website", target_fixture="answer")
def customer_asks_elsewhere(
    magento: Magento, credentials: Credentials, other_website: StoreIds
) -> Answer[str]:
    """Ask where the customer has no account."""
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


@when(
    "somebody asks for a token with a wrong password, an unknown e-mail and no password to match",
    target_fixture="answers",
)
def somebody_asks_three_times(
    magento: Magento,
    credentials_of: dict[str, Credentials],
    other_credentials: Credentials,
    store_ids: StoreIds,
) -> tuple[Answer[str], ...]:
    """Ask once for each reason that there is to refuse."""
    wrong, unknown = "her e-mail and a wrong password", "an unknown e-mail"
    tries = (credentials_of[wrong], credentials_of[unknown], other_credentials)
    return tuple(magento.customer_token(one, scope=store_ids.code) for one in tries)


@when(parsers.parse("somebody asks for a customer token without {fields}"), target_fixture="answer")
def somebody_asks_without(
    magento: Magento, credentials: Credentials, fields: str, store_ids: StoreIds
) -> Answer[str]:
    """Leave fields out."""
    left_out = fields.split(" and ")
    body = {name: value for name, value in credentials.payload().items() if name not in left_out}
    return magento.rest.send("POST", "integration/customer/token", str, scope=store_ids.code, body=body)
