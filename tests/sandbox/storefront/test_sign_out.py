"""Signing out ends the session at once and leaves for the home page after five seconds."""

import pytest
import requests
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.signing_in import is_signed_in, post, session_key
from tests.sandbox.storefront.visitor import MENU, MENU_LINKS, MESSAGE, Visitor


@pytest.fixture(autouse=True)
def jane(store: RunningStore) -> None:
    """Have a customer with an Address Book."""
    store.add_customer("jane@example.com", oak_avenue())


def sign_out(visitor: Visitor) -> None:
    """Sign out by the account menu."""
    visitor.page.click(MENU)
    visitor.page.click(f'{MENU_LINKS}[href$="/logout/"]')
    visitor.page.wait_for_url("**/customer/account/logoutSuccess/")


def test_five_seconds_later_it_is_the_home_page(patient_visitor: Visitor, store: RunningStore) -> None:
    """Not after 4.9."""
    page = patient_visitor.page
    page.clock.install(time=0)
    page.clock.pause_at(1)
    patient_visitor.is_customer()
    patient_visitor.open_settled("customer/account")
    sign_out(patient_visitor)
    patient_visitor.settle()
    page.clock.fast_forward(4_900)
    # If the script were leaving, this round trip would not come back.
    page.evaluate("fetch(location.href).then(() => null)")
    assert patient_visitor.path == "/us/customer/account/logoutSuccess/"
    page.clock.fast_forward(100)
    page.wait_for_url(store.url())


def test_back_shows_nothing(visitor: Visitor) -> None:
    """The browser asks again, and is sent to the sign-in page."""
    visitor.is_customer()
    visitor.open_settled("customer/address")
    sign_out(visitor)
    visitor.page.go_back()
    visitor.page.wait_for_url("**/customer/account/login/referer/**")
    expect(visitor.page.get_by_text("123 Oak Ave")).to_have_count(0)


def test_the_menu_sends_a_form_and_the_greeting_follows(visitor: Visitor) -> None:
    """A POST with the form key; the header is a guest's again."""
    visitor.sign_in()
    with visitor.page.expect_request("**/customer/account/logout/") as sent:
        sign_out(visitor)
    assert sent.value.method == "POST"
    assert "form_key=" in (sent.value.post_data or "")
    expect(visitor.page.locator(".panel.header .greet.welcome")).to_have_text("Default welcome msg!")
    expect(visitor.page.locator("h1")).to_have_text("You are signed out")


def test_before_its_script_the_link_is_a_plain_link(visitor: Visitor, store: RunningStore) -> None:
    """A GET, which needs no key."""
    visitor.is_customer()
    store.shop.controls.script_delay = (60_000, 60_000)
    visitor.open("customer/account")
    link = visitor.page.locator(f'{MENU_LINKS}[href$="/logout/"]')
    with visitor.page.expect_request("**/customer/account/logout/") as sent:
        link.dispatch_event("click")
    assert sent.value.method == "GET"
    visitor.page.wait_for_url("**/customer/account/logoutSuccess/")


def test_a_stale_form_key_leaves_the_customer_signed_in(visitor: Visitor, store: RunningStore) -> None:
    """She is sent back to where she was, and reported."""
    visitor.is_customer()
    visitor.open_settled("customer/account")
    visitor.page.evaluate("document.querySelectorAll('[name=form_key]').forEach(key => key.value = 'stale')")
    visitor.page.click(MENU)
    with visitor.page.expect_navigation():
        visitor.page.click(f'{MENU_LINKS}[href$="/logout/"]')
    visitor.settle()
    assert visitor.page.url == store.url("customer/account")
    expect(visitor.page.locator(MESSAGE)).to_have_text("Invalid Form Key. Please refresh the page.")
    expect(visitor.page.locator(MENU)).to_be_visible()


def test_the_cookies_change(http: requests.Session, store: RunningStore) -> None:
    """The session's and the page cache's; the session's id is worth nothing afterwards."""
    post(http, store, session_key(http, store))
    before = dict(http.cookies)
    answer = http.get(store.url("customer/account/logout"), timeout=5, allow_redirects=False)
    assert answer.headers["Location"] == store.url("customer/account/logoutSuccess")
    for name in ("PHPSESSID", "X-Magento-Vary"):
        assert http.cookies[name] != before[name]
    http.cookies.set("PHPSESSID", before["PHPSESSID"], domain="127.0.0.1")
    assert not is_signed_in(http, store)


def test_the_first_sign_out_by_form(http: requests.Session, store: RunningStore, magento: str) -> None:
    """On 2.4.1 it leaves the old session signed in, once an account: a genuine fault; other sessions always stay."""
    other = requests.Session()
    post(other, store, session_key(other, store))
    for stays_open in (magento == "2.4.1", False):
        http.cookies.clear()
        post(http, store, session_key(http, store))
        old = http.cookies["PHPSESSID"]
        key = session_key(http, store, "customer/account")
        http.post(store.url("customer/account/logout"), data={"form_key": key}, timeout=5)
        assert not is_signed_in(http, store)
        with requests.Session() as former:
            former.cookies.set("PHPSESSID", old, domain="127.0.0.1")
            assert is_signed_in(former, store) == stays_open
    assert is_signed_in(other, store)
