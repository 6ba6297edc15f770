"""The same calls and clicks as bench/bare.py in the steps of plain pytest-bdd, with the page of pytest-playwright."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright
from pytest_bdd import given, scenarios, then, when

from bench.bare import STORE, Shop, customer, expect_addresses, sign_in, store_view
from harness.browser.launch import on_this_machine

scenarios("step.feature")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Play the scenario as often as the variable BENCH_TIMES says."""
    metafunc.parametrize("play", range(int(os.environ["BENCH_TIMES"])), indirect=True)


@pytest.fixture(autouse=True)
def play(request: pytest.FixtureRequest) -> int:
    """Give which time it is."""
    number: int = request.param
    return number


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Use the browser that the suite uses."""
    return on_this_machine(playwright, browser_type_launch_args)


@pytest.fixture(scope="session")
def shop() -> Shop:
    """Give the shop, with the admin signed in."""
    return Shop.of_the_environment()


@pytest.fixture
def made(shop: Shop) -> Iterator[dict[str, Any]]:
    """Give what is known of the customer, and delete her."""
    known: dict[str, Any] = {}
    yield known
    shop.call("DELETE", f"{STORE}/V1/customers/{known['customer']['id']}")


@given("the ids of the store view", target_fixture="ids")
def ids(shop: Shop) -> dict[str, Any]:
    """Ask for them."""
    return store_view(shop)


@when("the admin creates the customer")
def creates(shop: Shop, ids: dict[str, Any], made: dict[str, Any]) -> None:
    """Create her."""
    made["customer"], made["password"] = customer(shop, ids)


@when("she asks for her customer token", target_fixture="token")
def asks_for_token(shop: Shop, made: dict[str, Any]) -> str:
    """Ask by e-mail and password."""
    sent = {"username": made["customer"]["email"], "password": made["password"]}
    token: str = shop.call("POST", f"{STORE}/V1/integration/customer/token", json=sent)
    return token


@then("the token opens her own account")
def opens(shop: Shop, made: dict[str, Any], token: str) -> None:
    """Compare the ids."""
    assert shop.call("GET", f"{STORE}/V1/customers/me", token)["id"] == made["customer"]["id"]


@when("she signs in and opens the Address Book")
def signs_in(shop: Shop, made: dict[str, Any], page: Page) -> None:
    """Click as the bare script does."""
    sign_in(page, shop.url, made["customer"]["email"], made["password"])


@then("it shows both default addresses")
def shows(page: Page) -> None:
    """Compare what is printed in the boxes."""
    expect_addresses(page)
