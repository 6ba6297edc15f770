"""Records what each browser context does, and keeps the record of a scenario whose step fails: a Playwright trace.

A trace of snapshots alone costs little time and a hundredth of what a film does; pytest-playwright's own option
--tracing takes its place and records films as well.
"""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import BrowserContext, Error
from pytest_bdd.parser import Step
from pytest_playwright import CreateContextCallback

from harness.core.scenario_identity import ScenarioIdentity
from harness.reporting import evidence
from harness.secrets.files import scrub_file
from harness.secrets.scrubber import scrubber

_recorded_key = pytest.StashKey[list[BrowserContext]]()
_sentence_key = pytest.StashKey[str]()

_SESSION_COOKIES = {"PHPSESSID", "form_key"}

HOW_TO_OPEN = """Download the trace beside this text, or take it from the folder of the run, and open it in any browser:

    .venv/bin/playwright show-trace --host 127.0.0.1 --port 0 {path}
"""


@pytest.fixture
def new_context(
    new_context: CreateContextCallback, request: pytest.FixtureRequest
) -> Iterator[CreateContextCallback]:
    """Record every browser context from its beginning, and tell the report which browser it is."""
    contexts = request.node.stash.setdefault(_recorded_key, [])

    def recorded_context(**arguments: Any) -> BrowserContext:
        context = new_context(**arguments)
        if request.config.getoption("--tracing") == "off":
            title = str(ScenarioIdentity.of(request.node) or request.node.name)
            context.tracing.start(title=title, snapshots=True)
        if browser := context.browser:
            evidence.note_environment({"Browser": f"{browser.browser_type.name} {browser.version}"})
        context.tracing.group(request.node.stash.get(_sentence_key, "Before the first step"))
        contexts.append(context)
        _let_close_when_gone(context)
        return context

    yield cast(CreateContextCallback, recorded_context)
    hide_sessions(contexts)


def _let_close_when_gone(context: BrowserContext) -> None:
    """Let closing succeed where nothing is left to close: Ctrl-C reaches the browser as well as the run."""
    close = context.close

    def close_what_is_there(**arguments: Any) -> None:
        try:
            close(**arguments)
        except Error as error:
            if "closed" not in error.message:
                raise

    context.close = close_what_is_there  # type: ignore[method-assign]  # as pytest-playwright does before


def hide_sessions(contexts: Iterable[BrowserContext]) -> None:
    """Hide what lets others into the customer's session: it stands in cookies, pages and traces."""
    for context in contexts:
        with suppress(Error):  # it may be closed already
            for cookie in context.cookies():
                if cookie.get("name") in _SESSION_COOKIES:
                    scrubber.hide(cookie.get("value", ""))


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Put what the browser does from now on under the step's sentence."""
    request.node.stash[_sentence_key] = f"{step.keyword.strip()} {step.name}"
    for context in request.node.stash.get(_recorded_key, []):
        with suppress(Error):  # it may be closed already
            context.tracing.group(request.node.stash[_sentence_key])


@pytest.hookimpl(trylast=True)
def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """End the step, with the evidence that was taken of it."""
    for context in request.node.stash.get(_recorded_key, []):
        with suppress(Error):
            context.tracing.group_end()


def keep_traces(request: pytest.FixtureRequest, contexts: Sequence[BrowserContext]) -> None:
    """End the recording, and leave it in the folder of the test and in the report, with its secrets gone."""
    if request.config.getoption("--tracing") != "off":
        return
    folder = Path(request.getfixturevalue("output_path"))
    for number, context in enumerate(contexts, start=1):
        path = folder / ("trace.zip" if len(contexts) == 1 else f"trace-{number}.zip")
        context.tracing.stop(path=path)
        scrub_file(path)
        attach_trace(path)


def attach_trace(path: Path) -> None:
    """Attach a trace, and how it is opened."""
    evidence.attach_zip(f"Playwright trace ({path.name})", path.read_bytes())
    evidence.attach_text(f"How to open {path.name}", HOW_TO_OPEN.format(path=shlex.quote(_readable(path))))


def _readable(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
