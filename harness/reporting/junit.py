"""Gives pytest's JUnit file the names of the features: pipelines list its tests, and people read the lists.

pytest writes the names of Python functions; the scenario's own travel to it as properties of each test.
"""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from harness.core.scenario_identity import ScenarioIdentity

_FEATURE, _SCENARIO, _ID = "feature", "scenario", "id"


def name_scenario(item: pytest.Item) -> None:
    """Let the scenario's names travel with its reports."""
    if identity := ScenarioIdentity.of(item):
        names = {_FEATURE: identity.feature.name, _SCENARIO: identity.title, _ID: identity.short_id}
        item.user_properties += [(name, value) for name, value in names.items() if value]


def rename_tests(config: pytest.Config) -> None:
    """Rename the tests once the file is written; workers of a parallel run write none."""
    path = config.getoption("xmlpath", None)
    if path and not hasattr(config, "workerinput") and Path(path).exists():
        _rename(Path(path))


def _rename(path: Path) -> None:
    tree = ElementTree.parse(path)  # noqa: S314  the file is pytest's own
    for test in tree.iter("testcase"):
        known = {each.get("name"): each.get("value") or "" for each in test.iter("property")}
        if _SCENARIO in known:
            test.set("classname", known[_FEATURE])
            test.set("name", f"{known[_ID]}: {known[_SCENARIO]}" if _ID in known else known[_SCENARIO])
    tree.write(path, encoding="utf-8", xml_declaration=True)
