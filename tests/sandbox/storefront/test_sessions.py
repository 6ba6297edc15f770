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


def test_another_password_signs_out_every_browser(
    http: requests.Session, store: RunningStore, magento: str
) -> None:
    """It leads to the sign-in page on 2.4.1, and later home, without a session; the new password signs her in."""
    post(http, store, session_key(http, store))
    jane = store.shop.customers.find_by_email("jane@example.com", 2)
    assert jane
    store.shop.credentials.set_password(jane.id, "Another1Password")
    answer = http.get(store.url("customer/account"), timeout=5, allow_redirects=False)
    if magento == "2.4.1":
        assert "/customer/account/login/" in answer.headers["Location"]
    else:
        assert answer.headers["Location"] == f"{store.base_url}/"
        assert "PHPSESSID" not in http.cookies
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
    """No script can read it; 2.4.1 says SameSite=Lax only when it renews it."""
    first, renewed = (http.get(store.url(), timeout=5).headers["Set-Cookie"] for _ in range(2))
    for cookie in (first, renewed):
        assert cookie.startswith("PHPSESSID=")
        assert "HttpOnly" in cookie
        assert "Max-Age=3600" in cookie
        assert "Secure" not in cookie, "plain http"
    assert ("SameSite=Lax" in first) == (magento != "2.4.1")
    assert "SameSite=Lax" in renewed


def test_every_cookie_of_the_server(http: requests.Session, store: RunningStore) -> None:
    """All of a sign-in's say SameSite, but for the one that is deleted."""
    answer = post(http, store, session_key(http, store))
    cookies = {one.partition("=")[0]: one for one in answer.raw.headers.getlist("Set-Cookie")}
    assert "Max-Age=0" in cookies.pop("persistent_shopping_cart")
    assert cookies.keys() == {"PHPSESSID", "X-Magento-Vary", "private_content_version"}
    assert all("SameSite=Lax" in cookie for cookie in cookies.values())


def test_an_old_id_is_a_guests(http: requests.Session, store: RunningStore) -> None:
    """The one from before signing in opens nothing; the new one opens the account in any client."""
    key = session_key(http, store)
    old = http.cookies["PHPSESSID"]
    post(http, store, key)
    for session_id, signed_in in ((old, False), (http.cookies["PHPSESSID"], True)):
        answer = requests.get(
            store.url("customer/account"), cookies={"PHPSESSID": session_id}, timeout=5, allow_redirects=False
        )
        assert (answer.status_code == 200) == signed_in
        assert (answer.cookies.get("PHPSESSID") == session_id) == signed_in


def test_a_guests_own_id_is_taken(http: requests.Session, store: RunningStore) -> None:
    """As PHP takes it."""
    http.cookies.set("PHPSESSID", "chosen-by-the-client", domain="127.0.0.1")
    assert "PHPSESSID=chosen-by-the-client;" in http.get(store.url(), timeout=5).headers["Set-Cookie"]


def test_the_session_over_rest(http: requests.Session, store: RunningStore) -> None:
    """It opens the own account to a script's calls, and to no others; a token beside it wins."""
    post(http, store, session_key(http, store))
    me, script = f"{store.base_url}/rest/us/V1/customers/me", {"X-Requested-With": "XMLHttpRequest"}
    assert http.get(me, timeout=5).status_code == 401
    assert http.get(me, headers=script, timeout=5).json()["email"] == "jane@example.com"
    assert http.get(me.replace("/us/", "/de/"), headers=script, timeout=5).status_code == 401
    bad_token = script | {"Authorization": f"Bearer {'x' * 32}"}
    assert http.get(me, headers=bad_token, timeout=5).status_code == 401
