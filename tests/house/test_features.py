"""What keeps the features whole: no scenario lost, no sentence unused, rules of wording kept."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from harness.core.gherkin import Feature, ScenarioTemplate, Step, StepFunctionContext, features_in
from harness.preflight.needs import NEEDS
from tests.listing import collect_features

PROJECT = Path(__file__).resolve().parents[2]
MOST_STEPS = 9
TITLE = re.compile(r"\s*(Scenario|Scenario Outline|Example):")


def _features() -> list[Feature]:
    return features_in(PROJECT / "features")


def _scenarios() -> list[ScenarioTemplate]:
    return [scenario for feature in _features() for scenario in feature.scenarios.values()]


def _steps() -> list[Step]:
    """Give every step with the values of its example row filled in."""
    return [
        step
        for scenario in _scenarios()
        for row in [row for table in scenario.examples for row in table.as_contexts()] or [{}]
        for step in scenario.render(row).steps
    ]


def _sentences() -> list[StepFunctionContext]:
    """Give every step definition; pytest-bdd keeps each in a fixture of its module."""
    modules = [import_module(f"steps.{path.stem}") for path in sorted((PROJECT / "steps").glob("*_steps.py"))]
    fixtures = (value for module in modules for name, value in vars(module).items() if "stepdef" in name)
    return [fixture.__wrapped__() for fixture in fixtures]


def test_no_two_scenarios_share_a_title() -> None:
    """pytest-bdd loses one of two without a word, so the titles are counted in the files themselves."""
    lines = [
        line.strip()
        for path in (PROJECT / "features").rglob("*.feature")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    titles = [line.split(":", 1)[1].strip() for line in lines if line.startswith(("Scenario", "Example:"))]
    assert [title for title, times in Counter(titles).items() if times > 1] == []
    assert len(titles) == len(_scenarios())


def test_every_scenario_has_an_id_of_its_own() -> None:
    """The first tag of every scenario is its file's name and a number that no other scenario has."""
    first_tags: list[str] = []
    for path in sorted((PROJECT / "features").rglob("*.feature")):
        lines = path.read_text(encoding="utf-8").splitlines()
        heads = [lines[at - 1].split() for at, line in enumerate(lines) if TITLE.match(line)]
        shape = re.compile(rf"@{re.escape(path.stem)}-\d\d+")
        assert [tags for tags in heads if len(list(filter(shape.fullmatch, tags))) != 1] == [], path
        assert [tags[0] for tags in heads if not shape.fullmatch(tags[0])] == [], path
        first_tags += [tags[0] for tags in heads]
    assert len(set(first_tags)) == len(first_tags) == len(_scenarios())


def test_every_scenario_is_collected() -> None:
    """One binding collects all features; outlines count once for each row."""
    collected = collect_features().tests
    rows = sum(sum(len(table.examples) for table in scenario.examples) or 1 for scenario in _scenarios())
    assert len(collected) == rows


def test_no_step_definition_is_unused() -> None:
    """A sentence that no feature says is dead code."""
    used = _steps()
    sentences = _sentences()
    assert sentences
    idle = [
        f"{sentence.type} {sentence.parser.name}"
        for sentence in sentences
        if not any(step.type == sentence.type and sentence.parser.is_matching(step.name) for step in used)
    ]
    assert idle == []


def test_scenario_has_one_when_and_few_steps(subtests: pytest.Subtests) -> None:
    """One behaviour, one When; the tutorial's own scenario, reported as a whole, is the exception."""
    for scenario in _scenarios():
        with subtests.test(scenario=scenario.name):
            whens = sum(step.keyword.strip() == "When" for step in scenario.steps)
            assert "smoke" in scenario.tags or (whens == 1 and len(scenario.steps) <= MOST_STEPS)


def test_every_need_is_looked_for() -> None:
    """A tag @needs-... that nobody looks for would skip nothing, and one that no scenario has is dead code."""
    scenarios = _scenarios()
    tags = {tag for scenario in scenarios for tag in scenario.tags}
    tags |= {tag for scenario in scenarios for table in scenario.examples for tag in table.tags}
    assert {tag for tag in tags if tag.startswith("needs-")} == set(NEEDS)
