"""Three failed sign-ins for one e-mail address put a captcha in the way, ten lock the account."""

import re

import pytest
import requests
from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import PASSWORD, RunningStore
from tests.sandbox.storefront.signing_in import is_signed_in, post, session_key
from tests.sandbox.storefront.visitor import MESSAGE, SEND, Visitor

CAPTCHA = "main .login-container #captcha_user_login"
JANE = "jane@example.com"


@pytest.fixture(autouse=True)
def jane(store: RunningStore) -> None:
    """Have a customer whose password is not known."""
    store.add_customer(JANE)


def captcha_word(http: requests.Session, store: RunningStore) -> str:
    """Read the word off the picture."""
    picture = http.get(store.url("captcha/image"), timeout=5).text
    return "".join(re.findall(">(.)</text>", picture))


def fail(http: requests.Session, store: RunningStore, times: int, **more: str) -> None:
    """Try a wrong password."""
    key = session_key(http, store)
    for _ in range(times):
        post(http, store, key, JANE, "wrong", **more)


def test_the_captcha_appears_and_stays(visitor: Visitor) -> None:
    """With the third failure, for the rest of the browser's session; the popup has one too."""
    visitor.fails(JANE, 2)
    visitor.open_settled("customer/account/login")
    expect(visitor.page.locator("#captcha_user_login")).to_have_count(0)
    visitor.sign_in(JANE, "wrong")
    expect(visitor.page.locator("#captcha_user_login")).to_have_count(2)
    visitor.open_settled("customer/account/login")
    expect(visitor.page.locator(CAPTCHA)).to_be_visible()
    visitor.enter(JANE, PASSWORD)
    visitor.page.click(SEND)
    expect(visitor.page.locator("#captcha_user_login-error")).to_have_text("This is a required field.")
    visitor.page.fill(CAPTCHA, "wrong")
    visitor.send()
    expect(visitor.page.locator(MESSAGE)).to_have_text("Incorrect CAPTCHA")
    expect(visitor.page.locator("#email")).to_have_value("")


def test_the_right_word_lets_in(visitor: Visitor, store: RunningStore) -> None:
    """Whatever its case; the e-mail address then begins anew, the browser's session does not."""
    visitor.fails(JANE, 3)
    visitor.open_settled("customer/account/login")
    picture = visitor.page.request.get(visitor.page.locator(".captcha-img").get_attribute("src") or "")
    visitor.page.fill(CAPTCHA, "".join(re.findall(">(.)</text>", picture.text())).upper())
    visitor.enter(JANE, PASSWORD)
    visitor.send()
    expect(visitor.page.locator(".panel.header .greet")).to_have_text("Welcome, Jane Doe!")
    with requests.Session() as another_browser:
        post(another_browser, store, session_key(another_browser, store))
        assert is_signed_in(another_browser, store)
    visitor.open("customer/account/logout")
    visitor.open_settled("customer/account/login")
    expect(visitor.page.locator(CAPTCHA)).to_have_count(0)


def test_another_browser_meets_it_without_warning(http: requests.Session, store: RunningStore) -> None:
    """The address is remembered: the form shows no captcha, the right password is refused for lack of it."""
    fail(http, store, 3)
    with requests.Session() as another_browser:
        key = session_key(another_browser, store)
        post(another_browser, store, key)
        assert not is_signed_in(another_browser, store)
        assert "Incorrect%20CAPTCHA" in another_browser.cookies["mage-messages"]
        form = another_browser.get(store.url("customer/account/login"), timeout=5).text
        assert 'name="captcha[user_login]"' in form


def test_other_addresses_are_free(http: requests.Session, store: RunningStore) -> None:
    """Two failures each meet no captcha."""
    for name in ("one", "two", "three"):
        key = session_key(http, store)
        for _ in range(2):
            post(http, store, key, f"{name}@example.com", "wrong")
    assert "captcha_user_login" not in http.get(store.url("customer/account/login"), timeout=5).text.replace(
        "data-placeholder", ""
    )


@pytest.mark.parametrize("failures", [9, 10])
def test_the_lock(http: requests.Session, store: RunningStore, failures: int) -> None:
    """The tenth failure locks for ten minutes; a failed captcha counts as one."""
    fail(http, store, failures)
    key = session_key(http, store)
    more = {"captcha[user_login]": captcha_word(http, store)}
    post(http, store, key, JANE, PASSWORD, **more)
    assert is_signed_in(http, store) == (failures == 9)
    store.shop.clock.advance(10 * 60 + 1)
    more = {"captcha[user_login]": captcha_word(http, store)}
    post(http, store, session_key(http, store, "customer/account/create"), JANE, PASSWORD, **more)
    assert is_signed_in(http, store)


@pytest.mark.parametrize("magento", ["2.4.8"])
def test_hyva_asks_for_a_captcha_that_it_does_not_show(visitor: Visitor, store: RunningStore) -> None:
    """So nobody gets in any more on the German store view."""
    store.add_customer("hans@example.com", store_code="de")
    visitor.fails("hans@example.com", 3, "de")
    visitor.sign_in("hans@example.com", store_code="de")
    expect(visitor.page.locator(MESSAGE)).to_have_text("Falsches Captcha")
    expect(visitor.page.locator("#captcha_user_login")).to_have_count(0)
