"""A shop's own folder stands beside ours: its scenarios are run as ours, and what does not fit is one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.wordings import LANGUAGES, Wordings, read_languages
from harness.core.exit_codes import ExitCode
from harness.preflight.needs import NEEDS
from harness.preflight.theme_check import theme_folders
from harness.run import own_folder
from harness.run.own_folder import OwnFolder
from harness.shop.settings import WrongSettingsError
from harness.shop.shop import PROJECT, Shop
from pages.theme_files import ThemeFileError, theme_named
from tests.listing import Listing, collect, list_features

OUR_SHOP = "tests/run/data/our-shop"

SCENARIO = """
Feature: Our own
  @own-01 @api
  Scenario: {title}
    When {step}
"""
STEP = "the admin creates the customer"
STEPS = """
from pytest_bdd import given, parsers, then, when

@when({sentence})
def something_of_our_own() -> None:
    pass
"""


def own(folder: Path, feature: str = "", steps: str = "") -> str:
    """Write a shop's own folder, and give its path."""
    for name, text in {"features/own.feature": feature, "steps/own_steps.py": steps}.items():
        (folder / name).parent.mkdir()
        if text:
            (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def refused(listing: Listing) -> str:
    """Give the sentence with which a list is refused; there is no traceback."""
    assert listing.exit_code == ExitCode.CONFIGURATION, listing.text
    assert "Traceback" not in listing.text
    assert listing.tests == []
    return listing.text


def test_scenarios_are_listed_with_ours() -> None:
    """By feature, with ids and tags, a row of an outline as one."""
    ours, both = list_features("--list-scenarios"), list_features("--list-scenarios", "--own", OUR_SHOP)
    assert both.exit_code == 0
    more = [line for line in both.text.splitlines() if line not in ours.text.splitlines()]
    assert [line.split("  ")[2:3] + line.split()[-2:] for line in more if line.startswith("    loyalty")] == [
        ["loyalty_card-01", "@critical", "@api"],
        ["loyalty_card-02", "does", "@browser"],
        ["loyalty_card-03.1", "kept", "@api"],
        ["loyalty_card-03.2", "kept", "@api"],
    ]


def test_sentences_are_listed_with_ours() -> None:
    """With their place, and in no later list of this process."""
    listing = list_features("--list-steps", "--own", OUR_SHOP)
    assert 'Given the customer has the loyalty card "{number}"' in listing.text
    assert f"({OUR_SHOP}/steps/loyalty_card_steps.py:" in listing.text
    assert "loyalty card" not in list_features("--list-steps").text


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        (("-m", "loyalty_card-03.2 or critical and api and loyalty_card-01"), 2),
        (("-k", "everybody_does"), 1),
    ],
)
def test_scenarios_are_chosen_as_ours(choice: tuple[str, ...], count: int) -> None:
    """By id, row, tag or word."""
    assert len(collect("features", *choice, "--own", OUR_SHOP).tests) == count


def test_file_and_line_are_arguments() -> None:
    """Of that folder alone."""
    file = f"{OUR_SHOP}/features/loyalty_card.feature"
    assert len(collect(file, "--own", OUR_SHOP).tests) == 4
    assert len(collect(f"{file}:14", "--own", OUR_SHOP).tests) == 1
    assert collect(file).exit_code == pytest.ExitCode.USAGE_ERROR


def test_setting_names_the_folder() -> None:
    """A list needs none of the shop's other settings."""
    variables = {"SHOP_BASE_URL": "https://x.example", "SHOP_OWN": OUR_SHOP}
    assert "loyalty_card-01" in list_features("--list-scenarios", variables=variables).text
    embedded = list_features("--list-scenarios", "--shop", "embedded", variables=variables)
    assert "loyalty_card-01" not in embedded.text


def test_folder_may_be_empty(tmp_path: Path) -> None:
    """Each of its parts may be missing."""
    assert list_features("--list-scenarios", "--own", str(tmp_path)).exit_code == 0


def test_ordinary_tests_ask_for_no_folder() -> None:
    """Only who reaches the features needs it."""
    assert collect("tests/pages/test_shown_text.py", "--own", "no/such").exit_code == 0


def test_folder_that_is_not_there() -> None:
    """Named by the option, or by the setting."""
    missing = str(PROJECT / "no" / "such")
    asked = list_features("--list-scenarios", "--own", "no/such")
    assert f"--own is wrong: must be a folder, and there is none at {missing}" in refused(asked)
    variables = {"SHOP_BASE_URL": "https://x.example", "SHOP_OWN": "no/such"}
    named = list_features("--list-scenarios", variables=variables)
    assert f"own is wrong: must be a folder, and there is none at {missing}" in refused(named)


def test_run_ends_before_its_shop_is_asked() -> None:
    """With a finding, as for every wrong setting."""
    listing = list_features("-m", "smoke", "--own", "no/such")
    assert listing.exit_code == ExitCode.CONFIGURATION
    assert "--own is wrong: must be a folder" in listing.text
    assert "embedded store:" not in listing.text


PLACE = "features/own.feature"
WRONG = {
    "our title": (
        SCENARIO.format(title="The header greets her by her name", step=STEP),
        "",
        ["the title 'The header greets her by her name' stands in features/sign_in.feature and in ", PLACE],
    ),
    "one title twice": (
        SCENARIO.format(title="Twice", step=STEP) + f"\n  Scenario: Twice\n    When {STEP}\n",
        "",
        ["the title 'Twice' stands in "],
    ),
    "one id twice": (
        SCENARIO.format(title="One", step=STEP) + f"\n  @own-01\n  Scenario: Two\n    When {STEP}\n",
        "",
        ["the id 'own-01' stands in ", f"{PLACE}:4 and in ", f"{PLACE}:8"],
    ),
    "our sentence": (
        SCENARIO.format(title="One", step=STEP),
        STEPS.format(sentence=f'"{STEP}"'),
        [f"the sentence 'when {STEP}' stands in steps/", "own_steps.py:4"],
    ),
    "a sentence that takes ours": (
        "",
        STEPS.format(sentence='parsers.re("the admin deletes the customer.*")'),
        ["the step 'when the admin deletes the customer' fits steps/", "own_steps.py:4"],
    ),
    "a sentence that ours takes": (
        SCENARIO.format(title="One", step="GET is sent to the route of a card"),
        STEPS.format(sentence='"GET is sent to the route of a card"'),
        ["the step 'when GET is sent to the route of a card' fits steps/", "own_steps.py:4"],
    ),
    "no sentence": (
        SCENARIO.format(title="One", step="nobody knows"),
        "",
        ["nobody defines the step 'when nobody knows'"],
    ),
    "no need": (
        "\n@needs-loyalty" + SCENARIO.format(title="One", step=STEP),
        "",
        ["the tag @needs-loyalty is none of the needs"],
    ),
    "no Gherkin": ("Scenario: Of nothing\n", "", [f"{PLACE} cannot be read: "]),
    "an empty file": ("# nothing yet\n", "", [f"{PLACE} cannot be read"]),
    "a module that breaks": (
        "",
        "\nimport no_such_module\n",
        ["The step module ", "own_steps.py:2 cannot be imported: ModuleNotFoundError: No module named"],
    ),
    "a module that is no Python": (
        "",
        "when when\n",
        ["The step module ", "own_steps.py cannot be imported: SyntaxError: invalid syntax"],
    ),
}
"""A feature, a step module, and what is said of them."""


@pytest.fixture
def forgotten() -> Iterator[None]:
    """Forget the step modules that a test imports."""
    yield
    own_folder.pytest_unconfigure()


def problems(folder: Path, feature: str, steps: str) -> str:
    """Import what a folder holds, and say what is wrong with it."""
    held = OwnFolder(Path(own(folder, feature, steps)))
    try:
        held.import_steps()
    except WrongSettingsError as error:
        return str(error)
    return "; ".join(held.problems(NEEDS))


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit(tmp_path: Path, case: str) -> None:
    """Each is said in words that name the places."""
    feature, steps, said = WRONG[case]
    text = problems(tmp_path, feature, steps)
    assert [part for part in said if part not in text] == [], text


@pytest.mark.usefixtures("forgotten")
def test_what_fits(tmp_path: Path) -> None:
    """A sentence of its own beside ours is no clash."""
    feature = SCENARIO.format(title="One", step="something is done")
    assert problems(tmp_path, feature, STEPS.format(sentence='"something is done"')) == ""


def test_all_that_does_not_fit_is_said_at_once(tmp_path: Path) -> None:
    """So that nobody mends it bit by bit; no scenario is listed."""
    feature = SCENARIO.format(title="The header greets her by her name", step="nobody knows")
    text = refused(list_features("--list-scenarios", "--own", own(tmp_path, feature)))
    assert "does not fit the suite: the title " in text
    assert "; nobody defines the step " in text


@pytest.mark.parametrize(
    ("text", "said"), [("source =", "nl.toml cannot be read: "), ("[wordings]\n", "nl.toml lacks 'source'")]
)
def test_language_that_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    """It is said with the rest."""
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages" / "nl.toml").write_text(text, encoding="utf-8")
    [problem] = OwnFolder(tmp_path).problems(NEEDS)
    assert said in problem


def test_language_is_one_of_ours() -> None:
    """Its texts are looked for in a store view of its locale."""
    languages = {**LANGUAGES, **read_languages(PROJECT / OUR_SHOP / "languages")}
    assert Wordings(["nl_NL"], languages).reasons_in("De consument is niet bevoegd voor self.") == {
        "not authorized"
    }
    assert Wordings(["nl_NL"]).reasons_in("De consument is niet bevoegd voor self.") == set()


def test_theme_is_found() -> None:
    """By its name, as one of the suite's."""
    shop = Shop(base_url="https://x.example", own=Path(OUR_SHOP))
    assert theme_named("ours", theme_folders(shop)).name == "ours"
    with pytest.raises(ThemeFileError):
        theme_named("ours", theme_folders(shop.model_copy(update={"own": None})))
