"""The table of findings holds: the page shows it as it is, every sentence can be told, and a test shows each."""

import re
from pathlib import Path

import pytest

from harness.core import exit_codes
from harness.preflight.findings import FINDINGS, PAGE, Finding, Remains, markdown, written_anew
from harness.shop.settings import read_shop
from harness.shop.shop import SETTINGS
from tests.harness.doctor.served_shop import shop_at

TESTS = Path(__file__).parents[2]


def test_page_is_up_to_date() -> None:
    """A page that differs was not written anew: `python -m harness.preflight.findings` does it."""
    page = PAGE.read_text(encoding="utf-8")
    assert written_anew(page) == page
    assert markdown() in page


def test_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    """What the page tells to write into shops.toml and .env is a whole shop."""
    toml, dotenv = re.findall(r"```(?:toml|sh)\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    (tmp_path / "shops.toml").write_text(toml, encoding="utf-8")
    (tmp_path / ".env").write_text(dotenv, encoding="utf-8")
    shop = read_shop("staging", tmp_path)
    assert shop
    assert (shop.base_url, shop.admin_username) == ("https://staging.example.com", "acceptance")


def test_page_names_settings_that_exist() -> None:
    """Neither a variable nor a key of shops.toml is misspelt."""
    page = PAGE.read_text(encoding="utf-8")
    variables = set(re.findall(r"STAGING_([A-Z_]+)", page))
    keys = set(re.findall(r"`([a-z]+_[a-z_]+)`", page)) | {"dismiss", "proxy"}
    assert variables
    assert variables <= {name.upper() for name in SETTINGS}
    assert keys <= set(SETTINGS)


@pytest.mark.parametrize("name", FINDINGS)
def test_exit_code_fits_what_remains(name: str) -> None:
    """Whatever keeps something from running ends the run with one of two codes; a warning does not."""
    kind = FINDINGS[name]
    assert kind.exit_code in {None, exit_codes.UNAVAILABLE, exit_codes.CONFIGURATION}
    assert kind.exit_code or kind.remains is Remains.EVERYTHING
    assert not kind.passes or kind.exit_code == exit_codes.UNAVAILABLE


@pytest.mark.parametrize("name", FINDINGS)
def test_sentence_can_be_told(name: str) -> None:
    """What it needs is named like settings and facts; what is to be done stands in its own words."""
    seen = dict.fromkeys(re.findall(r"{([a-z_]+)}", FINDINGS[name].sentence), "x")
    seen = {name: value for name, value in seen.items() if name not in {"base_url", "store_code"}}
    text = Finding.of(name, shop_at("http://127.0.0.1:9"), **seen).text
    assert text[0] == text[0].upper()
    assert "\n" not in text
    assert "{" not in text


@pytest.mark.parametrize("name", FINDINGS)
def test_finding_is_shown_by_a_test(name: str) -> None:
    """Somewhere a test sees it found."""
    own = Path(__file__)
    tests = [path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != own]
    assert any(f'"{name}"' in text for text in tests)
