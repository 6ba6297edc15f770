"""Ends a scenario, and a run, that takes longer than the shop's settings allow.

Nothing is cut off in the middle: a scenario's time is looked at before each step and a run's after each
scenario, and every wait within a step has a limit of its own. So a scenario is late by one step at most, a run by
one scenario, and the customers are deleted in any case. A person who runs by hand takes the time that she needs.
"""

import time
from collections.abc import Generator

import pytest

from harness.interactive.options import is_by_hand
from harness.shop.shop import shop_key

_started_key = pytest.StashKey[float]()


def pytest_configure(config: pytest.Config) -> None:
    """Note when the run began."""
    config.stash[_started_key] = time.monotonic()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, bool, bool]:
    """Note when the scenario began, and stop the run before the next one where its time is over."""
    item.stash[_started_key] = time.monotonic()
    handled = yield
    limit = _of(item, "run_time_limit")
    if limit and nextitem and _since(item.config.stash[_started_key]) > limit:
        item.session.shouldstop = (
            f"the run has taken longer than {limit:g} s ({_variable(item, 'run_time_limit')})"
        )
    return handled


def pytest_bdd_before_step_call(request: pytest.FixtureRequest) -> None:
    """Fail the step that would begin after the scenario's time."""
    item: pytest.Item = request.node
    limit = _of(item, "scenario_time_limit")
    if limit and _since(item.stash[_started_key]) > limit:
        pytest.fail(
            f"The scenario has taken longer than {limit:g} s ({_variable(item, 'scenario_time_limit')}) before "
            "this step.",
            pytrace=False,
        )


def _of(item: pytest.Item, limit: str) -> float | None:
    shop = item.config.stash.get(shop_key, None)
    return getattr(shop, limit) if shop and not is_by_hand(item.config) else None


def _variable(item: pytest.Item, limit: str) -> str:
    return item.config.stash[shop_key].variable(limit)


def _since(moment: float) -> float:
    return time.monotonic() - moment
