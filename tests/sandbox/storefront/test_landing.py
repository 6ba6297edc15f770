"""Guests are sent to the sign-in page, and back to where they wanted to go."""

import re

import pytest
import requests

from sandbox.storefront.visit import encode_address
from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.signing_in import post, session_key
from tests.sandbox.storefront.visitor import Visitor


@pytest.fixture(autouse=True)
def jane(store: RunningStore) -> None:
    """Have a customer with an address."""
    store.add_customer("jane@example.com", oak_avenue())


def landing(http: requests.Session, store: RunningStore) -> str:
    """Sign in, and tell where the shop sends the customer."""
    location = post(http, store, session_key(http, store)).headers["Location"]
    return location.removeprefix(store.url())


@pytest.mark.parametrize(
    ("wanted", "landed"),
    [
        ("customer/account", "customer/account/index/"),
        ("customer/address", "customer/address/index/"),
        ("customer/address/index", "customer/address/index/"),
        ("customer/account/edit", "customer/account/edit/"),
        ("customer/address/edit/id/7", "customer/address/edit/id/7/"),
        ("customer/account/logout", "customer/account/"),
    ],
)
def test_a_page_asked_for_is_remembered(
    http: requests.Session, store: RunningStore, wanted: str, landed: str
) -> None:
    """Even when the sign-in page is then opened plainly; signing out is no place to go back to."""
    asked = http.get(store.url(wanted), timeout=5, allow_redirects=False)
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith(store.url("customer/account/login") + "referer/")
    assert "mage-messages" not in http.cookies
    assert landing(http, store) == landed


def test_a_plain_sign_in_lands_on_the_account(http: requests.Session, store: RunningStore) -> None:
    """The address of the account, without its action's name."""
    assert landing(http, store) == "customer/account/"


@pytest.mark.parametrize(
    ("page", "landed"),
    [("", ""), ("customer/account/logoutSuccess", "customer/account/"), ("customer/account/login", None)],
)
def test_the_headers_link_leads_back(
    visitor: Visitor, store: RunningStore, page: str, landed: str | None
) -> None:
    """To the page it stands on; from the good-bye page and from the sign-in page itself to the account."""
    visitor.open_settled(page)
    visitor.page.click(".panel.header .authorization-link a")
    visitor.settle()
    visitor.enter("jane@example.com", "Password1")
    visitor.send()
    assert visitor.page.url == store.url() + ("customer/account/" if landed is None else landed)


def test_another_hosts_address_is_no_landing(http: requests.Session, store: RunningStore) -> None:
    """Nobody is led out of the shop."""
    key = session_key(http, store)
    foreign = encode_address("https://elsewhere.example/")
    form = {"form_key": key, "login[username]": "jane@example.com", "login[password]": "Password1"}
    address = store.url(f"customer/account/loginPost/referer/{foreign}")
    answer = http.post(address, data=form, timeout=5, allow_redirects=False)
    assert answer.headers["Location"] == store.url("customer/account")


def test_the_cookie_of_a_script_comes_first(http: requests.Session, store: RunningStore) -> None:
    """`login_redirect` beats the remembered page."""
    http.get(store.url("customer/address"), timeout=5)
    http.cookies.set("login_redirect", store.url("wishlist"), domain="127.0.0.1")
    assert landing(http, store) == "wishlist/"
    assert "login_redirect" not in http.cookies


def test_after_a_refusal(http: requests.Session, store: RunningStore, magento: str) -> None:
    """2.4.1 takes its own POST-only address for the page to go back to: a 404; 2.4.8 does not."""
    refused = post(http, store, session_key(http, store), password="wrong")
    back = refused.headers["Location"]
    assert ("/referer/" in back) == (magento == "2.4.1")
    action = re.search('action="(.*?/loginPost/.*?)"', http.get(back, timeout=5).text)
    assert action
    form = {
        "form_key": session_key(http, store),
        "login[username]": "jane@example.com",
        "login[password]": "Password1",
    }
    landed = http.post(action[1], data=form, timeout=5)
    assert landed.status_code == (404 if magento == "2.4.1" else 200)


def test_a_refusal_goes_over_the_page_that_was_wanted(http: requests.Session, store: RunningStore) -> None:
    """Which sends the guest to the sign-in page again."""
    http.get(store.url("customer/address"), timeout=5)
    refused = post(http, store, session_key(http, store), password="wrong")
    assert refused.headers["Location"] == store.url("customer/address/index")
    again = http.get(refused.headers["Location"], timeout=5)
    assert "/customer/account/login/referer/" in again.url
    assert 'value="jane@example.com"' in again.text
    assert landing(http, store) == "customer/address/index/"


def test_who_is_signed_in_stays_so(http: requests.Session, store: RunningStore) -> None:
    """The form and its POST lead to the account, whatever was entered."""
    post(http, store, session_key(http, store))
    assert http.get(store.url("customer/account/login"), timeout=5).url == store.url("customer/account")
    key = session_key(http, store, "customer/account")
    answer = post(http, store, key, "nobody@example.com", "wrong")
    assert answer.headers["Location"] == store.url("customer/account")
    assert "mage-messages" not in http.cookies
