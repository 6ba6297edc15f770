"""Has a scenario's failures judged: looks for what was seen, has the shop asked again where need be, and says why."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

import pytest

from harness.core.causes import Judgement
from harness.core.events import Events
from harness.customers.confirmation import awaits_confirmation
from harness.preflight.findings import finding
from harness.run.run import Run
from harness.run.scenario import scenario_of
from harness.secrets.scrubber import Scrubber
from harness.shop.connection import connect
from harness.verdict.asking import ShopAsker
from harness.verdict.judge import Asked, EnvironmentFailure, FailureJudge
from harness.verdict.signs import Kind, Sign
from harness.verdict.watch import OutageWatch

TITLE = "The suite looked whose fault this is: it asked the shop again"

_PROVEN = {Kind.LIMITED: "too-many-requests", Kind.KEPT_OUT: "kept-out", Kind.ROBOT_TEST: "rest-recaptcha"}


class Look(Protocol):
    """Shows what is asked meanwhile under a title of its own."""

    def own_look(self, title: str) -> AbstractContextManager[None]:
        """Open the title."""


class Failures:
    """The failures of one process; `run` is set once there is one."""

    def __init__(self, events: Events, scrubber: Scrubber, report: Look | None) -> None:
        self.run: Run | None = None
        self.watch = OutageWatch()
        self._judge = FailureJudge()
        self._events = events
        self._scrubber = scrubber
        self._report = report
        self._askers: dict[str, ShopAsker] = {}

    def judge(self, failure: BaseException, item: pytest.Item, phase: str) -> Judgement:
        """Judge an exception of a scenario; `phase` is "setup", "call" or "teardown"."""
        return self._judge.judge(
            failure,
            self.watch.sign_for(failure, item),
            self._environment_failure(),
            ask=lambda sign: self._asked(sign, item, phase),
            awaits_confirmation=lambda: self._awaits_confirmation(failure, item),
        )

    def _asked(self, sign: Sign, item: pytest.Item, phase: str) -> Asked:
        if self.run is None:
            return Asked(None, beside=False)
        scenario = scenario_of(item)
        can_clean_up = phase != "teardown" and scenario.customers is not None
        fresh = scenario.customers.fresh_credentials if can_clean_up and scenario.customers else None
        with self._report.own_look(TITLE) if self._report else nullcontext():
            creation = self.watch.creation
            asked = self._asker(self.run.at_store_view_of(item)).ask(sign, creation, fresh, scenario.contexts)
            self._events.attach_text("What was asked, and what came", "\n".join(asked.lines) + "\n")
        return asked

    def _asker(self, run: Run) -> ShopAsker:
        """Give who asks at the store view of this run."""
        if run.store_view not in self._askers:
            magento = connect(run.shop, run.id)
            self._askers[run.store_view] = ShopAsker(run, magento, self._events.exchanged)
        return self._askers[run.store_view]

    def _awaits_confirmation(self, failure: BaseException, item: pytest.Item) -> bool:
        scenario = scenario_of(item)
        if self.run is None or scenario.customers is None or not _is_about_signing_in(item, failure):
            return False
        return awaits_confirmation(self.run.at_store_view_of(item), scenario.customers, self._scrubber)

    def _environment_failure(self) -> EnvironmentFailure:
        shop = self.run.shop if self.run else None

        def text(name: str) -> Callable[[], str]:
            return lambda: finding(name, shop).text_with_place

        return EnvironmentFailure(
            went_away=text("went-away"),
            blinked=text("blinked"),
            proven=lambda kind: finding(_PROVEN[kind], shop).text_with_place,
            awaits_confirmation=text("confirmation"),
        )


def _is_about_signing_in(item: pytest.Item, failure: BaseException) -> bool:
    """Tell whether the customer tried to get in: by a token, or in the browser, whose pages are closed to others."""
    return "integration/customer/token" in str(failure) or item.get_closest_marker("browser") is not None
