"""A shop's own theme is a file that names its family and what differs; whatever is wrong in it is one sentence."""

from pathlib import Path

import pytest

from pages.theme import Cell
from pages.theme_files import FAMILIES, ThemeFileError, theme_named

WRONG = {
    "": 'names no family: write family = "luma"',
    'family = "magento"': "names no family",
    'family = "luma"\nheadr = ".top"': "names headr, which is no part of a theme",
    'family = "luma"\nheader = 1': "header must be a selector",
    'family = "luma"\nheader = ""': "header must be a selector",
    'family = "luma"\nheader = false': "header must be a selector",
    'family = "luma"\ngreeting = true': "greeting must be a selector, or false where the theme does without",
    'family = "luma"\naccount_menu_opened_by = ".menu"': "account_menu_opened_by must be a list of selectors",
    'family = "luma"\nadditional_address_cells = [{name = "city"}]': "a cell has name, selector and text",
    "family = ": "cannot be read: ",
}


@pytest.mark.parametrize("name", FAMILIES)
def test_family_needs_no_file(name: str) -> None:
    """It is found by its name, wherever one looks."""
    assert theme_named(name, ()) is FAMILIES[name]


def test_own_theme_is_its_family_but_for_what_it_names(tmp_path: Path) -> None:
    """From the first folder that has it; `false` says that the theme does without."""
    (tmp_path / "ours.toml").write_text(
        """
        family = "luma"
        header = ".top"
        greeting = false
        account_menu_opened_by = [".burger:not(.open)"]
        additional_address_cells = [{name = "city", selector = ".town", text = "{city}"}]
        """,
        encoding="utf-8",
    )
    ours, luma = theme_named("ours", (tmp_path / "none", tmp_path)), FAMILIES["luma"]
    assert (ours.name, ours.header, ours.greeting) == ("ours", ".top", None)
    assert ours.account_menu_opened_by == (".burger:not(.open)",)
    assert ours.additional_address_cells == (Cell("city", ".town", "{city}"),)
    assert ours.account_menu_my_account == luma.account_menu_my_account


@pytest.mark.parametrize("text", WRONG)
def test_wrong_file_is_reported(tmp_path: Path, text: str) -> None:
    """With its path."""
    file = tmp_path / "ours.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ThemeFileError) as caught:
        theme_named("ours", (tmp_path,))
    assert str(file) in str(caught.value)
    assert WRONG[text] in str(caught.value)


def test_theme_that_is_nowhere_is_reported(tmp_path: Path) -> None:
    """With every place where it might have been."""
    with pytest.raises(
        ThemeFileError, match=r"it is none of blank, luma, hyva, and there is no .*ours\.toml$"
    ):
        theme_named("ours", (tmp_path,))
