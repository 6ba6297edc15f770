"""docs/architecture.md keeps up with the tree: its floors are the packages that exist, in import-linter's order."""

import re
import tomllib
from pathlib import Path

from harness.shop.shop import PROJECT

PAGE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")


def _floors_of_the_page() -> list[set[str]]:
    """Give the packages of each floor, from the top."""
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", PAGE, re.MULTILINE)
    numbers = list(dict.fromkeys(number for number, _ in rows))
    return [
        {package for floor, names in rows if floor == number for package in re.findall(r"`(\w+)`", names)}
        for number in numbers
    ]


def _floors_of_the_contract() -> list[set[str]]:
    configuration = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    contract = next(each for each in contracts if each["type"] == "layers")
    return [set(layer.split(" | ")) for layer in contract["layers"]]


def _in_the_tree() -> set[str]:
    """Give the packages and modules of the harness."""
    there = (path for path in (PROJECT / "harness").iterdir() if not path.name.startswith("_"))
    return {path.stem for path in there if path.suffix == ".py" or (path / "__init__.py").is_file()}


def test_floors_are_those_of_the_contract() -> None:
    """In the same order, from the top."""
    assert _floors_of_the_page() == _floors_of_the_contract()


def test_packages_are_those_of_the_tree() -> None:
    """None is missing, none is invented."""
    assert set[str]().union(*_floors_of_the_page()) == _in_the_tree()


def test_picture_shows_every_package_once_at_least() -> None:
    """But the old names, which go."""
    [picture] = re.findall(r"```mermaid\n(.*?)```", PAGE, re.DOTALL)
    top, *others = _floors_of_the_page()
    shown = set(re.findall(r"\b[a-z]+\b", picture))
    assert set[str]().union(*others) - {"deprecated"} <= shown
    assert not top & shown


def test_files_named_exist() -> None:
    """Each path that the page names is there: of the harness, or of the project."""
    named = re.findall(r"`([\w/*.-]+\.(?:py|toml|md))`", PAGE)
    assert named
    missing = [name for name in named if not _found(name)]
    assert missing == []


def test_it_is_one_page() -> None:
    """Layers and why, and no list of files."""
    assert len(PAGE.splitlines()) < 100


def _found(name: str) -> list[Path]:
    return [*PROJECT.glob(name), *(PROJECT / "harness").glob(name)]
