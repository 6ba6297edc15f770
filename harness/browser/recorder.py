"""Makes a scenario's browser contexts, and records what each does: a Playwright trace, kept where a step fails.

The second play of a failed scenario is recorded, and a run by hand; pytest-playwright's own option --tracing takes
its place.
"""

import shlex
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, Error, expect
from pytest_playwright import CreateContextCallback

from harness.browser import access
from harness.core.events import Events
from harness.core.gherkin import Step
from harness.core.scenario_identity import ScenarioIdentity
from harness.run.run import RUN
from harness.run.scenario import Scenario, scenario_of
from harness.secrets.files import FileScrubber
from harness.secrets.scrubber import SESSION_COOKIES, Scrubber
from pages import time_limits

HOW_TO_OPEN = """Download the trace beside this text, or take it from the folder of the run, and open it in any browser:

    .venv/bin/playwright show-trace --host 127.0.0.1 --port 0 {path}
"""


class Recorder:
    """Records the browsers of one run; pytest calls its hooks and fixtures."""

    def __init__(self, config: pytest.Config, events: Events, scrubber: Scrubber) -> None:
        self._config = config
        self._events = events
        self._scrubber = scrubber
        self._video = config.getoption("--video")
        self._files = FileScrubber(scrubber)
        self.problems: list[str] = []
        """Why something could not be kept, as on a full disk, in a sentence; the first reason alone."""

    @pytest.fixture
    def new_context(
        self, new_context: CreateContextCallback, request: pytest.FixtureRequest
    ) -> Iterator[CreateContextCallback]:
        """Give the suite's own time limits, a way through to the shop, and a recording to every browser context."""
        scenario = scenario_of(request.node)

        def recorded_context(**arguments: Any) -> BrowserContext:
            context = new_context(**arguments)
            _close_quietly(context)
            context.set_default_timeout(time_limits.APPEARANCE)
            context.set_default_navigation_timeout(time_limits.NAVIGATION)
            if run := request.config.stash.get(RUN, None):
                access.open_the_way(context, run.shop, request.getfixturevalue("storefront_url"))
            self._begin(context, request.node, scenario)
            return context

        expect.set_options(timeout=time_limits.APPEARANCE)
        yield cast(CreateContextCallback, recorded_context)
        expect.set_options(timeout=None)
        self.hide_sessions(scenario.contexts)

    @pytest.fixture
    def output_path(self, output_path: str) -> Iterator[str]:
        """Scrub the test's folder once pytest-playwright has filled it, in a run that is being stopped too."""
        yield output_path
        for problem in self._files.scrub_folder(Path(output_path)):
            self._note_loss(problem)

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Step) -> None:
        """Put what the browser does from now on under the step's sentence."""
        scenario = scenario_of(request.node)
        scenario.sentence = f"{step.keyword.strip()} {step.name}"
        for context in scenario.contexts if self._records(scenario) else ():
            with suppress(Error):  # it may be closed already
                context.tracing.group(scenario.sentence)

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_after_step(self, request: pytest.FixtureRequest) -> Generator[None]:
        """End the step, with the evidence that is taken of it meanwhile."""
        yield
        scenario = scenario_of(request.node)
        # After each step, for signing in and out gives the cookies other values.
        self.hide_sessions(scenario.contexts)
        for context in scenario.contexts if self._records(scenario) else ():
            with suppress(Error):
                context.tracing.group_end()

    def hide_sessions(self, contexts: Iterable[BrowserContext]) -> None:
        """Hide what lets others into the customer's session: it stands in cookies, pages and traces."""
        for context in contexts:
            with suppress(Error):  # it may be closed already
                for cookie in context.cookies():
                    if cookie.get("name") in SESSION_COOKIES:
                        self._scrubber.hide(cookie.get("value", ""))

    def keep_traces(self, request: pytest.FixtureRequest) -> None:
        """End the recording, and leave it in the folder of the test and in the report, with its secrets gone."""
        scenario = scenario_of(request.node)
        if not self._records(scenario):
            return
        folder = Path(request.getfixturevalue("output_path"))
        scenario.has_traces = True
        contexts = scenario.contexts
        for number, context in enumerate(contexts, start=1):
            path = folder / ("trace.zip" if len(contexts) == 1 else f"trace-{number}.zip")
            context.tracing.stop(path=path)
            if self._is_clean(path):
                self._attach_trace(path)

    @pytest.hookimpl(wrapper=True)  # around pytest-playwright's, which names the files
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: "pytest.CallInfo[None]"
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Take the secrets out of the files that a test has left, passed or failed."""
        report = yield
        if report.when == "teardown":
            self._forgive(call, report)
            self._attach_artifacts(item, report)
        return report

    def _forgive(self, call: "pytest.CallInfo[None]", report: pytest.TestReport) -> None:
        """Note what could not be kept: pytest-playwright fails the test for it, which says nothing of the shop."""
        lost = [text for title, text in report.sections if title == _LOST]
        if report.failed and not call.excinfo:
            lost.append(report.longreprtext)
            report.outcome, report.longrepr = "passed", None
        for text in lost:
            self._note_loss(text.strip().splitlines()[-1])

    def _note_loss(self, reason: str) -> None:
        if not self.problems:
            self.problems.append(f"Traces, films or pictures are incomplete: {reason}.")

    def _is_clean(self, path: Path) -> bool:
        """Take the secrets out of a file; tell whether it is still there."""
        if problem := self._files.scrub_file(path):
            self._note_loss(problem)
        return not problem

    def _attach_artifacts(self, item: pytest.Item, report: pytest.TestReport) -> None:
        """Attach what pytest-playwright's --tracing, --video and --screenshot left; it is known at the very end."""
        for kind, place in report.user_properties:
            path = Path(item.config.invocation_params.dir, str(place))
            if (attach := self._attached_as(kind)) and path.is_file() and self._is_clean(path):
                attach(path)
        scenario = scenario_of(item)
        wanted = {"on"} if scenario.judgement is None else {"on", "retain-on-failure"}
        if self._video in wanted and scenario.contexts and _FILM not in dict(report.user_properties):
            self._note_loss(f"there is no film of {ScenarioIdentity.of(item) or item.name}")

    def _records(self, scenario: Scenario) -> bool:
        """Tell whether there is a trace of this play; with --tracing it is pytest-playwright's affair."""
        run = self._config.stash.get(RUN, None)
        is_needed = scenario.is_second_play or run is None or run.person
        return is_needed and self._config.getoption("--tracing") == "off"

    def _begin(self, context: BrowserContext, item: pytest.Item, scenario: Scenario) -> None:
        if self._records(scenario):
            title = str(ScenarioIdentity.of(item) or item.name)
            context.tracing.start(title=title, snapshots=True)
            context.tracing.group(scenario.sentence)
        if browser := context.browser:
            self._events.list_fact("Browser", f"{browser.browser_type.name} {browser.version}")
        scenario.contexts.append(context)
        self._events.context_opened(item, context)

    def _attached_as(self, kind: str) -> Callable[[Path], None] | None:
        """Give what to do with a file, by the property that pytest-playwright names it in."""
        return {
            "playwright_trace": self._attach_trace,
            _FILM: lambda path: self._attach_or_name(path, "Video", "video/webm"),
            "playwright_screenshot": lambda path: self._attach_or_name(
                path, "The page at the end", "image/png"
            ),
        }.get(kind)

    def _attach_trace(self, path: Path) -> None:
        self._attach_or_name(path, f"Playwright trace ({path.name})", "application/zip")
        self._events.attach_text(
            f"How to open {path.name}", HOW_TO_OPEN.format(path=shlex.quote(_readable(path)))
        )

    def _attach_or_name(self, path: Path, name: str, mime_type: str) -> None:
        if path.stat().st_size <= _LARGEST:
            self._events.attach(name, path.read_bytes(), mime_type, path.suffix.removeprefix("."))
        else:
            where = f"{path} is too large to be part of this report.\n"
            self._events.attach_text(f"Where {path.name} is", where)


_LOST = "Playwright artifacts error"
"""What pytest-playwright calls the reason why files could not be kept, where the test had failed already."""

_FILM = "playwright_video"
"""The property in which pytest-playwright names a film."""

_LARGEST = 5_000_000
"""Bytes of a file that the report takes in; a longer film stays beside it."""


def _close_quietly(context: BrowserContext) -> None:
    """Let closing succeed where nothing is left to close: Ctrl-C reaches the browser as well as the run."""
    close = context.close

    def close_what_is_there(**arguments: Any) -> None:
        try:
            close(**arguments)
        except Error as error:
            if "closed" not in error.message:
                raise

    context.close = close_what_is_there  # type: ignore[method-assign]  # as pytest-playwright does before


def _readable(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
