"""In a window of 390 pixels the header's links live in a drawer, and the sidebar is folded."""

import pytest
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.visitor import MENU, Visitor

ADDRESS_BOOK = '.sidebar-main a[href*="/customer/address"]'


@pytest.fixture(autouse=True)
def narrow(visitor: Visitor, store: RunningStore) -> None:
    """Have Jane with a telephone in her hand."""
    store.add_customer("jane@example.com", oak_avenue())
    visitor.page.set_viewport_size({"width": 390, "height": 800})


def test_the_account_links_are_in_the_drawer(visitor: Visitor) -> None:
    """Which lies outside the window until it is opened, though a driver calls it visible."""
    visitor.sign_in()
    page = visitor.page
    expect(page.locator(MENU)).to_be_hidden()
    drawer = page.locator(".nav-sections")
    expect(drawer).to_be_visible()
    assert drawer.bounding_box() == {"x": -336, "y": 0, "width": 336, "height": 800}
    page.click(".action.nav-toggle")
    expect(page.locator("html")).to_have_class("nav-before-open nav-open")
    page.click('a.nav-sections-item-switch[href="#store.links"]')
    links = page.locator("#store\\.links")
    expect(links.locator(".greet")).to_have_text("Welcome, Jane Doe!")
    expect(links.locator("a:visible")).to_have_text(["My Account", "My Wish List", "Sign Out"])
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    links.get_by_text("My Account").click()
    expect(page.locator("body.customer-account-index")).to_be_visible()


def test_the_sidebar_unfolds(visitor: Visitor) -> None:
    """By its title, which is no button."""
    visitor.is_customer()
    visitor.open_settled("customer/account")
    expect(visitor.page.locator(ADDRESS_BOOK)).to_be_hidden()
    visitor.page.click(".block-collapsible-nav-title")
    expect(visitor.page.locator("#block-collapsible-nav")).to_contain_class("active")
    visitor.page.click(ADDRESS_BOOK)
    expect(visitor.page.locator(".box-address-billing address")).to_contain_text("123 Oak Ave")
    assert visitor.page.evaluate("document.documentElement.scrollWidth") == 390
