"""The account menu once it is alive: a toggle that any other click closes."""

import pytest
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.visitor import MENU, MENU_LINKS, Visitor


@pytest.fixture(autouse=True)
def on_account_page(visitor: Visitor, store: RunningStore) -> None:
    """Have Jane on My Account."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled("customer/account")


def test_it_toggles(visitor: Visitor) -> None:
    """The second click closes what the first has opened, and so does one elsewhere."""
    trigger = visitor.page.locator(MENU)
    for closing in (MENU, "h1"):
        trigger.click()
        expect(trigger).to_have_class("customer-name active")
        expect(visitor.page.locator(".panel.header .customer-menu")).to_have_attribute("aria-hidden", "false")
        visitor.page.click(closing)
        expect(trigger).to_have_attribute("aria-expanded", "false")
        expect(visitor.page.locator(MENU_LINKS).first).to_be_hidden()


def test_the_greeting_is_no_trigger(visitor: Visitor) -> None:
    """A click on the name does nothing."""
    visitor.page.click(".panel.header .greet.welcome")
    expect(visitor.page.locator(MENU)).to_have_attribute("aria-expanded", "false")


def test_a_drivers_idea_of_the_menu(visitor: Visitor) -> None:
    """The open menu has no height of its own: its links are what can be seen."""
    visitor.page.click(MENU)
    expect(visitor.page.locator(MENU_LINKS)).to_have_text(["My Account", "My Wish List", "Sign Out"])
    expect(visitor.page.locator(MENU_LINKS).first).to_be_visible()
    expect(visitor.page.locator(".panel.header .customer-menu")).to_be_hidden()
