"""A keyboard without a mouse: Tab moves the focus through a page, Enter does what is focused."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

_MOST_STOPS = 200
"""More than a page of an account has; behind the last one the first comes again."""


class Keyboard:
    """Reaches what can be reached with Tab, and nothing else."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._focused = page.locator(":focus")

    def follow(self, target: Locator, opened_by: Iterable[str] = ()) -> None:
        """Press Tab until the target has the focus, and then Enter.

        What it stands behind, closed, is opened with Enter on the way. Raise AssertionError where Tab never gets there.
        """
        self._reach(target, opened_by)
        self._page.keyboard.press("Enter")

    def type_into(self, field: Locator, text: str) -> None:
        """Press Tab until the field has the focus, and type; raise AssertionError where Tab never gets there."""
        self._reach(field)
        self._page.keyboard.type(text)

    def _reach(self, target: Locator, opened_by: Iterable[str] = ()) -> None:
        closed = [self._page.locator(one) for one in opened_by]
        for _ in range(_MOST_STOPS):
            self._page.keyboard.press("Tab")
            if self._has_focus(target):
                return
            if any(map(self._has_focus, closed)):
                self._page.keyboard.press("Enter")
        name = " ".join((target.text_content() or "").split()) or target.get_attribute("title") or "a field"
        raise AssertionError(f"the keyboard does not reach {name} at {urlsplit(self._page.url).path}")

    def _has_focus(self, part: Locator) -> bool:
        return part.and_(self._focused).count() > 0
