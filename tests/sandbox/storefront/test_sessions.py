"""Who is signed in where: one cookie, one session, and a compartment in it for each website."""

from pathlib import Path

import pytest
import requests
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, serve
from tests.sandbox.storefront.signing_in import is_signed_in, post, session_key
from tests.sandbox.storefront.visitor import MENU, MESSAGE, Visitor


@pytest.fixture(autouse=True)
def jane(store: RunningStore) -> None:
    """Have a customer of the us website."""
    store.add_customer()


def test_a_session_belongs_to_a_website(visitor: Visitor) -> None:
    """Signed in on us is a guest on de; looking there makes us' home page forget her, but not her account."""
    visitor.is_customer()
    visitor.open("customer/account", "de")
    assert visitor.path.startswith("/de/customer/account/login/referer/")
    visitor.open_settled()
    expect(visitor.page.locator(MENU)).to_have_count(0)
    visitor.open("customer/account")
    expect(visitor.page.locator(MENU)).to_be_visible()


def test_a_customer_of_another_website_is_refused(visitor: Visitor) -> None:
    """With the words for a wrong password."""
    visitor.sign_in(store_code="default")
    expect(visitor.page.locator(MESSAGE)).to_contain_text("The account sign-in was incorrect")


def test_signing_in_changes_the_sessions_id(http: requests.Session, store: RunningStore) -> None:
    """The id known before is worth nothing later; the server forgets what scripts kept for the guest."""
    key = session_key(http, store)
    before = http.cookies["PHPSESSID"]
    http.cookies.set("mage-cache-sessid", "true", domain="127.0.0.1")
    answer = post(http, store, key)
    assert http.cookies["PHPSESSID"] != before
    assert "mage-cache-sessid" not in http.cookies
    assert "X-Magento-Vary" in answer.headers["Set-Cookie"]


def test_a_session_unused_for_an_hour_is_over(http: requests.Session, store: RunningStore) -> None:
    """Every use begins the hour anew."""
    post(http, store, session_key(http, store))
    for _ in range(2):
        store.shop.clock.advance(59 * 60)
        assert is_signed_in(http, store)
    store.shop.clock.advance(61 * 60)
    assert not is_signed_in(http, store)


def test_a_deleted_customer_is_a_guest(http: requests.Session, store: RunningStore) -> None:
    """Her session lives on without her."""
    post(http, store, session_key(http, store))
    jane = store.shop.customers.find_by_email("jane@example.com", 2)
    assert jane
    store.shop.customers.delete(jane.id)
    answer = http.get(store.url("customer/account"), timeout=5)
    assert "/customer/account/login/" in answer.url


def test_another_password_signs_out_every_browser(http: requests.Session, store: RunningStore) -> None:
    """Those that were signed in; with the new password she may come back."""
    post(http, store, session_key(http, store))
    jane = store.shop.customers.find_by_email("jane@example.com", 2)
    assert jane
    store.shop.customers.set_password(jane.id, "Another1Password")
    assert "/customer/account/login/" in http.get(store.url("customer/account"), timeout=5).url
    post(http, store, session_key(http, store), password="Another1Password")
    assert is_signed_in(http, store)


def test_a_session_outlives_the_server(http: requests.Session, magento: str, tmp_path: Path) -> None:
    """With a database file a restart signs nobody out."""
    file = tmp_path / "shop.sqlite"
    with serve(magento, file) as first:
        first.add_customer()
        post(http, first, session_key(http, first))
    with serve(magento, file) as second:
        assert is_signed_in(http, second)


def test_the_session_cookie(http: requests.Session, store: RunningStore, magento: str) -> None:
    """No script can read it; on 2.4.1 the first one says nothing of SameSite, a renewed one Lax."""
    cookie = http.get(store.url(), timeout=5).headers["Set-Cookie"]
    assert cookie.startswith("PHPSESSID=")
    assert "HttpOnly" in cookie
    assert "Max-Age=3600" in cookie
    assert ("SameSite=Lax" in cookie) == (magento == "2.4.8")
    renewed = http.get(store.url(), timeout=5).headers["Set-Cookie"]
    assert "SameSite=Lax" in renewed
    assert "Secure" not in renewed


def test_the_id_from_before_signing_in_is_a_guests(http: requests.Session, store: RunningStore) -> None:
    """At once, and the new one opens the account in any browser; a signed-out one opens nothing."""
    key = session_key(http, store)
    guest = http.cookies["PHPSESSID"]
    post(http, store, key)
    signed_in = http.cookies["PHPSESSID"]
    assert not _opens_the_account(store, guest)
    assert _opens_the_account(store, signed_in)
    http.get(store.url("customer/account/logout"), timeout=5)
    assert not _opens_the_account(store, signed_in)


def _opens_the_account(store: RunningStore, session_id: str) -> bool:
    answer = requests.get(store.url("customer/account"), cookies={"PHPSESSID": session_id}, timeout=5)
    return "/customer/account/login/" not in answer.url


@pytest.mark.parametrize(("headers", "status"), [({}, 401), ({"X-Requested-With": "XMLHttpRequest"}, 200)])
def test_a_session_opens_rest_to_the_storefronts_own_scripts(
    http: requests.Session, store: RunningStore, headers: dict[str, str], status: int
) -> None:
    """Every other call with its cookie is a guest's."""
    post(http, store, session_key(http, store))
    url = store.url().replace("/us/", "/rest/us/V1/customers/me")
    assert http.get(url, headers=headers, timeout=5).status_code == status


def test_every_cookie_of_the_server(http: requests.Session, store: RunningStore) -> None:
    """At signing in each says SameSite=Lax."""
    answer = post(http, store, session_key(http, store))
    cookies = answer.raw.headers.getlist("Set-Cookie")
    assert {cookie.partition("=")[0] for cookie in cookies} == {
        "PHPSESSID",
        "X-Magento-Vary",
        "private_content_version",
    }
    assert ["SameSite=Lax" in cookie for cookie in cookies] == [True] * 3
