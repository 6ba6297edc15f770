"""What stands in a browser's way on the sign-in page: captcha, a missing confirmation, notices, an unknown theme."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, Request, ViewportSize, expect

from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.storefront.running_store import oak_avenue, serve
from tests.sandbox.storefront.visitor import EMAIL, MESSAGE, PASSWORD_FIELD, SEND, Visitor

JANE = "jane@example.com"
WINDOW: ViewportSize = {"width": 1280, "height": 800}
CAPTCHA = "main .login-container #captcha_user_login"
CONSENT = "user_allowed_save_cookie"
ALLOW = "#btn-cookie-allow"
COOKIE_NOTICE = {"us": "#notice-cookie-block", "de": "#cookie-notice"}
ON_BOTH = pytest.mark.parametrize("magento", ["2.4.8", "2.4.1"], indirect=True)
ON_HYVA = pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, magento: str) -> Iterator[Visit]:
    """Give the way to visit a store in a profile, with a browser that has never seen it and a customer there."""
    with ExitStack() as opened:

        def enter(store_code: str = "us", width: int = 1280, **profile: Any) -> Visitor:
            store = opened.enter_context(serve(magento, **profile))
            store.add_customer(JANE, oak_avenue(), store_code=store_code)
            window: ViewportSize = {"width": width, "height": WINDOW["height"]}
            context = opened.enter_context(browser.new_context(viewport=window))
            context.set_default_timeout(10_000)
            visitor = Visitor(context.new_page(), store)
            visitor.open_settled("customer/account/login", store_code)
            return visitor

        yield enter


def posts(visitor: Visitor) -> list[Request]:
    """Give the list of what the browser posts from now on."""
    sent: list[Request] = []
    visitor.page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    return sent


def is_signed_in(visitor: Visitor, store_code: str = "us") -> bool:
    """Ask the shop whether the browser's customer is signed in."""
    address = visitor.store.url("customer/section/load", store_code) + "?sections=customer"
    return "fullname" in visitor.page.request.get(address).json()["customer"]


@ON_BOTH
def test_a_captcha_always(visit: Visit) -> None:
    """It is there at once; without it nothing is sent, with a wrong one the form begins anew."""
    visitor = visit(settings={"customer/captcha/mode": "always"})
    page = visitor.page
    field = page.locator("main div.field.captcha.required[role=user_login]")
    expect(field.locator("label").first).to_have_text("Please type the letters and numbers below")
    expect(field.locator('input#captcha_user_login[name="captcha[user_login]"]')).to_be_visible()
    expect(field.locator("img.captcha-img")).to_be_visible()
    expect(field.locator("button.captcha-reload")).to_have_text("Reload captcha")
    visitor.enter(JANE, "Password1")
    sent = posts(visitor)
    page.click(SEND)
    expect(page.locator("#captcha_user_login-error")).to_have_text("This is a required field.")
    assert sent == []
    page.fill(CAPTCHA, "wrong")
    visitor.send()
    expect(page.locator(".message-error")).to_have_text("Incorrect CAPTCHA")
    expect(page.locator(EMAIL)).to_have_value("")
    assert not is_signed_in(visitor)


@ON_HYVA
def test_a_captcha_always_on_hyva(visit: Visit) -> None:
    """There is no field, so nobody can sign in."""
    visitor = visit("de", settings={"customer/captcha/mode": "always"})
    expect(visitor.page.locator('[name^="captcha"]')).to_have_count(0)
    visitor.enter(JANE, "Password1")
    visitor.send()
    expect(visitor.page.locator(MESSAGE)).to_have_text("Falsches Captcha")
    assert not is_signed_in(visitor, "de")


def test_rest_asks_for_no_captcha(wear: Wear) -> None:
    """Neither to make a customer nor for a token."""
    guest = wear(settings={"customer/captcha/mode": "always"})
    assert guest.create().status_code == 200
    assert guest.ask_token().status_code == 200


@ON_BOTH
def test_no_captcha_ever(visit: Visit) -> None:
    """After three failures the right password is still enough."""
    visitor = visit(settings={"customer/captcha/enable": "0"})
    visitor.fails(JANE, 3)
    visitor.sign_in(JANE)
    assert is_signed_in(visitor)


@ON_BOTH
def test_an_account_that_is_not_confirmed(visit: Visit, magento: str) -> None:
    """The message leads to the page that asks for the mail again; a wrong password is reported in the old release."""
    visitor = visit(settings={"customer/create_account/confirm": "1"})
    visitor.sign_in(JANE)
    message = visitor.page.locator(".message-error")
    expect(message).to_have_text("This account is not confirmed. Click here to resend confirmation email.")
    link = message.get_by_role("link", name="Click here")
    expect(link).to_have_attribute(
        "href", visitor.store.url("customer/account/confirmation") + "?email=jane%40example.com"
    )
    expect(visitor.page.locator(EMAIL)).to_have_value(JANE)
    assert not is_signed_in(visitor)
    link.click()
    expect(visitor.page.locator("h1")).to_have_text("Send confirmation link")
    visitor.page.get_by_role("button", name="Send confirmation link").click()
    expect(visitor.page.locator(".message-success")).to_have_text(
        "Please check your email for confirmation key."
    )
    visitor.sign_in(JANE, "Wrong1234")
    expect(message).to_contain_text("not confirmed" if magento == "2.4.8" else "sign-in was incorrect")


@ON_HYVA
def test_an_account_that_is_not_confirmed_on_hyva(visit: Visit) -> None:
    """The same in German."""
    visitor = visit("de", settings={"customer/create_account/confirm": "1"})
    visitor.sign_in(JANE, store_code="de")
    expect(visitor.page.locator(MESSAGE)).to_have_text(
        "Dieses Konto ist nicht bestätigt. Klicken Sie hier, um die Bestätigungs-E-Mail erneut zu verschicken."
    )


@pytest.mark.parametrize(
    ("magento", "store_code", "width", "height", "website"),
    [("2.4.8", "us", 1280, 85, 2), ("2.4.1", "us", 1280, 85, 2), ("2.4.8", "de", 1280, 166, 3)],
    indirect=["magento"],
)
def test_the_cookie_notice(visit: Visit, store_code: str, width: int, height: int, website: int) -> None:
    """It lies at the bottom, covers nothing that a customer needs, and once answered is gone for good."""
    visitor = visit(store_code, width, settings={"web/cookie/cookie_restriction": "1"})
    notice = visitor.page.locator(COOKIE_NOTICE[store_code])
    assert notice.bounding_box() == {"x": 0, "y": WINDOW["height"] - height, "width": width, "height": height}
    assert notice.evaluate("element => getComputedStyle(element).position") == "fixed"
    visitor.page.click(ALLOW)
    expect(notice).to_be_hidden()
    cookies = {cookie["name"]: cookie["value"] for cookie in visitor.page.context.cookies()}
    assert cookies[CONSENT] == f"%7B%22{website}%22%3A1%7D"
    visitor.open_settled("customer/account/login", store_code)
    expect(notice).to_be_hidden()


@ON_BOTH
def test_what_luma_s_cookie_notice_says(visit: Visit) -> None:
    """Word for word, as a dialog that has a message's class."""
    visitor = visit(settings={"web/cookie/cookie_restriction": "1"})
    notice = visitor.page.locator(".message.global.cookie[role=alertdialog]#notice-cookie-block")
    expect(notice).to_have_css("z-index", "3")
    expect(notice.locator("p")).to_have_text(
        "We use cookies to make your experience better. To comply with the new e-Privacy directive, "
        "we need to ask for your consent to set the cookies. Learn more."
    )
    expect(notice.locator(ALLOW)).to_have_text("Allow Cookies")


@pytest.mark.parametrize("width", [1280, 390])
@ON_BOTH
def test_signing_in_past_the_cookie_notice(visit: Visit, width: int) -> None:
    """Nobody has to answer it."""
    visitor = visit(width=width, settings={"web/cookie/cookie_restriction": "1"})
    visitor.enter(JANE, "Password1")
    visitor.send()
    assert is_signed_in(visitor)
    expect(visitor.page.locator(COOKIE_NOTICE["us"])).to_be_visible()


@ON_HYVA
def test_signing_in_past_hyva_s_cookie_notice(visit: Visit) -> None:
    """It covers the button in a narrow window until somebody scrolls, which a browser driver does."""
    visitor = visit("de", 390, settings={"web/cookie/cookie_restriction": "1"})
    notice = visitor.page.locator("div[role=dialog]")
    expect(notice).to_contain_text("Wir verwenden Cookies, um Ihre Erfahrung zu verbessern.")
    expect(notice).to_contain_text("Read our policy")
    expect(notice.locator(ALLOW)).to_have_text("Cookies zulassen")
    visitor.enter(JANE, "Password1")
    visitor.send()
    assert is_signed_in(visitor, "de")


@pytest.mark.parametrize(
    ("magento", "store_code", "width", "height"),
    [
        ("2.4.8", "us", 1280, 43),
        ("2.4.1", "us", 1280, 43),
        ("2.4.8", "de", 1280, 43),
        ("2.4.8", "de", 390, 66),
    ],
    indirect=["magento"],
)
def test_the_demo_notice(visit: Visit, store_code: str, width: int, height: int) -> None:
    """It stands on top of the page, in English everywhere, and covers nothing."""
    visitor = visit(store_code, width, demo_notice=True)
    notice = visitor.page.locator(".message.global.demo")
    expect(notice).to_have_text("This is a demo store. No orders will be fulfilled.")
    assert notice.bounding_box() == {"x": 0, "y": 0, "width": width, "height": height}
    visitor.enter(JANE, "Password1")
    visitor.send()
    assert is_signed_in(visitor, store_code)


def test_an_unknown_theme(wear: Wear) -> None:
    """Its sign-in page has a form, and none that a suite of Luma and Hyvä would know."""
    page = wear(themes={"us": "unknown"}).get("/us/customer/account/login/")
    assert page.status_code == 200
    assert "<form" in page.text
    for known in (
        "login[username]",
        "login[password]",
        "loginPost",
        "customer-account-login",
        "x-magento-init",
    ):
        assert known not in page.text


@ON_BOTH
def test_signing_in_on_another_website(visit: Visit) -> None:
    """Where accounts are shared by all of them, one sign-in does for all."""
    visitor = visit(settings={"customer/account_share/scope": "0"})
    visitor.sign_in(JANE, store_code="de")
    assert is_signed_in(visitor, "de")
    assert is_signed_in(visitor, "us")
    expect(visitor.page.locator(PASSWORD_FIELD)).to_have_count(0)
