"""A plugin that runs the smoke scenario once for each of its Thens, without it."""

import pytest

from harness.core.gherkin import Scenario, features_in, template_of
from harness.shop.shop import PROJECT

SMOKE = next(
    scenario
    for feature in features_in(PROJECT / "features")
    for scenario in feature.scenarios.values()
    if "smoke" in scenario.tags
)
THENS = tuple(step.name for step in SMOKE.steps if step.type == "then")


@pytest.fixture
def left_out(request: pytest.FixtureRequest) -> str:
    """Give the sentence that this run of the scenario lacks."""
    return str(request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test for each Then of the scenario."""
    template = template_of(metafunc.definition)
    if template and template.name == SMOKE.name:
        metafunc.fixturenames.append("left_out")
        metafunc.parametrize("left_out", THENS, indirect=True)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_before_scenario(request: pytest.FixtureRequest, scenario: Scenario) -> None:
    """Take the sentence away before anybody sees the scenario."""
    left_out = request.getfixturevalue("left_out")
    scenario.steps[:] = [step for step in scenario.steps if step.name != left_out]
