"""What the browser saw, for the report: a picture after each Then, and everything there is when a step fails.

Taking evidence never fails a scenario: what is gone leaves a note in its place.
"""

from collections.abc import Callable, Generator, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Frame, Page
from playwright.sync_api import TimeoutError as WaitRanOut

from harness.browser import wait_messages
from harness.browser.asserted_elements import AssertedElements
from harness.browser.page_snapshot import PageSnapshot
from harness.browser.recorder import Recorder
from harness.core.events import Events
from harness.core.failure_message import without_page_map
from harness.core.gherkin import Step
from harness.run.scenario import scenario_of


class BrowserEvidence:
    """Takes the evidence of one run; pytest calls its hooks."""

    def __init__(self, events: Events, recorder: Recorder) -> None:
        self._events = events
        self._recorder = recorder
        self._asserted = AssertedElements()
        self._opened: list[str] = []

    def pytest_configure(self) -> None:
        """See what steps assert."""
        self._asserted.watch()

    def pytest_unconfigure(self) -> None:
        """Look no longer."""
        self._asserted.unwatch()

    def pytest_acceptance_context_opened(self, context: BrowserContext) -> None:
        """Note the pages that a browser opens."""

        def note(frame: Frame) -> None:
            if frame.parent_frame is None and frame.url.startswith("http"):
                self._opened.append(frame.url)

        context.on("page", lambda page: page.on("framenavigated", note))

    def pytest_bdd_before_step(self) -> None:
        """Forget what the step before has asserted and opened."""
        self._asserted.forget()
        self._opened.clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_after_step(self, request: pytest.FixtureRequest, step: Step) -> Generator[None]:
        """Show what a Then asserted, before the report closes the step."""
        self._attach_opened()
        if step.type == "then":
            for page in _pages(request.node):
                self._attempt(self._attach_picture, page)
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, exception: Exception) -> Generator[None]:
        """Say in a sentence what the browser waited for, and show all that may show the cause."""
        contexts = scenario_of(request.node).contexts
        self._recorder.hide_sessions(contexts)
        self._attach_opened()
        pages = list(_pages(request.node))
        original = str(exception)
        is_wait = isinstance(exception, WaitRanOut) or "\nCall log:" in original
        if pages and is_wait:
            self._attempt(self._explain, exception, pages)
        for page in pages:
            for attach in (
                self._attach_picture,
                self._attach_html,
                self._attach_console,
                self._attach_failed_requests,
            ):
                self._attempt(attach, page)
        if is_wait:
            self._events.attach_text("Playwright's own account", without_page_map(original))
        if contexts:
            self._attempt(self._recorder.keep_traces, request)
        yield

    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> None:
        """Keep the recording of a second play that passes: it shows what the first one lacked."""
        scenario = scenario_of(request.node)
        if scenario.is_second_play and scenario.contexts and not scenario.has_traces:
            self._attempt(self._recorder.keep_traces, request)

    def _attempt(self, take: Callable[..., None], *arguments: Any) -> None:
        try:
            take(*arguments)
        except Exception as error:
            what = take.__name__.removeprefix("_attach_").strip("_").replace("_", " ")
            self._events.attach_text(f"Missing here: {what}", str(error))

    def _attach_opened(self) -> None:
        if self._opened:
            self._events.attach("Pages opened", "\n".join(self._opened), "text/uri-list", "uri")

    def _attach_picture(self, page: Page) -> None:
        snapshot = PageSnapshot(page)
        self._events.attach(snapshot.name, snapshot.picture(self._asserted), "image/jpeg", "jpg")

    def _attach_html(self, page: Page) -> None:
        self._events.attach_text("The page's HTML", PageSnapshot(page).html)

    def _attach_console(self, page: Page) -> None:
        if lines := PageSnapshot(page).console():
            self._events.attach_text("Console", lines)

    def _attach_failed_requests(self, page: Page) -> None:
        if lines := PageSnapshot(page).failed_requests():
            self._events.attach_text("Failed requests", lines)

    def _explain(self, exception: Exception, pages: list[Page]) -> None:
        """Put a sentence in the place of Playwright's lines."""
        asserted = self._asserted.last
        page = PageSnapshot(asserted.page if asserted and asserted.page in pages else pages[-1])
        exception.args = (wait_messages.sentence(str(exception), asserted, page),)


def _pages(item: pytest.Item) -> Iterator[Page]:
    return (page for context in scenario_of(item).contexts for page in context.pages)
