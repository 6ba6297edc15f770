"""In a window of 390 pixels Luma's header links live in a drawer, Hyvä's menu stays, and the sidebar is folded."""

import pytest
from playwright.sync_api import Browser, expect

from tests.sandbox.storefront.running_store import RunningStore, elm_street, oak_avenue, serve
from tests.sandbox.storefront.visitor import HYVA_MENU, HYVA_MENU_LINKS, MENU, Visitor

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


def test_blank_s_links_are_in_the_drawer_too(browser: Browser, magento: str) -> None:
    """Without a menu: as many as in a wide window, and hidden in the header."""
    with (
        serve(magento, themes={"us": "blank"}) as store,
        browser.new_context(viewport={"width": 390, "height": 800}) as context,
    ):
        store.add_customer("jane@example.com", oak_avenue())
        jane = Visitor(context.new_page(), store)
        jane.is_customer()
        jane.open_settled("customer/account")
        page = jane.page
        expect(page.locator(".panel.header > .header.links")).to_be_hidden()
        page.click(".action.nav-toggle")
        page.click('a.nav-sections-item-switch[href="#store.links"]')
        links = page.locator("#store\\.links a:visible")
        expect(links).to_have_text(["My Account", "My Wish List", "Sign Out"])
        page.set_viewport_size({"width": 1280, "height": 800})
        wide = page.locator(".panel.header > .header.links > li > a")
        expect(wide).to_have_text(["My Account", "My Wish List", "Sign Out"])
        expect(wide.first).to_be_visible()


def test_hyva_keeps_its_menu_and_folds_its_sidebar(visitor: Visitor, store: RunningStore) -> None:
    """The menu is where it is in a wide window; the sidebar's button unfolds; the list shows fewer columns."""
    store.add_customer("hans@example.com", oak_avenue(), elm_street(), store_code="de")
    hans = Visitor(visitor.page, store, "de")
    hans.is_customer("hans@example.com")
    hans.open_settled("customer/account")
    page = hans.page
    expect(page.locator("#menu-open")).to_be_visible()
    page.click(HYVA_MENU)
    expect(page.locator(f"{HYVA_MENU_LINKS}:visible")).to_have_count(5)
    page.click(HYVA_MENU)
    title, link = page.locator("#account-nav-title"), page.locator(ADDRESS_BOOK)
    expect(title).to_have_attribute("aria-expanded", "false")
    expect(link).to_be_hidden()
    title.click()
    expect(title).to_have_attribute("aria-expanded", "true")
    link.click()
    expect(page.locator(".box-address-billing address")).to_contain_text("123 Oak Ave")
    expect(page.locator(".block-addresses-list .cell:visible")).to_have_count(6)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator("#account-nav a").first).to_be_visible()
    expect(title).to_be_disabled()
    expect(page.locator(".block-addresses-list .cell:visible")).to_have_count(12)
