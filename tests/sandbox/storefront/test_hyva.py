"""Hyvä beyond what was recorded: when it comes alive, its menu, its messages, what it fetches, and the keyboard."""

import pytest
from playwright.sync_api import Page, expect

from tests.sandbox.storefront.running_store import RunningStore, elm_street, oak_avenue
from tests.sandbox.storefront.visitor import HYVA_MENU, HYVA_MENU_LINKS, PASSWORD_FIELD, SEND, Visitor

GERMAN = "de"
HANS = "hans@example.com"
LATE = 60_000
MESSAGE = "#messages .message"


@pytest.fixture
def guest(tab: Page, visitor: Visitor, store: RunningStore) -> Visitor:
    """Give a guest of the German store view, where Hans has an account."""
    store.add_customer(HANS, oak_avenue(), elm_street(), store_code=GERMAN)
    return Visitor(tab, store, GERMAN)


@pytest.fixture
def hans(guest: Visitor) -> Visitor:
    """Give Hans, who is signed in."""
    guest.is_customer(HANS)
    return guest


def test_before_the_framework_is_there(store: RunningStore, patient_visitor: Visitor) -> None:
    """The password is plain text, the menu deaf, a message unseen; the form works all the same."""
    store.add_customer(HANS, oak_avenue(), store_code=GERMAN)
    store.shop.controls.script_delay = (LATE, LATE)
    late = Visitor(patient_visitor.page, store, GERMAN)
    page = late.page
    page.clock.install()
    late.open("customer/account/login")
    assert page.locator(PASSWORD_FIELD).get_attribute("type") is None
    page.click(HYVA_MENU)
    assert page.locator(HYVA_MENU).get_attribute("aria-expanded") is None
    expect(page.locator(HYVA_MENU_LINKS).first).to_be_hidden()
    late.enter(HANS, "Wrong-Password1")
    with page.expect_navigation():
        page.click(SEND)
    expect(page.locator("#messages")).to_be_empty()
    page.clock.fast_forward(LATE)
    expect(page.locator(PASSWORD_FIELD)).to_have_attribute("type", "password")
    expect(page.locator(HYVA_MENU)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(MESSAGE)).to_contain_text("Die Anmeldung des Kontos war falsch")
    assert not [one for one in page.context.cookies() if one["name"] == "mage-messages"]


def test_the_account_menu(hans: Visitor) -> None:
    """A second click closes it, so does one elsewhere, and Escape, which drops the focus."""
    hans.open_settled("customer/account")
    page, menu = hans.page, hans.page.locator(HYVA_MENU)
    for closing in (HYVA_MENU, "h1"):
        menu.click()
        expect(menu).to_have_attribute("aria-expanded", "true")
        expect(page.locator(HYVA_MENU_LINKS)).to_have_count(5)
        page.click(closing)
        expect(menu).to_have_attribute("aria-expanded", "false")
        expect(page.locator(HYVA_MENU_LINKS).first).to_be_hidden()
    menu.click()
    page.keyboard.press("Tab")
    expect(page.locator(HYVA_MENU_LINKS).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.wait_for_function("document.activeElement === document.body")  # once the hidden link is painted away


def test_signing_in_from_the_menu(guest: Visitor) -> None:
    """Leads back to the page where it was chosen, by a cookie of the browser's."""
    guest.open_settled()
    guest.page.click(HYVA_MENU)
    with guest.page.expect_navigation():
        guest.page.locator(HYVA_MENU_LINKS).first.click()
    guest.settle()
    guest.enter(HANS, "Password1")
    guest.send()
    assert guest.path == "/de/"
    assert not [one for one in guest.page.context.cookies() if one["name"] == "login_redirect"]


def test_the_customers_own_data(guest: Visitor) -> None:
    """Nothing is fetched before a form was sent, once after it, and nothing on the page that follows."""
    asked: list[str] = []
    guest.page.on(
        "request", lambda request: asked.append(request.url) if "section/load" in request.url else None
    )
    guest.open_settled("customer/account/login")
    assert asked == []
    guest.enter(HANS, "Password1")
    guest.send()
    assert len(asked) == 1
    kept = guest.page.evaluate("JSON.parse(localStorage.getItem('mage-cache-storage'))")
    assert kept["customer"]["fullname"] == "Jane Doe"
    guest.open_settled("customer/address")
    assert len(asked) == 1


def test_deleting_an_address(hans: Visitor) -> None:
    """The browser asks first; the form is sent with its key."""
    hans.open_settled("customer/address")
    page = hans.page
    cells = page.locator(".block-addresses-list .cell")
    expect(cells).to_have_count(12)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.click("a.action.delete")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.click("a.action.delete")
    expect(page.locator(MESSAGE)).to_have_text("You deleted the address.")
    expect(page.locator(".block-addresses-list p.empty")).to_be_visible()


def test_signing_out_by_the_sidebar(hans: Visitor) -> None:
    """By a form; the page that follows leaves for the home page."""
    hans.open_settled("customer/account")
    with hans.page.expect_request(lambda request: request.method == "POST" and "/logout/" in request.url):
        hans.page.locator("#account-nav a").get_by_text("Abmelden").click()
    expect(hans.page.locator("body.customer-account-logoutsuccess h1")).to_have_text("You have signed out")
    hans.page.wait_for_url("**/de/")


def test_the_way_of_the_keyboard(hans: Visitor, store: RunningStore) -> None:
    """The menu is the fourth stop of My Account, the e-mail the sixth of the sign-in page; Enter opens."""
    hans.open_settled("customer/account")
    page = hans.page
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.locator(HYVA_MENU)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(HYVA_MENU)).to_have_attribute("aria-expanded", "true")
    page.context.clear_cookies()
    hans.open_settled("customer/account/login")
    for _ in range(6):
        page.keyboard.press("Tab")
    expect(page.locator("#email")).to_be_focused()


@pytest.mark.parametrize(
    ("defect", "is_invalid", "is_sent"),
    [(None, True, False), ("deaf-to-malformed", False, False), ("marked-and-sent", True, True)],
)
def test_a_malformed_email(
    guest: Visitor, store: RunningStore, defect: str | None, is_invalid: bool, is_sent: bool
) -> None:
    """The browser marks it and sends nothing; a wrong store does neither, or both."""
    store.shop.controls.defects = {defect} if defect else set()
    guest.open_settled("customer/account/login")
    guest.enter("not-an-email", "x")
    sent: list[str] = []
    guest.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    expect(guest.page.locator("#email:invalid")).to_have_count(int(is_invalid))
    if is_sent:
        guest.send()
    else:
        guest.page.click(SEND)
        guest.page.evaluate("1")  # what a click sends is on its way by then
    assert bool(sent) == is_sent
