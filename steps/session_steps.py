"""Sentences about a browser's session: its cookie, its id, and what it opens."""

from urllib.parse import urlsplit

from playwright.sync_api import expect
from pydantic import SecretStr
from pytest_bdd import given, then, when

from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from pages.session import SessionCookie
from pages.storefront import Storefront

AS_THE_PAGES_DO = {"X-Requested-With": "XMLHttpRequest"}
"""The header of the storefront's own scripts; a page elsewhere cannot send it."""


@given("somebody knows the id of the customer's session as a guest", target_fixture="known_id")
def somebody_knows_the_guests_id(storefront: Storefront) -> SecretStr:
    """Begin a session at the sign-in page."""
    storefront.sign_in_page.open()
    return storefront.session_id


@given("somebody knows the id of the customer's session", target_fixture="known_id")
def somebody_knows_the_id(storefront: Storefront) -> SecretStr:
    """Take it from the customer's browser."""
    return storefront.session_id


@when("the customer sends the sign-in form with e-mail and password", target_fixture="session_cookie")
def customer_sends_the_sign_in_form(storefront: Storefront, credentials: Credentials) -> SessionCookie:
    """Read from the answer to the form how the shop hands the session over."""
    storefront.sign_in_page.open()
    answer = storefront.sign_in_page.submit_for_answer(credentials)
    return SessionCookie.of(
        one["value"] for one in answer.headers_array() if one["name"].lower() == "set-cookie"
    )


@when("the customer's browser asks for her own account over REST", target_fixture="answer")
def browser_asks(storefront: Storefront, magento: Magento, store_ids: StoreIds) -> Answer[Customer]:
    """Call from a page of the storefront: the browser sends the session's cookie, and nobody sends a token."""
    path = f"{urlsplit(magento.rest.base_url).path}/rest/{store_ids.code}/V1/customers/me"
    return Answer(Customer, f"GET {path} with the session's cookie", **storefront.fetch(path, {}))


@when("the storefront's own script reads the customer's own account over REST", target_fixture="own_account")
def own_script_reads(storefront: Storefront, magento: Magento, store_ids: StoreIds) -> Customer:
    """Call with the header that marks the storefront's own scripts."""
    path = f"{urlsplit(magento.rest.base_url).path}/rest/{store_ids.code}/V1/customers/me"
    return Answer(Customer, f"GET {path} as scripts do", **storefront.fetch(path, AS_THE_PAGES_DO)).value


@then("the session's cookie is kept from scripts, from other sites' forms and from plain http")
def cookie_is_kept(storefront: Storefront, session_cookie: SessionCookie) -> None:
    """Compare its marks; Secure is for a storefront that is served by https."""
    expected = SessionCookie(http_only=True, same_site="Lax", secure=storefront.url.startswith("https:"))
    assert session_cookie == expected, f"session cookie: expected {expected}, seen {session_cookie}"


@then("the customer's session has another id")
def session_has_another_id(storefront: Storefront, known_id: SecretStr) -> None:
    """Compare the two, and show neither."""
    assert storefront.session_id != known_id, "the session has the same id as before signing in"


@then("the known id opens nothing")
def known_id_opens_nothing(second_storefront: Storefront, known_id: SecretStr) -> None:
    """Ask for My Account with it in another browser."""
    second_storefront.adopt_session(known_id)
    second_storefront.my_account_page.ask_for()
    expect(second_storefront.sign_in_page.form, "the known id opens My Account").to_be_visible()
