"""A plugin for a round: it slows the browser of one worker down, and notes how long the run waits for what.

The variable SOAK_NOTES names the folder for the notes.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from harness.core.scenario_identity import ScenarioIdentity
from harness.run.scenario import scenario_of
from tools.soak.waits import Waits

NOTES = "SOAK_NOTES"
SLOW_WORKER = "gw1"
SLOWED = "slowed-pages"
_RATE = 4


class Soak:
    """One process of a round; pytest and the suite call its hooks."""

    def __init__(self, worker: str, notes: Path) -> None:
        self._worker = worker
        self._notes = notes
        self._item: pytest.Item | None = None
        self._slowed = 0
        self._waits = Waits(self._where)
        self._waits.watch()

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """See which scenario it is."""
        self._item = item

    def pytest_acceptance_exchanged(self, response: Any) -> None:
        """Note how long REST took."""
        path = response.request.path_url.partition("?")[0]
        self._waits.note(response.elapsed.total_seconds(), f"REST: {response.request.method} {path}")

    def pytest_acceptance_context_opened(self, context: BrowserContext) -> None:
        """Give this worker's browser a quarter of the processor."""
        if self._worker == SLOW_WORKER:
            context.on("page", self._slow_down)

    def pytest_unconfigure(self) -> None:
        """Write the notes."""
        self._waits.unwatch()
        self._waits.write(self._notes / f"waits-{self._worker}.json")
        if self._slowed:
            (self._notes / SLOWED).write_text(str(self._slowed), encoding="utf-8")

    def _slow_down(self, page: Page) -> None:
        devtools = page.context.new_cdp_session(page)
        devtools.send("Emulation.setCPUThrottlingRate", {"rate": _RATE})
        self._slowed += 1

    def _where(self) -> tuple[str, str]:
        if self._item is None:
            return "", ""
        identity = ScenarioIdentity.of(self._item)
        return (identity.short_id if identity else ""), scenario_of(self._item).sentence


def pytest_configure(config: pytest.Config) -> None:
    """Look in the processes that run scenarios: the workers."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        config.pluginmanager.register(Soak(worker, Path(os.environ[NOTES])))
