"""What pytest-bdd knows of features, steps and their definitions: the one file with names that it does not publish.

tests/house/test_private_names.py says which these are and why, and sees that the installed version has them.
"""

from collections.abc import Mapping
from pathlib import Path

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
    "row_of",
    "step_definitions",
    "template_of",
]

_ROW = "_pytest_bdd_example"
"""The parameter in which the test of an outline gets its row."""


def features_in(folder: Path) -> list[Feature]:
    """Read the features of a folder, without any run."""
    return get_features([str(folder)])


def step_definitions() -> list[StepFunctionContext]:
    """Give the definitions of all step modules that are loaded."""
    return list(step_function_context_registry.values())


def template_of(test: pytest.Function) -> ScenarioTemplate | None:
    """Give the scenario that a test runs, None when it is an ordinary one; rows of an outline share it."""
    return scenario_wrapper_template_registry.get(test.function)


def row_of(test: pytest.Function) -> Mapping[str, str]:
    """Give the row of an outline that a test runs, empty for any other scenario."""
    callspec = getattr(test, "callspec", None)
    row: Mapping[str, str] = callspec.params.get(_ROW, {}) if callspec else {}
    return row
