"""What is found of a storefront: each with the sentence, what still runs, and the code."""

import threading
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from harness.preflight.sign_in_form import sign_in_form
from tests.api.scripted_server import ScriptedServer
from tests.preflight.served_shop import Answer, answering, diagnosed, served, shop_at
from tests.verdict.spoiled_shop import spoiled_shop, status

FORM = (
    '<form action="/loginPost/"><input name="login[username]"><input name="login[password]">'
    '<button name="send"></button>{more}</form>'
)
SIGN_OF_LUMA = '<script type="text/x-magento-init">{}</script>'
LUMA = (
    f'{SIGN_OF_LUMA}<body class="customer-account-login"><header class="page-header">'
    '<div class="panel header"><ul class="header links"></ul></div></header>'
)
HYVA = '<header class="page-header"><button id="customer-menu" x-data="initMenu()"></button></header>'
ROBOT_TEST = (
    '<div class="field-recaptcha" id="recaptcha-caa20ac351216e6f76edced1efe7c61fff5f4796-container"></div>'
)


class Case(NamedTuple):
    """What the storefront answers, and what is found."""

    finding: str
    answer: Answer
    sentence: str


CASES = (
    Case(
        "storefront-blocked",
        Answer(403, "Just a moment..."),
        "answers with 403 FORBIDDEN, as a firewall does",
    ),
    Case("storefront-down", Answer(500, "There has been an error"), "does not: 500 INTERNAL SERVER ERROR."),
    Case("storefront-down", Answer(504), "does not: 504 GATEWAY TIMEOUT."),
    Case("no-sign-in-page", Answer(404), "/customer/account/login/: 404 NOT FOUND."),
    Case("no-sign-in-form", Answer(200, "<div id=root></div>"), "holds no sign-in form of Magento's"),
    Case(
        "unknown-theme",
        Answer(200, FORM),
        "they know blank, luma, hyva. Where it is made from one of them, write",
    ),
    Case(
        "theme-parts",
        Answer(200, FORM + HYVA),
        "lacks what the theme Hyvä has: sign in page. Say what stands in its place, write "
        'theme = "ours" under [staging] in shops.toml, and in pages/themes/ours.toml, family = "hyva"; '
        'sign_in_page = "..."',
    ),
    Case("theme-parts", Answer(200, SIGN_OF_LUMA + FORM), "has: sign in page, header, account menu. Say"),
    Case(
        "captcha",
        Answer(200, LUMA + FORM.format(more='<input name="captcha[user_login]">')),
        "asks for a captcha",
    ),
    Case("recaptcha", Answer(200, LUMA + FORM.format(more=ROBOT_TEST)), "watched by a reCAPTCHA or its like"),
)


@pytest.fixture(scope="module")
def shop_url() -> Iterator[str]:
    """Serve a shop whose REST is as it should be."""
    with served() as url:
        yield url


@pytest.fixture
def elsewhere() -> Iterator[ScriptedServer]:
    """Serve somebody else's page."""
    with ScriptedServer() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.finding} {case.answer.status}")
def test_browser_cannot_be_used(shop_url: str, case: Case) -> None:
    """REST scenarios can still be run."""
    with answering(case.answer) as storefront:
        diagnosis = diagnosed(shop_at(shop_url, storefront_url=storefront))
    assert diagnosis.stop is None
    assert diagnosis.obstacle is not None
    assert diagnosis.obstacle.id == case.finding
    assert case.sentence in diagnosis.obstacle.text
    assert diagnosis.exit_code == 69


@pytest.mark.parametrize(
    ("profile", "finding"),
    [("--set customer/captcha/mode=always", "captcha"), ("--theme unknown", "no-sign-in-form")],
)
@pytest.mark.parametrize("magento", ["2.4.1", "2.4.8"])
def test_profile_keeps_the_browser_out(magento: str, profile: str, finding: str) -> None:
    """The shops' own pages are read as the answers above are."""
    with served("--magento", magento, *profile.split()) as url:
        diagnosis = diagnosed(shop_at(url))
    assert [found.id for found in diagnosis.findings] == [finding]
    assert diagnosis.exit_code == 69


def test_registration_is_watched() -> None:
    """What guards the registration page guards REST's POST customers too, from 2.4.7 on: a warning."""
    rules = 'data-password-min-length="8" data-password-min-character-sets="3"'
    form = f'<form><input name="firstname"><input {rules}>{ROBOT_TEST}</form>'
    with spoiled_shop() as context:
        context.front.break_for(None, "GET .*/customer/account/create/", status(200, form))
        diagnosis = diagnosed(context.shop)
    assert [found.id for found in diagnosis.findings] == ["registration-recaptcha"]
    assert diagnosis.exit_code == 0


def test_unreachable_storefront(shop_url: str) -> None:
    """Its URL is another one than REST's, and nobody listens there."""
    diagnosis = diagnosed(shop_at(shop_url, storefront_url="http://127.0.0.1:9"))
    assert diagnosis.obstacle is not None
    assert diagnosis.obstacle.id == "storefront-unreachable"
    assert "http://127.0.0.1:9 ([Errno" in diagnosis.obstacle.text
    assert (diagnosis.stop, diagnosis.exit_code) == (None, 69)


@pytest.mark.parametrize(
    "settings",
    [{}, {"basic_auth_username": "jo", "basic_auth_password": "not-the-front's"}],
    ids=["none", "wrong"],
)
def test_wall_of_basic_auth(settings: dict[str, str]) -> None:
    """Credentials for the front are missing or wrong; the shop's settings are to be set."""
    with served("--storefront-password", "jo:front-secret") as url:
        diagnosis = diagnosed(shop_at(url, **settings))
    assert diagnosis.stop is not None
    assert diagnosis.stop.id == "storefront-password"
    assert "Set STAGING_BASIC_AUTH_USERNAME and STAGING_BASIC_AUTH_PASSWORD." in diagnosis.stop.text
    assert "front's" not in str(diagnosis)
    assert diagnosis.exit_code == 78


def test_front_that_are_passed() -> None:
    """With their credentials and headers nothing is in the way."""
    with served("--storefront-password", "jo:front-secret", "--required-header", "X-Pass: yes") as url:
        front = {"basic_auth_username": "jo", "basic_auth_password": "front-secret"}
        assert diagnosed(shop_at(url, **front, headers={"X-Pass": "yes"})).findings == ()


def test_storefront_that_moved(shop_url: str) -> None:
    """It leads to another host; the browser would follow, without the credentials for the first."""
    moved = Answer(302, headers={"Location": f"{shop_url}/us/customer/account/login/"})
    with answering(moved) as storefront:
        diagnosis = diagnosed(shop_at(shop_url, storefront_url=storefront))
    assert [finding.id for finding in diagnosis.warnings] == ["storefront-moved"]
    assert f"Set STAGING_STOREFRONT_URL to {shop_url}/us" in diagnosis.warnings[0].text
    assert diagnosis.exit_code == 0


def test_secrets_do_not_follow_a_redirect(shop_url: str, elsewhere: ScriptedServer) -> None:
    """Headers and credentials that let the suite pass go to the shop alone."""
    moved = Answer(302, headers={"Location": f"{elsewhere.url}/customer/account/login/"})
    front = {"basic_auth_username": "jo", "basic_auth_password": "front-secret", "headers": {"X-Pass": "yes"}}
    with answering(moved) as storefront:
        diagnosed(shop_at(shop_url, storefront_url=storefront, **front))
    assert {path for _, path, _ in elsewhere.requests} == {
        "/customer/account/login/",
        "/customer/account/create/",
    }
    for _, _, headers in elsewhere.requests:
        assert {"Authorization", "X-Pass"}.isdisjoint(headers)


def test_what_guards_another_form_is_no_obstacle() -> None:
    """A newsletter's reCAPTCHA is nobody's business here."""
    form = sign_in_form(f"{LUMA}<form>{ROBOT_TEST}</form>{FORM}<form>{ROBOT_TEST}</form>")
    assert form is not None
    assert not form.recaptcha
