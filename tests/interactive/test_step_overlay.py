"""The step in the browser's corner: seen by people, met by no locator, no click and no picture for the report."""

import time

import pytest
from playwright.sync_api import Page
from pytest_playwright import CreateContextCallback

from harness.interactive.step_overlay import StepOverlay

SHOP = "data:text/html,<title>0</title><body style='height:100vh;margin:0' onclick='document.title++'>Shop"


@pytest.fixture
def overlay() -> StepOverlay:
    """Give an overlay that shows nothing yet."""
    return StepOverlay()


@pytest.fixture
def page(overlay: StepOverlay, new_context: CreateContextCallback) -> Page:
    """Give a page that the overlay follows."""
    context = new_context()
    overlay.follow(context)
    return context.new_page()


def _corner(page: Page) -> bytes:
    size = page.viewport_size
    assert size is not None
    return page.screenshot(
        clip={"x": size["width"] - 400, "y": size["height"] - 60, "width": 400, "height": 60}
    )


def _expect_corner_to_change(page: Page, bare: bytes) -> None:
    """Look at the corner until it is no longer bare: after a navigation the step comes a moment later."""
    end = time.monotonic() + 30
    while _corner(page) == bare:
        assert time.monotonic() < end, "the step is not shown"


def test_step_is_shown_in_new_pages_and_after_navigation(overlay: StepOverlay, page: Page) -> None:
    """Whatever page is opened, its corner shows the step that is being carried out."""
    page.goto(SHOP)
    bare = _corner(page)
    overlay.show("When", "she opens the Address Book")
    _expect_corner_to_change(page, bare)
    page.goto(f"{SHOP} again")
    _expect_corner_to_change(page, bare)
    second = page.context.new_page()
    second.goto(SHOP)
    _expect_corner_to_change(second, bare)


def test_next_step_replaces_it(overlay: StepOverlay, page: Page) -> None:
    """One step is shown at a time: the second is all that there is to take away."""
    page.goto(SHOP)
    bare = _corner(page)
    overlay.show("When", "she opens the Address Book and looks for every address that she has")
    _expect_corner_to_change(page, bare)
    overlay.show("", "")
    with overlay.away():
        assert _corner(page) == bare


def test_report_does_not_see_it(overlay: StepOverlay, page: Page) -> None:
    """Pictures are taken of the shop alone."""
    page.goto(SHOP)
    bare = page.screenshot()
    overlay.show("When", "she <b>opens</b> the Address Book")
    with overlay.away():
        assert page.screenshot() == bare
    assert page.screenshot() != bare


def test_scenario_does_not_meet_it(overlay: StepOverlay, page: Page) -> None:
    """Its text is not the page's, and a click goes through it."""
    page.goto(SHOP)
    overlay.show("When", "she opens the Address Book")
    size = page.viewport_size
    assert size is not None
    page.mouse.click(size["width"] - 40, size["height"] - 30)
    assert page.title() == "1"
    assert page.get_by_text("Address Book").count() == 0
    assert page.locator("body").inner_text() == "Shop"


def test_closed_page_is_forgotten(overlay: StepOverlay, page: Page) -> None:
    """Somebody may close a page between two steps."""
    overlay.show("When", "she opens the Address Book")
    page.close()
    overlay.show("Then", "nothing happens")
    with overlay.away():
        pass
