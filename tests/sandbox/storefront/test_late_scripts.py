"""Before its scripts have run a page looks finished and is not: every part has its own moment of birth."""

import pytest
import requests
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.signing_in import post, session_key
from tests.sandbox.storefront.visitor import MENU, MENU_LINKS, MESSAGE, SEND, Visitor

LATE = 60_000
GREETING = ".panel.header .greet.welcome span"


@pytest.fixture
def late(store: RunningStore, patient_visitor: Visitor) -> Visitor:
    """Give a visitor whose pages stay lifeless until the clock is moved."""
    store.shop.controls.script_delay = (LATE, LATE)
    patient_visitor.page.clock.install()
    return patient_visitor


def test_forms_menu_and_addresses_come_from_the_server(http: requests.Session, store: RunningStore) -> None:
    """The HTML of a page has everything but the greeting, the messages and the hidden form's fields."""
    store.add_customer("jane@example.com", oak_avenue())
    _, page = http.get(store.url("customer/account/login"), timeout=5).text.split("<body")
    assert 'name="login[username]"' in page
    assert "novalidate" not in page
    assert "Default welcome msg!" not in page.replace('data-text="Default welcome msg!"', "")
    post(http, store, session_key(http, store))
    page = http.get(store.url("customer/account"), timeout=5).text
    assert 'data-action="customer-menu-toggle"' in page
    assert "123 Oak Ave" in page
    assert "Welcome, Jane" not in page


def test_a_click_on_the_account_menu_is_lost_before_its_script(store: RunningStore, late: Visitor) -> None:
    """The menu stays closed for good: the click is not kept for later."""
    store.add_customer()
    late.is_customer()
    late.open("customer/account")
    trigger = late.page.locator(MENU)
    expect(trigger).to_have_attribute("role", "link")
    trigger.click()
    assert trigger.get_attribute("aria-expanded") is None
    late.page.clock.fast_forward(LATE)
    expect(trigger).to_have_attribute("aria-expanded", "false")
    expect(late.page.locator(MENU_LINKS).first).to_be_hidden()
    trigger.click()
    expect(trigger).to_have_attribute("aria-expanded", "true")
    expect(late.page.locator(MENU_LINKS).first).to_be_visible()


def test_an_empty_form_reaches_the_server_before_validation(late: Visitor) -> None:
    """The server refuses it with words of its own, shown as late as everything else."""
    late.open("customer/account/login")
    with late.page.expect_request("**/loginPost/**"):
        late.page.click(SEND)
    late.page.wait_for_url("**/customer/account/login/**")
    expect(late.page.locator(MESSAGE)).to_have_count(0)
    late.page.clock.fast_forward(LATE)
    expect(late.page.locator(MESSAGE)).to_have_text("A login and a password are required.")
    expect(late.page.locator('[name="login[username]"]')).to_have_value("")


def test_an_empty_form_stays_once_validation_is_there(late: Visitor) -> None:
    """No request; the two fields say what is missing, and the first has the focus."""
    late.open("customer/account/login")
    late.page.clock.fast_forward(LATE)
    expect(late.page.locator("form[novalidate]")).to_be_visible()
    late.page.on("request", lambda request: pytest.fail(f"sent {request.url}"))
    late.page.click(SEND)
    expect(late.page.locator("div.mage-error")).to_have_text(["This is a required field."] * 2)
    expect(late.page.locator("#email")).to_be_focused()


def test_show_password_pushes_the_button_down(late: Visitor, magento: str) -> None:
    """The later releases have the check box, and only late."""
    late.open("customer/account/login")
    button = late.page.locator(SEND)
    before = button.bounding_box()
    late.page.clock.fast_forward(LATE)
    expect(late.page.locator("form[novalidate]")).to_be_visible()
    expect(late.page.locator("#show-password")).to_have_count(0 if magento == "2.4.1" else 1)
    after = button.bounding_box()
    assert before
    assert after
    assert (after["y"] > before["y"]) == (magento != "2.4.1")


def test_the_greeting_is_an_empty_skeleton_first(late: Visitor) -> None:
    """Both variants stand in the page, empty, until the script decides."""
    late.open()
    assert late.page.locator(GREETING).all_inner_texts() == ["", ""]
    late.page.clock.fast_forward(LATE)
    expect(late.page.locator(GREETING)).to_have_text(["Default welcome msg!"])


def test_alert_regions_exist_while_empty(late: Visitor, magento: str) -> None:
    """Before the script two lie empty on every release, afterwards one, and none on 2.4.1."""
    late.open()
    regions = late.page.locator(".page.messages [role=alert]")
    expect(regions).to_have_count(2)
    late.page.clock.fast_forward(LATE)
    expect(regions).to_have_count(0 if magento == "2.4.1" else 1)
    if magento != "2.4.1":
        expect(regions).to_be_visible()
        expect(regions).to_be_empty()
