"""What pytest-bdd knows of features, steps and their definitions: the one file with names that it does not publish.

tests/house/test_private_names.py says which these are and why, and sees that the installed version has them.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.feature import get_features
from pytest_bdd.gherkin_parser import get_gherkin_document
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry
from pytest_bdd.utils import CONFIG_STACK

__all__ = [
    "Feature",
    "Scenario",
    "ScenarioTemplate",
    "Step",
    "StepFunctionContext",
    "binding_run",
    "features_in",
    "is_scenario",
    "row_of",
    "step_definitions",
    "template_of",
    "titles_in",
    "variant_of",
]

_ROW = "_pytest_bdd_example"
"""The parameter in which the test of an outline gets its row."""


VARIANTS = {"store_view": "store view", "browser_name": "browser"}
"""The parameters that a scenario is run with several of, and what a reader calls each."""


def features_in(folder: Path) -> list[Feature]:
    """Read the features of a folder, without any run."""
    return get_features([str(folder)])


def titles_in(file: Path) -> list[str]:
    """Give the titles of a feature's scenarios as the file has them; of two equal ones pytest-bdd keeps one."""
    return list(_titles(get_gherkin_document(str(file)).feature.children))


def binding_run() -> pytest.Config:
    """Give the options of the run that binds features just now: the module that binds them is handed none."""
    return CONFIG_STACK[-1]


def step_definitions() -> list[StepFunctionContext]:
    """Give the definitions of all step modules that are loaded, and none that a run before had loaded."""
    return [one for one in list(step_function_context_registry.values()) if _is_loaded(one)]


def template_of(test: pytest.Function) -> ScenarioTemplate | None:
    """Give the scenario that a test runs, None when it is an ordinary one; rows of an outline share it."""
    return scenario_wrapper_template_registry.get(test.function)


def is_scenario(test: pytest.Item) -> bool:
    """Tell whether a test, or the definition that tests are made from, is a scenario's."""
    return isinstance(test, pytest.Function) and template_of(test) is not None


def row_of(test: pytest.Function) -> Mapping[str, str]:
    """Give the row of an outline that a test runs, empty for any other scenario."""
    row: Mapping[str, str] = _parameters(test).get(_ROW, {})
    return row


def _titles(children: Sequence[Any]) -> Iterator[str]:
    for child in children:
        if child.scenario:
            yield child.scenario.name
        elif child.rule:
            yield from _titles(child.rule.children)


def _is_loaded(definition: StepFunctionContext) -> bool:
    function = definition.step_func
    module = sys.modules.get(function.__module__)
    return module is not None and getattr(function, "__globals__", None) is vars(module)


def variant_of(test: pytest.Function) -> Mapping[str, str]:
    """Give which of several store views and browsers a test has, by a reader's names; empty where there is one."""
    parameters = _parameters(test)
    return {name: str(parameters[key]) for key, name in VARIANTS.items() if key in parameters}


def _parameters(test: pytest.Function) -> Mapping[str, Any]:
    callspec = getattr(test, "callspec", None)
    return callspec.params if callspec else {}
