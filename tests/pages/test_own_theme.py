"""A theme of our own making: Luma's pages, rewritten by a front, and a file of TOML that says so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from werkzeug.wrappers import Response

from harness.preflight import theme_check
from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import PROJECT, Shop
from pages.storefront import Storefront
from pages.theme_files import theme_named
from tests.preflight.examined import examine
from tests.verdict.spoiled_shop import ScenarioContext, spoiled_shop

HERE = Path(__file__).parent
FILE = HERE / "ours.toml"

OTHERWISE = {b"page-header": b"site-top", b"greet welcome": b"hello", b"block-collapsible-nav": b"my-pages"}
"""What the theme calls otherwise than Luma does."""


def rewritten(response: Response) -> Response:
    """Make the theme's page of Luma's."""
    page = response.get_data()
    for old, new in OTHERWISE.items():
        page = page.replace(old, new)
    response.set_data(page)
    return response


@pytest.fixture
def scenario(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScenarioContext]:
    """Serve a shop with this theme, and let its file be found."""
    monkeypatch.setattr(theme_check, "theme_folders", lambda _: (HERE,))
    with spoiled_shop() as scenario:
        scenario.front.break_for(None, "GET .*/customer/", rewritten)
        yield scenario


def diagnosed(shop: Shop) -> Diagnosis:
    """Look at the shop as a run does, but for its browser."""
    checks = [check for check in CHECKS if check.title != "browser"]
    return examine(shop, "test", Scrubber(), wait=0, tell=print, checks=checks)[0]


def test_what_differs_is_reported_with_the_lines_to_fill_in(scenario: ScenarioContext) -> None:
    """Before any scenario waits for it; the scenarios over REST are run."""
    diagnosis = diagnosed(scenario.shop)
    assert diagnosis.obstacle is not None
    assert diagnosis.obstacle.id == "theme-parts"
    assert "lacks what the theme Luma has: header." in diagnosis.obstacle.text
    assert (
        'SHOP_THEME=ours, and in pages/themes/ours.toml, family = "luma"; header = "..."'
        in diagnosis.obstacle.text
    )


def test_file_that_says_it_is_all_that_is_needed(scenario: ScenarioContext) -> None:
    """The settings name the theme."""
    diagnosis = diagnosed(scenario.shop.model_copy(update={"theme": "ours"}))
    assert diagnosis.findings == ()
    assert any(line.text.startswith("ours, with sign in page") for line in diagnosis.lines)


@pytest.mark.parametrize(
    ("theme", "problem"), [("theirs", "there is no theme theirs"), ("wrong", "names no family")]
)
def test_file_that_is_missing_or_wrong_is_a_wrong_setting(
    scenario: ScenarioContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, problem: str
) -> None:
    """Nothing is run, as with every other setting."""
    (tmp_path / "wrong.toml").touch()
    monkeypatch.setattr(theme_check, "theme_folders", lambda _: (tmp_path,))
    diagnosis = diagnosed(scenario.shop.model_copy(update={"theme": theme}))
    assert diagnosis.stop is not None
    assert (diagnosis.stop.id, diagnosis.exit_code) == ("theme-file", 78)
    assert problem in diagnosis.stop.text


def test_a_customer_finds_her_way(scenario: ScenarioContext, page: Page) -> None:
    """From the sign-in page by the menu to the Address Book, which leads to the form as she has no address."""
    _, customer = scenario.create()
    storefront = Storefront(page, scenario.shop.base_url, theme_named("ours", (HERE,)))
    storefront.sign_in(customer)
    storefront.account_menu.open()
    storefront.account_menu.my_account.click()
    storefront.my_account_page.expect_shown()
    storefront.my_account_page.open_address_book()
    expect(storefront.address_form_page.body).to_be_visible()
    storefront.sign_out()


def test_the_page_shows_this_very_file() -> None:
    """Who follows docs/themes.md follows what is tested here."""
    assert FILE.read_text(encoding="utf-8") in (PROJECT / "docs/themes.md").read_text(encoding="utf-8")
