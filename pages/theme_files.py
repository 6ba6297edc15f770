"""Finds a theme by its name: one of the families, or a shop's own in a file of TOML that says what differs."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from pages.theme import Cell, Theme
from pages.themes.blank import BLANK
from pages.themes.hyva import HYVA
from pages.themes.luma import LUMA

FAMILIES: Mapping[str, Theme] = {"blank": BLANK, "luma": LUMA, "hyva": HYVA}
"""By the names that settings and files use, in the order in which a page is looked at for their signs."""

HERE = Path(__file__).parent / "themes"
"""Where a theme's file may lie inside the project."""

_KINDS = get_type_hints(Theme)


class ThemeFileError(Exception):
    """There is no such theme, or its file is wrong; the text is one sentence and names the file."""


def theme_named(name: str, folders: Iterable[Path] = (HERE,)) -> Theme:
    """Give a family, or the theme of the first `<name>.toml` in these folders; raise ThemeFileError."""
    if name in FAMILIES:
        return FAMILIES[name]
    places = [folder / f"{name}.toml" for folder in folders]
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        raise ThemeFileError(
            f"there is no theme {name}: it is none of {', '.join(FAMILIES)}, and there is no "
            f"{' and no '.join(map(str, places))}"
        )
    return _read(name, file)


def _read(name: str, file: Path) -> Theme:
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ThemeFileError(f"{file} cannot be read: {error}") from None
    family = said.pop("family", None)
    if family not in FAMILIES:
        raise ThemeFileError(
            f'{file} names no family: write family = "luma", or another of {", ".join(FAMILIES)}'
        )
    parts = {part: _part(file, part, value) for part, value in said.items()}
    return replace(FAMILIES[family], **{"name": name, **parts})


def _part(file: Path, part: str, value: Any) -> Any:
    if part not in {field.name for field in fields(Theme)}:
        raise ThemeFileError(f"{file} names {part}, which is no part of a theme")
    if value is False and _KINDS[part] == str | None:
        return None
    if part == "additional_address_cells" and isinstance(value, list):
        return tuple(_cell(file, each) for each in value)
    if (
        _KINDS[part] == tuple[str, ...]
        and isinstance(value, list)
        and all(isinstance(one, str) for one in value)
    ):
        return tuple(value)
    if _KINDS[part] in (str, str | None) and isinstance(value, str) and value:
        return value
    raise ThemeFileError(f"{file}: {part} must be {_wanted(part)}")


def _cell(file: Path, value: Any) -> Cell:
    try:
        return Cell(**value)
    except TypeError:
        raise ThemeFileError(f"{file}: a cell has name, selector and text, each a text") from None


def _wanted(part: str) -> str:
    if _KINDS[part] == str | None:
        return "a selector, or false where the theme does without"
    return "a selector" if _KINDS[part] is str else "a list of selectors"
