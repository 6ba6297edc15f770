"""Facts about a run as a whole, gathered from all its processes and written once, at its end."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from harness.secrets.scrubber import Scrubber

_FILE = "environment.properties"

_ORDER = ("Shop", "Magento", "Version", "Store view", "Storefront", "Theme", "Browser", "Suite", "Run")
"""How a reader asks; other facts follow by name."""


class Facts:
    """What one process knows; a later fact replaces an earlier one of the same name, unless it is one of a list."""

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        self._values: dict[str, str] = {}
        self._lists: dict[str, dict[str, None]] = {}

    def pytest_acceptance_noted(self, name: str, value: str) -> None:
        """Add a fact."""
        self._values[name] = self._scrubber.scrub(str(value))

    def pytest_acceptance_listed(self, name: str, value: str) -> None:
        """Add one of several facts of the same name."""
        self._lists.setdefault(name, {})[self._scrubber.scrub(value)] = None

    def handed_over(self) -> dict[str, Any]:
        """Give the facts as plain values, for the process that writes them."""
        return {"values": self._values, "lists": {name: list(values) for name, values in self._lists.items()}}

    def add(self, facts: Mapping[str, Any]) -> None:
        """Add facts that another process handed over; a process that crashed hands over nothing."""
        self._values.update(facts.get("values", {}))
        for name, values in facts.get("lists", {}).items():
            self._lists.setdefault(name, {}).update(dict.fromkeys(values))

    def noted(self) -> dict[str, str]:
        """Give them in a reader's order."""
        values = {**self._values, **{name: ", ".join(sorted(each)) for name, each in self._lists.items()}}
        names = sorted(values, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
        return {name: values[name] for name in names}

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
