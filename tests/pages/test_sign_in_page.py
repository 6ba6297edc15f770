"""The sign-in page is waited for as long as its scripts may yet come, and used without them where they never do."""

from time import monotonic

import pytest
from playwright.sync_api import Page, expect
from pydantic import SecretStr

from api.models import Credentials
from pages import time_limits
from pages.sign_in_page import SignInPage
from pages.themes.luma import LUMA

ALIVE, GREETING = str(LUMA.sign_in_form_alive), str(LUMA.greeting_of_a_guest)
SHOP = "http://shop.test"
HTML = """<body class="customer-account-login">
<header class="page-header"><div class="panel header"><ul><li class="greet welcome">
<span class="not-logged-in"></span></li></ul></div></header>
<form method="post" action="/customer/account/loginPost/">
<input name="login[username]" type="email"><input name="login[password]" type="password">
<button name="send">Sign In</button></form>
<script>
const after = (delay, run) => delay === null || setTimeout(run, delay);
const form = document.querySelector("form");
after(%s, () => form.setAttribute("novalidate", ""));
after(%s, () => document.querySelector(".not-logged-in").textContent = "Default welcome msg!");
</script></body>"""


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> float:
    """Wait for each script for a second, and give that."""
    monkeypatch.setattr(time_limits, "SCRIPTS", 1_000)
    return 1.0


def opened(page: Page, validation: str, greeting: str) -> SignInPage:
    """Open a sign-in page whose scripts come after so many milliseconds, or never: null."""
    page.route(
        f"{SHOP}/**",
        lambda route: route.fulfill(body=HTML % (validation, greeting), content_type="text/html"),
    )
    sign_in_page = SignInPage(page, SHOP, LUMA)
    sign_in_page.open()
    return sign_in_page


@pytest.mark.parametrize(("validation", "greeting"), [("300", "600"), ("600", "300"), ("0", "0")])
@pytest.mark.usefixtures("patience")
def test_both_scripts_are_waited_for(page: Page, validation: str, greeting: str) -> None:
    """Whichever comes first."""
    opened(page, validation, greeting)
    assert page.locator(ALIVE).count() == 1
    assert page.locator(GREETING).count() == 1


@pytest.mark.usefixtures("patience")
def test_a_dead_form_does_not_hide_the_greeting(page: Page) -> None:
    """The wait for the one that never comes is over, the other wait is kept."""
    opened(page, "null", "1500")
    assert page.locator(ALIVE).count() == 0
    assert page.locator(GREETING).count() == 1


def test_a_page_without_scripts_is_used_all_the_same(page: Page, patience: float) -> None:
    """After both waits."""
    begin = monotonic()
    sign_in_page = opened(page, "null", "null")
    assert 2 * patience <= monotonic() - begin
    expect(sign_in_page.email).to_be_editable()


def malformed(page: Page, validation: str) -> tuple[SignInPage, list[str]]:
    """Send a malformed e-mail, and give what left the page."""
    sign_in_page = opened(page, validation, "0")
    sign_in_page.fill("not-an-email", Credentials(username="", password=SecretStr("Passw0rd")))
    left_for = sign_in_page.watch()
    sign_in_page.send()
    return sign_in_page, left_for


@pytest.mark.usefixtures("patience")
def test_a_dead_form_is_the_browsers_to_check(page: Page) -> None:
    """The browser refuses the e-mail when Enter was pressed, and not before."""
    sign_in_page = opened(page, "null", "0")
    sign_in_page.fill("not-an-email", None)
    sign_in_page.watch()
    expect(sign_in_page.email_refusal).to_have_count(0)
    sign_in_page.send()
    expect(sign_in_page.email_refusal).to_have_count(1)


@pytest.mark.usefixtures("patience")
def test_a_form_that_is_sent_is_noted(page: Page) -> None:
    """A form that says that it checks and does not is left at once."""
    sign_in_page, left_for = malformed(page, "0")
    expect(sign_in_page.email).to_have_value("")
    assert f"{SHOP}/customer/account/loginPost/" in left_for
    expect(sign_in_page.email_refusal).to_have_count(0)
