"""A form counts only with the right key: the cookie's where the browser has one, else the session's."""

import pytest
import requests
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.signing_in import is_signed_in, post, session_key
from tests.sandbox.storefront.visitor import MESSAGE, SEND, Visitor

INVALID = "Invalid Form Key. Please refresh the page."
OWN_KEY = "Abcdefgh12345678"


@pytest.fixture(autouse=True)
def jane(store: RunningStore) -> None:
    """Have a customer who wants to sign in."""
    store.add_customer()


def test_the_sessions_key_opens(http: requests.Session, store: RunningStore) -> None:
    """Without a cookie the key out of the page is right."""
    answer = post(http, store, session_key(http, store))
    assert answer.headers["Location"] == store.url("customer/account")
    assert is_signed_in(http, store)


def test_the_cookies_key_wins(http: requests.Session, store: RunningStore) -> None:
    """With a cookie its value is right, and the session's former key is wrong."""
    old = session_key(http, store)
    http.cookies.set("form_key", OWN_KEY, domain="127.0.0.1")
    post(http, store, old)
    assert not is_signed_in(http, store)
    post(http, store, OWN_KEY)
    assert is_signed_in(http, store)


@pytest.mark.parametrize("key", [None, "", "wrong"])
def test_a_wrong_key_never_reaches_the_password(
    http: requests.Session, store: RunningStore, key: str | None
) -> None:
    """A guest is sent over the account page to the sign-in page, and hears why."""
    session_key(http, store)
    answer = post(http, store, key)
    assert answer.headers["Location"] == store.url("customer/account")
    landed = http.get(answer.headers["Location"], timeout=5)
    assert "/customer/account/login/referer/" in landed.url
    assert "Invalid%20Form%20Key" in http.cookies["mage-messages"]
    assert not is_signed_in(http, store)


def test_in_the_browser(visitor: Visitor) -> None:
    """The script keeps form and cookie the same; a form with another key is refused aloud."""
    visitor.open_settled("customer/account/login")
    visitor.enter("jane@example.com", "Password1")
    cookies = {cookie["name"]: cookie["value"] for cookie in visitor.page.context.cookies()}
    keys = visitor.page.locator("[name=form_key]").evaluate_all("keys => keys.map(key => key.value)")
    assert set(keys) == {cookies["form_key"]}
    visitor.page.context.clear_cookies(name="form_key")
    visitor.page.context.clear_cookies(name="PHPSESSID")
    with visitor.page.expect_navigation():
        visitor.page.click(SEND)
    expect(visitor.page.locator(MESSAGE)).to_have_text(INVALID)
