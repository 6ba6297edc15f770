"""A scenario at a person's pace: each Gherkin step is shown, and waits until somebody lets it go on."""

from collections.abc import Generator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from harness.core.gherkin import Step
from harness.core.scenario_identity import ScenarioIdentity
from harness.interactive.open_browser import let_live, pages_of
from harness.interactive.step_overlay import StepOverlay
from harness.interactive.terminal import Terminal
from harness.run.scenario import scenario_of
from harness.secrets.scrubber import Scrubber

KEYS = "Enter or n: next step   c: run through   i: Playwright's inspector   q: stop and clean up"

_NOT_YET = "No browser is open yet; the inspector shows a page."
_HEADLESS = "The inspector needs a visible browser: run with --headed."


class StepByStep:
    """Stands between the steps of one run; pytest calls its hooks."""

    def __init__(self, terminal: Terminal, scrubber: Scrubber, *, headed: bool) -> None:
        self._terminal = terminal
        self._scrubber = scrubber
        self._headed = headed
        self._overlay = StepOverlay()
        self._asks = True

    def pytest_acceptance_context_opened(self, context: BrowserContext) -> None:
        """Let the overlay into every browser context that the scenario opens."""
        self._overlay.follow(context)

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        """Name the scenario and the keys; running through ended with the one before."""
        self._asks = True
        self._terminal.show(f"\n\n{ScenarioIdentity.of(request.node)}\n{KEYS}\n")

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Step) -> Generator[None]:
        """Show the step, in the browser too, and wait before anybody else begins it."""
        self._overlay.show(step.keyword.strip(), step.name)
        self._terminal.show(f"  {step.keyword.strip()} {step.name}")
        for row in step.datatable.raw() if step.datatable else ():
            self._terminal.show(f"    | {' | '.join(map(str, row))} |")
        contexts = scenario_of(request.node).contexts
        while self._asks and self._wait(contexts):
            pass
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_after_step(self) -> Generator[None, None, Any]:
        """Keep the overlay out of the pictures that are evidence."""
        with self._overlay.away():
            return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_step_error(self, exception: Exception) -> Generator[None, None, Any]:
        """Do the same, and say that the step failed."""
        reason, _, _ = self._scrubber.scrub(str(exception)).partition("\n")
        self._terminal.show(f"  failed: {reason}")
        with self._overlay.away():
            return (yield)

    def _wait(self, contexts: list[BrowserContext]) -> bool:
        """Carry out one answer and tell whether the same step has to ask again."""
        answer = self._terminal.ask("  > ", lambda: let_live(contexts))
        if answer == "q":
            pytest.exit("Stopped by hand.")
        if answer == "c":
            self._asks = False
        elif answer == "i":
            self._inspect(pages_of(contexts))
        elif answer not in {"", "n"}:
            self._terminal.show(f"  {KEYS}")
        return answer not in {"", "n", "c"}

    def _inspect(self, pages: list[Page]) -> None:
        if pages and self._headed:
            pages[-1].pause()
        else:
            self._terminal.show(f"  {_NOT_YET if self._headed else _HEADLESS}")
