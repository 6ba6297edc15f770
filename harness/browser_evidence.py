"""What the browser saw, for the report: a picture after each Then, and at the moment of a failure.

Taking evidence never fails a scenario: a page that is gone leaves a note in place of its picture.
"""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Page
from pytest_bdd.parser import Step

from harness.reporting import evidence

contexts_key = pytest.StashKey[list[BrowserContext]]()
"""Where a scenario's test keeps its browser contexts, one for each browser that it speaks of."""


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_after_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Show what a Then was judged by."""
    if step.type == "then":
        _attach_pictures(request.node, step.name)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_step_error(request: pytest.FixtureRequest, step: Step) -> None:
    """Show where the browser stood when a step failed."""
    _attach_pictures(request.node, f"at the failure of: {step.name}")


def _attach_pictures(node: Any, name: str) -> None:
    contexts = node.stash.get(contexts_key, [])
    for page in (page for context in contexts for page in context.pages):
        try:
            _attach_picture(page, name)
        except Error as error:
            evidence.attach_text("No picture could be taken", error.message)


def _attach_picture(page: Page, name: str) -> None:
    evidence.attach_png(f"{page.title()} ({name})", page.screenshot())
    evidence.attach_text("Address of the page", page.url)
