"""What the browser saw, for the report: a picture after each Then, and everything there is when a step fails.

Taking evidence never fails a scenario: what is gone leaves a note in its place.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from playwright.sync_api import TimeoutError as WaitRanOut
from pytest_bdd.parser import Step

from harness.browser import checked_elements, wait_messages
from harness.browser.page_snapshot import SeenPage
from harness.browser.recorder import hide_sessions, keep_traces
from harness.core import causes
from harness.core.failure_message import without_page_map
from harness.reporting import evidence

contexts_key = pytest.StashKey[list[BrowserContext]]()
"""Where a scenario's test keeps its browser contexts, one for each browser that it speaks of."""


def pytest_configure() -> None:
    """See what steps judge."""
    checked_elements.watch()


def pytest_bdd_before_step() -> None:
    """Forget what the step before has judged."""
    checked_elements.forget()


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_after_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Show what a Then was judged by."""
    if step.type == "then":
        for page in _pages(request.node):
            _attempt(_attach_picture, page)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """Say in a sentence what the browser waited for, and show all that may tell the cause."""
    contexts = request.node.stash.get(contexts_key, [])
    hide_sessions(contexts)
    pages = list(_pages(request.node))
    told = str(exception)
    is_wait = isinstance(exception, WaitRanOut) or "\nCall log:" in told
    if pages and is_wait:
        _attempt(_explain, exception, pages)
    for page in pages:
        for attach in (_attach_picture, _attach_html, _attach_console, _attach_failed_requests):
            _attempt(attach, page)
    if is_wait:
        evidence.attach_text("Playwright's own account", without_page_map(told))
    if contexts:
        _attempt(keep_traces, request, contexts)


def _pages(node: Any) -> Iterator[Page]:
    return (page for context in node.stash.get(contexts_key, []) for page in context.pages)


def _attempt(take: Callable[..., None], *arguments: Any) -> None:
    try:
        take(*arguments)
    except Exception as error:
        what = take.__name__.removeprefix("_attach_").strip("_").replace("_", " ")
        evidence.attach_text(f"Missing here: {what}", str(error))


def _attach_picture(page: Page) -> None:
    seen = SeenPage(page)
    evidence.attach_jpeg(seen.name, seen.picture())


def _attach_html(page: Page) -> None:
    evidence.attach_text("The page's HTML", SeenPage(page).html)


def _attach_console(page: Page) -> None:
    if lines := SeenPage(page).console():
        evidence.attach_text("Console", lines)


def _attach_failed_requests(page: Page) -> None:
    if lines := SeenPage(page).failed_requests():
        evidence.attach_text("Failed requests", lines)


def _explain(exception: Exception, pages: list[Page]) -> None:
    """Put a sentence in the place of Playwright's lines, and see whether the shop is up."""
    judged = checked_elements.last_judged()
    page = SeenPage(judged.page if judged and judged.page in pages else pages[-1])
    if page.status in causes.DOWN:
        causes.blame_environment(exception)
    exception.args = (wait_messages.sentence(str(exception), judged, page),)
