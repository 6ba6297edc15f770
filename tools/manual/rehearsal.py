"""Goes through a scenario without carrying it out, and notes for each step what it would send and open.

This is the one place that leans on how pytest-bdd finds and prepares a step. A step whose rehearsal ends early,
because it waits for a browser or reads a made-up answer, has noted what it did until then.
"""

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import pytest
import requests
from pytest_bdd.compat import inject_fixture
from pytest_bdd.parser import Step
from pytest_bdd.scenario import get_step_function, parse_step_arguments
from pytest_bdd.utils import get_required_args

from harness.core.scenario_identity import ScenarioIdentity
from tools.manual.notebook import Notebook


@dataclass(frozen=True)
class RehearsedStep:
    """A step, what it does in its definition's own words, its arguments, what it would send and open."""

    step: Step
    summary: str
    arguments: Mapping[str, object]
    sent: list[requests.PreparedRequest]
    opened: list[str]


def rehearse(
    identity: ScenarioIdentity, request: pytest.FixtureRequest, notebook: Notebook, opened: list[str]
) -> list[RehearsedStep]:
    """Rehearse the scenario's steps one after the other; `opened` is where its browser notes addresses."""
    with notebook.scenario():
        return [_rehearsed(step, request, notebook, opened) for step in identity.scenario.steps]


def _rehearsed(
    step: Step, request: pytest.FixtureRequest, notebook: Notebook, opened: list[str]
) -> RehearsedStep:
    """Carry the step out as far as it comes, and pass on what it gives."""
    definition = get_step_function(request=request, step=step)
    assert definition, f"no sentence is defined for: {step.name}"
    arguments = parse_step_arguments(step=step, context=definition)
    rehearsed = RehearsedStep(step, inspect.getdoc(definition.step_func) or "", arguments, [], [])
    table = {"datatable": step.datatable.raw()} if step.datatable else {}
    with suppress(Exception, pytest.fail.Exception):
        result = _carried_out(definition.step_func, {**table, **arguments}, request, notebook, rehearsed.sent)
        if definition.target_fixture:
            inject_fixture(request, definition.target_fixture, result)
    rehearsed.opened.extend(opened)
    opened.clear()
    return rehearsed


def _carried_out(
    step_function: Callable[..., object],
    arguments: Mapping[str, object],
    request: pytest.FixtureRequest,
    notebook: Notebook,
    sent: list[requests.PreparedRequest],
) -> object:
    names = get_required_args(step_function)
    given = {name: arguments[name] if name in arguments else request.getfixturevalue(name) for name in names}
    with notebook.notes(sent):
        return step_function(**given)
