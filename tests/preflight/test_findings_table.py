"""The table of findings holds: its page shows it as it is, every sentence can be filled, and a test shows each."""

import re
from pathlib import Path

import pytest

from harness.core.exit_codes import ExitCode
from harness.core.finding import Leaves
from harness.preflight.findings import FINDINGS, finding
from harness.shop.settings import read_shop
from harness.shop.shop import PROJECT, SETTINGS
from tests.preflight.served_shop import shop_at
from tools.findings_page import PAGE, markdown

TESTS = Path(__file__).parents[1]
STAGING = PROJECT / "docs" / "staging.md"

SAYS_ITSELF = {"wrong-settings", "no-embedded-store"}
"""Findings whose problem comes from elsewhere and says what to do."""


def test_page_is_up_to_date() -> None:
    """A page that differs was not written anew: `python -m tools.findings_page` does it."""
    assert PAGE.read_text(encoding="utf-8") == markdown()


def test_finding_has_its_place(subtests: pytest.Subtests) -> None:
    """The place that its line names is a heading of the page, which has one anchor of this name."""
    for id_ in FINDINGS:
        with subtests.test(finding=id_):
            file, _, anchor = finding(id_, shop_at("http://127.0.0.1:9"), **seen(id_)).place.partition("#")
            headings = re.findall(r"^#+ (.*)$", (PROJECT / file).read_text(encoding="utf-8"), re.MULTILINE)
            assert headings.count(anchor) == 1
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", anchor)


def test_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    """What docs/staging.md tells to write into shops.toml and .env is a whole shop."""
    blocks = re.findall(r"```(?:toml|sh)\n(.*?)```", STAGING.read_text(encoding="utf-8"), flags=re.DOTALL)
    toml, dotenv = blocks
    (tmp_path / "shops.toml").write_text(toml, encoding="utf-8")
    (tmp_path / ".env").write_text(dotenv, encoding="utf-8")
    shop = read_shop("staging", tmp_path)
    assert shop
    assert (shop.base_url, shop.admin_username) == ("https://staging.example.com", "acceptance")


@pytest.mark.parametrize("page", [STAGING, PAGE], ids=lambda page: page.name)
def test_page_names_settings_that_exist(page: Path) -> None:
    """Neither a variable nor a key of shops.toml is misspelt."""
    text = page.read_text(encoding="utf-8")
    variables = set(re.findall(r"STAGING_([A-Z_]+)", text))
    keys = set(re.findall(r"`([a-z]+_[a-z_]+)`", text)) | {"dismiss", "proxy"}
    assert variables
    assert variables <= {name.upper() for name in SETTINGS}
    assert keys <= set(SETTINGS)


def test_exit_code_fits_what_is_left(subtests: pytest.Subtests) -> None:
    """Whatever keeps something from running ends the run with a code of its own; a warning does not."""
    for id_, kind in FINDINGS.items():
        with subtests.test(finding=id_):
            assert kind.exit_code in {None, *ExitCode} - {ExitCode.PASSED, ExitCode.INTERRUPTED}
            assert kind.exit_code or kind.leaves is Leaves.EVERYTHING
            assert not kind.passes or kind.exit_code == ExitCode.UNAVAILABLE


def test_sentence_can_be_filled(subtests: pytest.Subtests) -> None:
    """What it needs is named like settings and facts; problem and hint are whole sentences."""
    for id_ in FINDINGS:
        with subtests.test(finding=id_):
            found = finding(id_, shop_at("http://127.0.0.1:9"), **seen(id_))
            assert found.text == f"{found.problem} {found.hint}".strip()
            assert bool(found.hint) is (id_ not in SAYS_ITSELF)
            for sentence in filter(None, (found.problem, found.hint)):
                assert sentence[0] == sentence[0].upper()
                assert "\n" not in sentence
                assert "{" not in sentence
                assert sentence[-1] in ".?" or sentence == "X"


def test_finding_is_shown_by_a_test(subtests: pytest.Subtests) -> None:
    """Somewhere a test sees it found."""
    own = Path(__file__)
    tests = [path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py") if path != own]
    for id_ in FINDINGS:
        with subtests.test(finding=id_):
            assert any(f'"{id_}"' in text for text in tests)


def seen(id_: str) -> dict[str, str]:
    """Give something for every field that is no setting's."""
    fields = re.findall(r"{([a-z_]+)}", FINDINGS[id_].sentence)
    return {field: "x" for field in fields if field not in {"base_url", "store_code"}}
