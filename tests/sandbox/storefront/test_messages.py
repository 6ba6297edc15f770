"""A message travels in a cookie over any number of redirects, and is shown once."""

import json
from urllib.parse import unquote

import requests
from playwright.sync_api import expect

from sandbox.sessions import Session
from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.signing_in import post, session_key
from tests.sandbox.storefront.visitor import MESSAGE, SEND, Visitor

REFUSED = (
    "The account sign-in was incorrect or your account is disabled temporarily. "
    "Please wait and try again later."
)


def test_a_message_is_shown_once(visitor: Visitor) -> None:
    """With the e-mail address filled in, once too; the password never is."""
    visitor.sign_in("nobody@example.com", "Wrong-Password1")
    expect(visitor.page.locator(MESSAGE)).to_have_text(REFUSED)
    expect(visitor.page.locator("#email")).to_have_value("nobody@example.com")
    expect(visitor.page.locator('[name="login[password]"]')).to_have_value("")
    visitor.page.reload()
    visitor.settle()
    expect(visitor.page.locator(MESSAGE)).to_have_count(0)
    expect(visitor.page.locator("#email")).to_have_value("")


def test_another_window_takes_the_message_away(visitor: Visitor, store: RunningStore) -> None:
    """Whichever page shows it first has it."""
    store.shop.controls.script_delay = (60_000, 60_000)
    visitor.open("customer/account/login")
    visitor.page.click(SEND)
    visitor.page.wait_for_load_state()
    store.shop.controls.script_delay = (0, 0)
    other = Visitor(visitor.page.context.new_page(), store)
    other.open_settled()
    expect(other.page.locator(MESSAGE)).to_have_text("A login and a password are required.")
    other.page.close()
    visitor.page.reload()
    visitor.settle()
    expect(visitor.page.locator(MESSAGE)).to_have_count(0)


def test_the_redirect_itself_carries_the_cookie(
    http: requests.Session, store: RunningStore, magento: str
) -> None:
    """It outlives the hops, and the later releases mark it for this site alone."""
    answer = post(http, store, session_key(http, store), "nobody@example.com")
    assert answer.status_code == 302
    assert json.loads(unquote(http.cookies["mage-messages"])) == [{"type": "error", "text": REFUSED}]
    assert ("SameSite=Strict" in answer.headers["Set-Cookie"]) == (magento != "2.4.1")
    assert "private_content_version" in http.cookies


def test_a_plain_text_is_no_markup() -> None:
    """A message is HTML, so that it may hold a link; what a text has of that is shown as it stands."""
    session = Session("id")
    session.add_message("error", "<b>bold</b> & more")
    assert session.take_messages() == [{"type": "error", "text": "&lt;b&gt;bold&lt;/b&gt; &amp; more"}]


def test_the_region_for_messages_on_a_page_without_one(
    visitor: Visitor, store: RunningStore, magento: str
) -> None:
    """2.4.1 has a region only while there are messages; the later releases keep an empty one."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled("customer/address")
    assert visitor.path == "/us/customer/address/new/"
    regions = visitor.page.locator('.page.messages [role="alert"]')
    if magento == "2.4.1":
        expect(regions).to_have_count(0)
    else:
        expect(regions).to_have_text([""])
        expect(regions).to_have_attribute("aria-atomic", "true")
