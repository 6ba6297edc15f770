"""The catalogue lists what there is, as it is, without any shop."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_bdd import parsers

from harness.core.gherkin import StepFunctionContext
from tests.listing import list_features
from tools.catalogue.sentences import Sentence

NOWHERE = {"SHOP_BASE_URL": "http://127.0.0.1:9", "SHOP_ADMIN_USERNAME": "a", "SHOP_ADMIN_PASSWORD": "b"}


def _list(*options: str) -> str:
    listing = list_features(*options, variables=NOWHERE)
    assert listing.exit_code == 0, listing.text
    return listing.text


def test_scenarios_are_listed_by_feature_and_rule() -> None:
    """Each in one line with its id, title and tags; nothing of pytest's own listing is left."""
    lines = _list("--list-scenarios").splitlines()
    at = lines.index("The Address Book")
    assert lines[at : at + 4] == [
        "The Address Book",
        "",
        "  The Address Book shows what is default and what is not",
        "",
    ]
    found = [" ".join(line.split()) for line in lines if line.startswith("    address_book-01 ")]
    assert found == [
        "address_book-01 Two different defaults stand in their own boxes @critical @browser @mobile"
    ]
    assert any(re.fullmatch(r"\d+ scenarios, a row of an outline counted as one\.", line) for line in lines)
    assert not any("::" in line for line in lines)


def test_choice_of_scenarios_is_pytests_own() -> None:
    """What a run would execute is what is listed."""
    assert _list("--list-scenarios", "-m", "create_customer-14.2").count("create_customer-") == 1


def test_sentences_are_listed_with_what_varies_and_where_they_are_defined() -> None:
    """Sentences that are fixed, that vary, that take a table; no patterns, and none of pytest-bdd's own."""
    text = _list("--list-steps")
    place = r"  \(steps/\w+_steps\.py:\d+\)\n"
    assert re.search(
        rf"\n  When  the customer opens the Address Book\n +Follow My Account's link.*{place}", text
    )
    assert re.search(
        rf"\n  Given .*{{length}}.*\n.*{place} +{{length}}: a whole number\n +as in: .*256", text
    )
    assert "(?P<" not in text
    assert re.search(rf"\n  Given she has the optional fields\n.*{place} +with a data table below it\n", text)
    assert "Enter pytest's pdb trace" not in text


def test_pattern_is_reported_in_words(subtests: pytest.Subtests) -> None:
    """Whoever writes a scenario need not read regular expressions."""
    rows: tuple[tuple[parsers.StepParser, str, dict[str, str]], ...] = (
        (parsers.string("a plain sentence"), "a plain sentence", {}),
        (parsers.parse("{n:d} of {what}"), "{n} of {what}", {"n": "a whole number", "what": ""}),
        (parsers.re(r"with (?P<what>(one|two) .*)$"), "with {what}", {"what": "(one|two) ..."}),
        (parsers.re(r"(?P<who>she|the guest) asks"), "{who} asks", {"who": "she or the guest"}),
        (
            parsers.re(r'"(?P<value>[^"]*)" (?P<times>\d+)'),
            '"{value}" {times}',
            {"value": "", "times": "a whole number"},
        ),
    )
    for parser, text, parameters in rows:
        with subtests.test(parser=parser):
            sentence = Sentence(StepFunctionContext("given", _list, parser), [])
            assert (sentence.text, sentence.parameters) == (text, parameters)


def test_page_finds_what_is_searched_for(tmp_path: Path, page: Page) -> None:
    """The page holds both lists, needs nothing from elsewhere, and narrows down to the words typed."""
    _list("--catalogue", str(tmp_path))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "catalogue.html").as_uri())
    row = page.get_by_role("row").filter(has_text="Two different defaults stand in their own boxes")
    sentence = page.get_by_role("article").filter(has_text="Follow My Account's link to the Address Book.")
    expect(row).to_have_count(1)
    expect(sentence).to_be_visible()
    page.get_by_role("searchbox").fill("address_book-01")
    expect(row).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(1)
    expect(sentence).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(sentence).to_be_visible()
    assert asked == [page.url]
