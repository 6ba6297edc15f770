"""What pytest-bdd knows of features, steps and their definitions: the one file with names that it does not publish.

tests/house/test_private_names.py says which these are and why, and sees that the installed version has them.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.feature import get_features
from pytest_bdd.parser import Feature, Scenario, ScenarioTemplate, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

__all__ = [
    "Feature",
    "Scenario",
    "ScenarioTemplate",
    "Step",
    "StepFunctionContext",
    "features_in",
    "is_scenario",
    "row_of",
    "step_definitions",
    "template_of",
    "variant_of",
]

_ROW = "_pytest_bdd_example"
"""The parameter in which the test of an outline gets its row."""


VARIANTS = {"store_view": "store view", "browser_name": "browser"}
"""The parameters that a scenario is run with several of, and what a reader calls each."""


def features_in(folder: Path) -> list[Feature]:
    """Read the features of a folder, without any run."""
    return get_features([str(folder)])


def step_definitions() -> list[StepFunctionContext]:
    """Give the definitions of all step modules that are loaded."""
    return list(step_function_context_registry.values())


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


def variant_of(test: pytest.Function) -> Mapping[str, str]:
    """Give which of several store views and browsers a test has, by a reader's names; empty where there is one."""
    parameters = _parameters(test)
    return {name: str(parameters[key]) for key, name in VARIANTS.items() if key in parameters}


def _parameters(test: pytest.Function) -> Mapping[str, Any]:
    callspec = getattr(test, "callspec", None)
    return callspec.params if callspec else {}
