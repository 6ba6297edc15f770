"""The greeting knows the customer's name from the customer section, and only if somebody asked for it."""

import requests
from playwright.sync_api import Route, expect

from sandbox.records import CustomerDraft
from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.visitor import MENU, SEND, Visitor

GREETING = ".panel.header .greet.welcome"
SECTION = "**/customer/section/load/**"


def test_the_name_waits_for_the_section(store: RunningStore, visitor: Visitor) -> None:
    """Until the call is answered a customer is greeted as a guest, beside her own account menu."""
    store.add_customer()
    calls: list[Route] = []
    visitor.page.route(SECTION, lambda route: calls.append(route))  # noqa: PLW0108 - a plain method will not do
    visitor.open_settled("customer/account/login")
    visitor.enter("jane@example.com", "Password1")
    visitor.page.click(SEND)
    expect(visitor.page.locator(MENU)).to_be_visible()
    expect(visitor.page.locator(GREETING)).to_have_text("Default welcome msg!")
    calls.pop().continue_()
    expect(visitor.page.locator(GREETING)).to_have_text("Welcome, Jane Doe!")
    assert not calls


def test_nothing_is_asked_in_a_fresh_browser(visitor: Visitor) -> None:
    """A guest's pages live without the call."""
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    visitor.open_settled()
    assert not [url for url in asked if "section/load" in url]
    assert "section_data_ids" not in {cookie["name"] for cookie in visitor.page.context.cookies()}


def test_a_form_sent_too_early_leaves_the_greeting_at_the_default(
    store: RunningStore, visitor: Visitor
) -> None:
    """Signing in works, but no script marked the sections: the name never comes, on no page."""
    store.add_customer()
    store.shop.controls.script_delay = (60_000, 60_000)
    visitor.open("customer/account/login")
    visitor.enter("jane@example.com", "Password1")
    store.shop.controls.script_delay = (0, 0)
    visitor.send()
    for path in ("customer/account", "customer/address"):
        visitor.open_settled(path)
        expect(visitor.page.locator(MENU)).to_be_visible()
        expect(visitor.page.locator(GREETING)).to_have_text("Default welcome msg!")


def test_a_page_without_scripts_says_who_it_is_for_all_the_same(
    store: RunningStore, visitor: Visitor
) -> None:
    """The section is the truth about the session; a guest's holds nothing but its number."""
    address = store.url("customer/section/load") + "?sections=customer"
    assert set(visitor.page.request.get(address).json()["customer"]) == {"data_id"}
    store.add_customer()
    visitor.sign_in()
    customer = visitor.page.request.get(address).json()["customer"]
    assert (customer["fullname"], customer["websiteId"]) == ("Jane Doe", "2")


def test_an_unknown_section_is_refused(http: requests.Session, store: RunningStore) -> None:
    """With a message, as JSON that nobody may keep."""
    answer = http.get(store.url("customer/section/load") + "?sections=customer,nonsense", timeout=5)
    assert answer.status_code == 400
    assert "nonsense" in answer.json()["message"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_signs_in_a_name(store: RunningStore, visitor: Visitor, magento: str) -> None:
    """2.4.7 shows their HTML, a genuine fault; the contact box is right on every release."""
    jane = store.add_customer()
    draft = CustomerDraft(email=jane.email, firstname="Zoë & Co", lastname="D'Artagnan")
    store.shop.customers.update(jane.id, draft)
    visitor.sign_in()
    visitor.open_settled("customer/account")
    shown = "Zoë &amp; Co D&#039;Artagnan" if magento == "2.4.7" else "Zoë & Co D'Artagnan"
    expect(visitor.page.locator(f"{GREETING} .logged-in")).to_have_text(f"Welcome, {shown}!")
    expect(visitor.page.locator(".box-information p")).to_contain_text("Zoë & Co D'Artagnan")
