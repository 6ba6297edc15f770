"""Gives pytest's JUnit file the names of the features: pipelines list its tests, and people read the lists.

pytest writes the names of Python functions; the scenario's own travel to it as properties of each test. A file that
cannot be written, as on a full disk, takes neither the verdict nor the other reports with it.
"""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from _pytest.junitxml import LogXML

from harness.core.scenario_identity import ScenarioIdentity

_FEATURE, _SCENARIO, _ID = "feature", "scenario", "id"


def name_scenario(item: pytest.Item) -> None:
    """Let the scenario's names travel with its reports."""
    if identity := ScenarioIdentity.of(item):
        names = {_FEATURE: identity.feature.name, _SCENARIO: identity.title, _ID: identity.short_id}
        item.user_properties += [(name, value) for name, value in names.items() if value]


class JUnitFile:
    """The file of a run, which pytest writes; without --junitxml, and in a worker, there is none."""

    def __init__(self, config: pytest.Config) -> None:
        """Step between pytest and its writer."""
        manager = config.pluginmanager
        self.problems: list[str] = []
        self._writer = next((each for each in manager.get_plugins() if isinstance(each, LogXML)), None)
        if self._writer:
            manager.unregister(self._writer)
            self._write = self._writer.pytest_sessionfinish
            self._say_where = self._writer.pytest_terminal_summary
            self._writer.pytest_sessionfinish = self._finish  # type: ignore[method-assign]
            self._writer.pytest_terminal_summary = self._sum_up  # type: ignore[method-assign]
            manager.register(self._writer)

    def rename_tests(self) -> None:
        """Rename the tests once the file is written."""
        if self._writer and not self.problems:
            path = Path(self._writer.logfile)
            self._attempt(lambda: _rename(path))

    def _finish(self) -> None:
        self._attempt(self._write)

    def _sum_up(self, terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
        if not self.problems:
            self._say_where(terminalreporter, config)

    def _attempt(self, write: Callable[[], None]) -> None:
        """Let a write fail: half a file is none, and the sentence about it says why."""
        try:
            write()
        except OSError as error:
            path = Path(self._writer.logfile) if self._writer else Path()
            path.unlink(missing_ok=True)
            self.problems.append(
                f"There is no JUnit file: {path} could not be written ({error.strerror or error})."
            )


def _rename(path: Path) -> None:
    tree = ElementTree.parse(path)  # noqa: S314  the file is pytest's own
    for test in tree.iter("testcase"):
        known = {each.get("name"): each.get("value") or "" for each in test.iter("property")}
        if _SCENARIO in known:
            test.set("classname", known[_FEATURE])
            test.set("name", f"{known[_ID]}: {known[_SCENARIO]}" if _ID in known else known[_SCENARIO])
    tree.write(path, encoding="utf-8", xml_declaration=True)
