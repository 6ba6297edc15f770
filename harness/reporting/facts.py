"""Facts about a run as a whole, gathered from all its processes and written once, at its end."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from harness.secrets.scrubber import Scrubber

_FILE = "environment.properties"

_ORDER = ("Shop", "Magento", "Version", "Store view", "Storefront", "Theme", "Browser", "Suite", "Run")
"""How a reader asks; other facts follow by name."""


class Facts:
    """What one process knows; a later fact replaces an earlier one of the same name."""

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        self._values: dict[str, str] = {}

    def pytest_acceptance_noted(self, name: str, value: str) -> None:
        """Add a fact."""
        self._values[name] = self._scrubber.scrub(str(value))

    def add(self, facts: Mapping[str, str]) -> None:
        """Add facts that another process noted."""
        self._values.update(facts)

    def noted(self) -> dict[str, str]:
        """Give them in a reader's order."""
        names = sorted(
            self._values, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)
        )
        return {name: self._values[name] for name in names}

    def write(self, results: Path) -> None:
        """Write the facts where the report looks for them."""
        if facts := self.noted():
            lines = (f"{_escaped(name, ' :=')} = {_escaped(value)}\n" for name, value in facts.items())
            (results / _FILE).write_text("".join(lines), encoding="utf-8")


def read(results: Path) -> dict[str, str]:
    """Give the facts that were written."""
    path = results / _FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    pairs = (line.partition(" = ") for line in lines)
    return {_unescaped(name): _unescaped(value) for name, _, value in pairs}


def join(folders: Iterable[Path], target: Path) -> None:
    """Write the facts of several runs' results as one file; where they differ, each value is kept."""
    values: dict[str, list[str]] = {}
    files = (folder / _FILE for folder in folders)
    for line in (line for file in files if file.exists() for line in file.read_text("utf-8").splitlines()):
        name, _, value = line.partition(" = ")
        if value not in values.setdefault(name, []):
            values[name].append(value)
    lines = (f"{name} = {', '.join(each)}\n" for name, each in values.items())
    (target / _FILE).write_text("".join(lines), encoding="utf-8")


def _escaped(text: str, more: str = "") -> str:
    """Escape for a file of properties, which knows no line breaks in values."""
    text = " ".join(text.replace("\\", "\\\\").split())
    for character in more:
        text = text.replace(character, f"\\{character}")
    return text


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
