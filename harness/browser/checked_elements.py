"""Which elements of a page a step has judged: whatever was handed to Playwright's `expect` since it began.

Steps and pages need not say it a second time, and a picture can show what the judgement was about.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Expect, Locator, Page

_MARK = "data-judged"
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

_judged: list[Locator] = []
_expect = Expect.__call__


def watch() -> None:
    """Begin to remember; a second time changes nothing."""

    def remember(self: Expect, actual: Any, message: str | None = None) -> Any:
        if isinstance(actual, Locator):
            _judged.append(actual)
        return _expect(self, actual, message)

    Expect.__call__ = remember  # type: ignore[method-assign]  # `expect` is one object for everybody


def forget() -> None:
    """Begin a new step."""
    _judged.clear()


def last_judged() -> Locator | None:
    """Give what the last judgement was about, None before the first."""
    return _judged[-1] if _judged else None


@contextmanager
def marked(page: Page) -> Iterator[float]:
    """Mark what was judged on this page for a moment; gives how far down the page it reaches, in pixels.

    A mark is an attribute that means nothing to a shop; elements that are not there or not shown have none.
    """
    of_this_page = [locator for locator in _judged if locator.page == page]
    ends: list[float] = [end for locator in of_this_page for end in locator.evaluate_all(_MARK_ALL)]
    try:
        yield max(ends, default=0)
    finally:
        if of_this_page:
            page.evaluate(_UNMARK_ALL)
