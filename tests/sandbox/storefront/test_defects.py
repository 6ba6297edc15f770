"""The storefront's own faults, each switched on by name."""

import pytest
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, elm_street, oak_avenue
from tests.sandbox.storefront.visitor import MENU, MESSAGE, SEND, Visitor

BILLING = ".block-addresses-default .box-address-billing address"
SHIPPING = ".block-addresses-default .box-address-shipping address"


def test_the_dead_form(visitor: Visitor, store: RunningStore) -> None:
    """Of twenty loads the first has a form without validation, which is usable all the same."""
    store.add_customer()
    store.shop.controls.defects = {"dead-sign-in-form"}
    dead = []
    for _ in range(21):
        answer = visitor.page.request.get(store.url("customer/account/login"))
        dead.append('"validation": null' in answer.text())
    assert dead == [True, *[False] * 19, True]
    store.shop.reset()
    store.add_customer()
    store.shop.controls.defects = {"dead-sign-in-form"}
    visitor.open("customer/account/login")
    expect(visitor.page.locator(".panel.header .greet .not-logged-in")).to_have_text("Default welcome msg!")
    expect(visitor.page.locator("form[novalidate]")).to_have_count(0)
    visitor.page.click(SEND)
    expect(visitor.page.locator(MESSAGE)).to_have_text("A login and a password are required.")
    visitor.enter("jane@example.com", "Password1")
    visitor.send()
    assert visitor.path.startswith("/us/customer/account/")
    expect(visitor.page.locator(".panel.header .greet")).to_have_text("Welcome, Jane Doe!")


@pytest.mark.parametrize("defect", [True, False])
def test_the_cached_home_page(visitor: Visitor, store: RunningStore, defect: bool) -> None:
    """A guest's copy greets the customer and offers her an account; the menu comes by a call of its own."""
    store.add_customer()
    store.shop.controls.defects = {"cached-home-page"} if defect else set()
    visitor.open_settled()
    visitor.sign_in()
    with visitor.page.expect_response("**/section/load/**") if defect else visitor.page.expect_event("load"):
        visitor.open()
    header = visitor.page.locator(".panel.header")
    expect(header.locator(".greet")).to_have_text("Welcome, Jane Doe!")
    expect(header.get_by_text("Create an Account")).to_have_count(1 if defect else 0)
    expect(header.locator(".authorization-link").get_by_text("Sign In", exact=True)).to_have_count(
        2 if defect else 0
    )
    expect(header.locator(MENU.removeprefix(".panel.header "))).to_have_attribute("aria-expanded", "false")
    visitor.open("customer/account")
    expect(header.get_by_text("Create an Account")).to_have_count(0)


def test_swapped_addresses(visitor: Visitor, store: RunningStore) -> None:
    """Each box shows the other's address."""
    billing, shipping = oak_avenue(), elm_street()
    billing.default_shipping, shipping.default_shipping = None, True
    store.add_customer("jane@example.com", billing, shipping)
    store.shop.controls.defects = {"swapped-addresses"}
    visitor.is_customer()
    visitor.open("customer/address")
    expect(visitor.page.locator(BILLING)).to_contain_text("9 Elm St")
    expect(visitor.page.locator(SHIPPING)).to_contain_text("123 Oak Ave")


def test_a_single_address_is_wrong_in_both_boxes(visitor: Visitor, store: RunningStore) -> None:
    """So that the tutorial's customer meets the fault as well."""
    store.add_customer("jane@example.com", oak_avenue())
    store.shop.controls.defects = {"swapped-addresses"}
    visitor.is_customer()
    visitor.open("customer/address")
    for box in (BILLING, SHIPPING):
        expect(visitor.page.locator(box)).to_contain_text("Purchase")
        expect(visitor.page.locator(box)).not_to_contain_text("123 Oak Ave")
