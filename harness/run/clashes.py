"""What keeps a shop's own features and steps from standing beside ours: each a sentence that names both places.

pytest-bdd loses one of two equal titles in a feature, and of two definitions that fit a step it takes either, both
without a word.
"""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from harness.core.gherkin import (
    ScenarioTemplate,
    Step,
    StepFunctionContext,
    features_in,
    step_definitions,
    titles_in,
)
from harness.core.scenario_identity import short_id
from harness.run.options import FEATURES, tags_in

_NEED = "needs-"


def problems_of(own: Sequence[Path], package: str, needs: Collection[str]) -> list[str]:
    """List what is wrong with a shop's own features (files) and with the definitions of its steps (a package).

    `needs` are the tags @needs-... that somebody looks for.
    """
    if unreadable := list(_unreadable(own)):
        return unreadable
    ours = sorted(FEATURES.rglob("*.feature"))
    scenarios = _scenarios(own)
    definitions = step_definitions()
    theirs = [one for one in definitions if one.step_func.__module__.startswith(f"{package}.")]
    return [
        *_shared("the title", _titles([*ours, *own])),
        *_shared("the id", _ids([*_scenarios(ours), *scenarios])),
        *_shared("the sentence", _sentences(definitions, theirs)),
        *_said_by_two(_steps([*_scenarios(ours), *scenarios]), definitions, theirs),
        *_said_by_nobody(_steps(scenarios), definitions),
        *_unknown_needs(own, needs),
    ]


def _unreadable(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        try:
            features_in(file)
            titles_in(file)
        except Exception as error:
            yield f"{_place(file)} cannot be read: {' '.join(str(error).split()) or type(error).__name__}"


def _shared(what: str, places: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name, where in places.items():
        if len(where) > 1:
            yield f"{what} {name!r} stands in {' and in '.join(where)}"


def _titles(files: Iterable[Path]) -> Mapping[str, Sequence[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for file in files:
        for title in titles_in(file):
            places[title].append(_place(file))
    return places


def _ids(scenarios: Iterable[ScenarioTemplate]) -> Mapping[str, Sequence[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for scenario in scenarios:
        if tag := short_id(scenario, {}):
            places[tag].append(f"{_place(Path(scenario.feature.filename))}:{scenario.line_number}")
    return places


def _sentences(
    definitions: Iterable[StepFunctionContext], theirs: Sequence[StepFunctionContext]
) -> Mapping[str, Sequence[str]]:
    """Give where each of a shop's sentences is defined; ours are the suite's own tests' business."""
    own = {(one.type, one.parser.name) for one in theirs}
    places: dict[str, list[str]] = defaultdict(list)
    for one in definitions:
        if (one.type, one.parser.name) in own:
            places[f"{one.type or 'step'} {one.parser.name}"].append(_defined_at(one))
    return places


def _said_by_two(
    steps: Iterable[Step], definitions: Iterable[StepFunctionContext], theirs: Sequence[StepFunctionContext]
) -> Iterator[str]:
    """Name what one of a shop's definitions takes, and another as well."""
    for name, step in {f"{step.type} {step.name}": step for step in steps}.items():
        if any(_fits(one, step) for one in theirs):
            fitting = [one for one in definitions if _fits(one, step)]
            if len({one.parser.name for one in fitting}) > 1:
                yield f"the step {name!r} fits {' and '.join(map(_defined_at, fitting))}"


def _said_by_nobody(steps: Iterable[Step], definitions: Sequence[StepFunctionContext]) -> Iterator[str]:
    for name in dict.fromkeys(
        f"{step.type} {step.name}" for step in steps if not any(_fits(one, step) for one in definitions)
    ):
        yield f"nobody defines the step {name!r}"


def _unknown_needs(files: Iterable[Path], needs: Collection[str]) -> Iterator[str]:
    for tag in sorted(tag for tag in tags_in(files) if tag.startswith(_NEED) and tag not in needs):
        yield f"the tag @{tag} is none of the needs in harness/preflight/needs.py"


def _scenarios(files: Iterable[Path]) -> list[ScenarioTemplate]:
    features = [feature for file in files for feature in features_in(file)]
    return [scenario for feature in features for scenario in feature.scenarios.values()]


def _steps(scenarios: Iterable[ScenarioTemplate]) -> Iterator[Step]:
    """Give every step with the values of its example row filled in."""
    for scenario in scenarios:
        for row in [row for table in scenario.examples for row in table.as_contexts()] or [{}]:
            yield from scenario.render(row).steps


def _fits(definition: StepFunctionContext, step: Step) -> bool:
    return definition.type in {None, step.type} and definition.parser.is_matching(step.name)


def _defined_at(definition: StepFunctionContext) -> str:
    code = definition.step_func.__code__
    return f"{_place(Path(code.co_filename))}:{code.co_firstlineno}"


def _place(file: Path) -> str:
    """Name a file as from where the run is called, as editors and terminals follow it."""
    return os.path.relpath(file)
