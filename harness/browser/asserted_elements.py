"""Which elements of a page a step has asserted something about: whatever was handed to Playwright's `expect`.

Steps and pages need not say it a second time, and a picture can show what the assertion was about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Expect, Locator, Page

_MARK = "data-asserted"
OUTLINE = (
    f"[{_MARK}] {{ outline: 3px solid #d6006c !important; outline-offset: 3px !important; }}"
    f"body[{_MARK}] {{ outline-offset: -6px !important; }}"
)
"""The style that a picture is taken with."""

_MARK_ALL = f"""elements => elements
    .filter(element => element.checkVisibility())
    .map(element => {{
        element.setAttribute("{_MARK}", "");
        return element === document.body ? 0 : element.getBoundingClientRect().bottom + scrollY;
    }})"""
_UNMARK_ALL = f'() => document.querySelectorAll("[{_MARK}]").forEach(one => one.removeAttribute("{_MARK}"))'


class AssertedElements:
    """Remembers the elements of one step, from `watch` to `unwatch`."""

    def __init__(self) -> None:
        self._locators: list[Locator] = []
        self._expect = Expect.__call__

    def watch(self) -> None:
        """Begin to remember: `expect` is one object for everybody, so its class is given another call."""
        expect, locators = self._expect, self._locators

        def remember(self: Expect, actual: Any, message: str | None = None) -> Any:
            if isinstance(actual, Locator):
                locators.append(actual)
            return expect(self, actual, message)

        Expect.__call__ = remember  # type: ignore[method-assign]

    def unwatch(self) -> None:
        """Give the call back."""
        Expect.__call__ = self._expect  # type: ignore[method-assign]

    def forget(self) -> None:
        """Begin a new step."""
        self._locators.clear()

    @property
    def last(self) -> Locator | None:
        """Give what the last assertion was about, None before the first."""
        return self._locators[-1] if self._locators else None

    @contextmanager
    def marked(self, page: Page) -> Iterator[float]:
        """Mark the elements on this page for a moment; gives how far down the page they reach, in pixels.

        A mark is an attribute that means nothing to a shop; elements that are not there or not shown have none.
        """
        of_this_page = [locator for locator in self._locators if locator.page == page]
        ends: list[float] = [end for locator in of_this_page for end in locator.evaluate_all(_MARK_ALL)]
        try:
            yield max(ends, default=0)
        finally:
            if of_this_page:
                page.evaluate(_UNMARK_ALL)
