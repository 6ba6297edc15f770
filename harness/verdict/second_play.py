"""Plays a failed browser scenario once more, with everything recorded.

A Playwright trace of every scenario costs a third of the browser's time, and only those of failed ones are read. So the
first play records what is cheap, and a failure is played again for the trace. The first verdict stands whatever the
second play says; that it passed is a finding of its own.
"""

import copy
import os

import pytest
from _pytest.runner import runtestprotocol

from harness.core.causes import Cause
from harness.core.events import Events
from harness.run.run import Run
from harness.run.scenario import begin_second_play, scenario_of

PASSED, SAME, OTHERWISE = "passed", "failed the same way", "failed otherwise"

_WORTH_IT = {Cause.SHOP, Cause.SUITE}
"""Causes of failures that are played again; an environment that is away has nothing to show."""

_SPENT = "The run has played {number} failed scenarios again already, which is all that {variable} allows."


class SecondPlay:
    """Plays failed scenarios of one process again; pytest calls its hook."""

    def __init__(self, run: Run, events: Events) -> None:
        self._variable = run.shop.variable("play_again")
        self._number = run.shop.play_again
        self._remaining = _share(run.shop.play_again, run.worker)
        self._events = events

    @pytest.hookimpl(tryfirst=True)  # in place of pytest's own
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
        """Run a browser scenario, and once more where it fails, before its one outcome is reported."""
        if not item.get_closest_marker("browser"):
            return None
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        if failed := [report for report in reports if report.failed]:
            self._play_again(item, nextitem, failed)
        for report in reports:
            item.ihook.pytest_runtest_logreport(report=report)
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
        return True

    def _play_again(
        self, item: pytest.Item, nextitem: pytest.Item | None, failed: list[pytest.TestReport]
    ) -> None:
        first = scenario_of(item)
        if not (first.contexts and first.judgement and first.judgement.cause in _WORTH_IT):
            return
        if self._remaining == 0:
            self._events.attach_text(
                "Why there is no trace", _SPENT.format(number=self._number, variable=self._variable)
            )
            return
        self._remaining -= 1
        twin = _copy(item)
        begin_second_play(twin)
        again = [report for report in runtestprotocol(twin, nextitem=nextitem, log=False) if report.failed]
        outcome = _outcome(failed[0], again)
        failed[0].user_properties.append(("played again", outcome))
        self._events.played_again(outcome, _message(again[0]) if outcome == OTHERWISE else "")


def _copy(item: pytest.Item) -> pytest.Item:
    """Give the same test again: what steps write, pytest-bdd registers as fixtures of the item that was run."""
    twin = copy.copy(item)
    twin.stash = pytest.Stash()
    return twin


def _outcome(first: pytest.TestReport, again: list[pytest.TestReport]) -> str:
    if not again:
        return PASSED
    return SAME if _message(first) == _message(again[0]) else OTHERWISE


def _message(report: pytest.TestReport) -> str:
    """Give the sentence that a scenario failed with."""
    crash = getattr(report.longrepr, "reprcrash", None)
    return (crash.message if crash else str(report.longrepr)).partition("\n")[0]


def _share(number: int, worker: str) -> int:
    """Give how many of a run's second plays this worker has: "gw0" is the first, "" the only one."""
    if not worker:
        return number
    workers = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    place = int(worker.removeprefix("gw")) % workers  # a worker that replaces a dead one counts on
    return number // workers + (place < number % workers)
