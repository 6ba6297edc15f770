"""The storefront without a mouse: as far from perfect as Luma."""

import pytest
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.visitor import MENU, MENU_LINKS, Visitor


def test_eight_tabs_to_the_email_address(visitor: Visitor) -> None:
    """Nothing is focused at first; Enter in the password field sends the form."""
    visitor.open_settled("customer/account/login")
    assert visitor.page.evaluate("document.activeElement === document.body")
    for _ in range(8):
        visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator("#email")).to_be_focused()
    visitor.page.keyboard.type("nobody@example.com")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator('[name="login[password]"]')).to_be_focused()
    visitor.page.keyboard.type("Wrong-Password1")
    with visitor.page.expect_request("**/loginPost/**"), visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")


@pytest.fixture
def on_account_page(visitor: Visitor, store: RunningStore) -> Visitor:
    """Have Jane two Tabs into My Account."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled("customer/account")
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")
    expect(visitor.page.locator(MENU)).to_be_focused()
    return visitor


def test_enter_opens_and_escape_closes(on_account_page: Visitor) -> None:
    """The menu stays open while the focus wanders off; from one of its links Escape drops the focus."""
    page = on_account_page.page
    trigger = page.locator(MENU)
    page.keyboard.press("Enter")
    expect(trigger).to_have_attribute("aria-expanded", "true")
    for name in ("My Account", "My Wish List", "Sign Out"):
        page.keyboard.press("Tab")
        expect(page.locator(MENU_LINKS).get_by_text(name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("a.logo")).to_be_focused()
    expect(trigger).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(trigger).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement === document.body")


def test_space_does_not_open(on_account_page: Visitor) -> None:
    """On the element with the focus; on the button inside it does."""
    page = on_account_page.page
    page.keyboard.press("Space")
    expect(page.locator(MENU)).to_have_attribute("aria-expanded", "false")
    page.locator(f"{MENU} button").focus()
    page.keyboard.press("Space")
    expect(page.locator(MENU)).to_have_attribute("aria-expanded", "true")


def test_enter_follows_a_link_of_the_menu(on_account_page: Visitor) -> None:
    """My Account again."""
    on_account_page.page.keyboard.press("Enter")
    on_account_page.page.keyboard.press("Tab")
    with on_account_page.page.expect_navigation(url="**/customer/account/"):
        on_account_page.page.keyboard.press("Enter")
