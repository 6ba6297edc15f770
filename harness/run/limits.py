"""Ends a scenario, and a run, that takes longer than the shop's settings allow.

Nothing is cut off in the middle: a scenario's time is looked at before each step and a run's after each
scenario, and every wait within a step has a limit of its own. So a scenario is late by one step at most, a run by
one scenario, and the customers are deleted in any case. A person who runs by hand takes the time that she needs.
"""

import time
from collections.abc import Generator

import pytest

from harness.run.run import Run
from harness.run.scenario import scenario_of


class TimeLimits:
    """Watches the time of one run; pytest calls its hooks."""

    def __init__(self, run: Run) -> None:
        self._shop = run.shop
        self._started = time.monotonic()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Generator[None, bool, bool]:
        """Stop the run before the next scenario where its time is over."""
        handled = yield
        limit = self._shop.run_time_limit
        if limit and nextitem and _since(self._started) > limit:
            variable = self._shop.variable("run_time_limit")
            item.session.shouldstop = f"the run has taken longer than {limit:g} s ({variable})"
        return handled

    def pytest_bdd_before_step_call(self, request: pytest.FixtureRequest) -> None:
        """Fail the step that would begin after the scenario's time."""
        limit = self._shop.scenario_time_limit
        if limit and _since(scenario_of(request.node).started) > limit:
            variable = self._shop.variable("scenario_time_limit")
            pytest.fail(
                f"The scenario has taken longer than {limit:g} s ({variable}) before this step.",
                pytrace=False,
            )


def _since(moment: float) -> float:
    return time.monotonic() - moment
