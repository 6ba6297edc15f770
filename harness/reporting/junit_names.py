"""Gives pytest's JUnit file the names of the features: pipelines list its tests, and people read the lists.

pytest writes the names of Python functions; the scenario's own travel to it as properties of each test.
"""

from collections.abc import Generator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from harness.core.scenario_identity import ScenarioIdentity

_FEATURE, _SCENARIO, _ID = "feature", "scenario", "id"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let the scenario's names travel with its reports."""
    if identity := ScenarioIdentity.of(item):
        names = {_FEATURE: identity.feature.name, _SCENARIO: identity.title, _ID: identity.short_id}
        item.user_properties += [(name, value) for name, value in names.items() if value]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Rename the tests once the file is written; workers of a parallel run write none."""
    yield
    path = session.config.getoption("xmlpath", None)
    if path and not hasattr(session.config, "workerinput") and Path(path).exists():
        _rename(Path(path))


def _rename(path: Path) -> None:
    tree = ElementTree.parse(path)  # noqa: S314  the file is pytest's own
    for test in tree.iter("testcase"):
        told = {each.get("name"): each.get("value") or "" for each in test.iter("property")}
        if _SCENARIO in told:
            test.set("classname", told[_FEATURE])
            test.set("name", f"{told[_ID]}: {told[_SCENARIO]}" if _ID in told else told[_SCENARIO])
    tree.write(path, encoding="utf-8", xml_declaration=True)
