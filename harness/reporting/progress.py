"""Says how far a run is: the feature, how many scenarios are done of all, how many failed, what remains at this pace.

At a terminal it is one line that is written anew after each scenario, in place of pytest's dots. In a pipeline (the
variable CI) it is a line a feature, once all its scenarios are done. Elsewhere, and with -q or -v, there is none.
"""

import os
import shutil
import time
from collections import Counter
from collections.abc import Generator
from typing import Any

import pytest

from harness.core.scenario_identity import ScenarioIdentity

_MINUTE = 60


class Progress:
    """Counts the scenarios of one run; pytest calls its hooks. A worker's reports carry what the controller needs."""

    def __init__(self, config: pytest.Config, *, by_hand: bool) -> None:
        self._config = config
        self._is_shown = not by_hand and config.get_verbosity() == 0 and not hasattr(config, "workerinput")
        self._started = time.monotonic()
        self._done: Counter[str] = Counter()
        self._failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Write into the report to which feature it belongs, and how many scenarios that has and the run."""
        report = yield
        if identity := ScenarioIdentity.of(item):
            features = Counter(map(_feature_of, item.session.items))
            name = identity.template.feature.name
            report.progress = [name, features[name], features.total()]  # type: ignore[attr-defined]  # travels home
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_report_teststatus(self, report: Any) -> Generator[None, Any, Any]:
        """Leave out the dots where a line takes their place; the counts stay."""
        status = yield
        return (status[0], "", status[2]) if self._is_line(report) else status

    @pytest.hookimpl(trylast=True)  # when the terminal has written what it writes
    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a scenario once it is torn down, and say how far the run is."""
        counts = getattr(report, "progress", None)
        if counts is None:
            return
        if report.failed:
            self._failed.add(report.nodeid)
        if report.when != "teardown" or not self._is_shown:
            return
        feature, of_feature, of_all = counts
        self._done[feature] += 1
        if self._is_line(report):
            width = shutil.get_terminal_size().columns - 1  # a longer line could not be written anew
            self._terminal.rewrite(f"{self._sentence(of_all)}. {feature}"[:width], erase=True)
        elif os.environ.get("CI") and self._done[feature] == of_feature:
            self._terminal.ensure_newline()
            self._terminal.write_line(f"{feature}: {of_feature} done. In all {self._sentence(of_all)}")

    @property
    def _terminal(self) -> Any:
        return self._config.pluginmanager.get_plugin("terminalreporter")

    def _is_line(self, report: Any) -> bool:
        is_a_scenarios = getattr(report, "progress", None) is not None
        return is_a_scenarios and self._is_shown and self._terminal.isatty and not os.environ.get("CI")

    def _sentence(self, of_all: int) -> str:
        done = self._done.total()
        remaining = (time.monotonic() - self._started) / done * (of_all - done)
        left = f", {duration(remaining)} left" if done < of_all else ""
        return f"{done} of {of_all}, {len(self._failed)} failed{left}"


def duration(seconds: float) -> str:
    """Give a length of time as people say it: "about 40 s", "about 4 min"."""
    if seconds < _MINUTE:
        return f"about {max(1, round(seconds))} s"
    return f"about {round(seconds / _MINUTE)} min"


def _feature_of(item: pytest.Item) -> str:
    identity = ScenarioIdentity.of(item)
    return identity.template.feature.name if identity else ""
