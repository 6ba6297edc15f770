"""Every page holds things twice: a hidden second sign-in form, and a copy of the header's links."""

import pytest
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.visitor import Visitor


def test_the_hidden_sign_in_form(visitor: Visitor, magento: str) -> None:
    """With ids that the page's own form has, and in the later releases before it."""
    visitor.open_settled("customer/account/login")
    for selector in ("form#login-form", "#send2"):
        found = visitor.page.locator(selector)
        expect(found).to_have_count(2)
        assert found.first.is_visible() == (magento == "2.4.1")
    passwords = visitor.page.locator("#pass")
    expect(passwords).to_have_count(2 if magento == "2.4.1" else 1)
    assert passwords.first.is_visible() == (magento == "2.4.1")
    expect(visitor.page.locator('[name="login[password]"]')).to_have_id(
        "pass" if magento == "2.4.1" else "password"
    )
    expect(visitor.page.locator('label[for="pass"]:visible')).to_have_text("Password")


@pytest.mark.parametrize("path", ["", "customer/account"])
def test_it_is_on_every_page(visitor: Visitor, store: RunningStore, path: str) -> None:
    """A customer has it too."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled(path)
    expect(visitor.page.locator("#authenticationPopup form.form-login#login-form")).to_have_count(1)
    expect(visitor.page.locator("#authenticationPopup")).to_be_hidden()


def test_the_copied_header(visitor: Visitor, store: RunningStore, magento: str) -> None:
    """Four ways to sign out, one of them in sight once the menu is open."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled("customer/account")
    expect(visitor.page.locator('a[href$="/customer/account/logout/"]')).to_have_count(4)
    expect(visitor.page.locator(".greet.welcome")).to_have_count(2)
    copies = visitor.page.locator("#store\\.links [id]").evaluate_all("all => all.map(one => one.id)")
    assert copies
    assert all(one.endswith("_mobile") == (magento != "2.4.1") for one in copies)
    visitor.page.click(".panel.header .customer-name")
    expect(visitor.page.locator('a[href$="/customer/account/logout/"]:visible')).to_have_count(1)
