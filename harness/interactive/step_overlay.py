"""The step's text in a corner of the browser, for whoever watches.

Playwright draws it above the page, in every page of the scenario and after every navigation; no locator finds
it and no click meets it. While a picture is taken for the report it is away.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from html import escape

from playwright.sync_api import BrowserContext, Error, Page

_STYLE = (
    "position: absolute; right: 16px; bottom: 16px; max-width: 45%; padding: 10px 14px; border-radius: 6px; "
    "background: rgba(20, 24, 31, .92); color: #fff; font: 15px/1.4 system-ui, sans-serif; "
    "box-shadow: 0 2px 12px rgba(0, 0, 0, .35)"
)


class StepOverlay:
    """Shows one text at a time in all pages of the browser contexts that it was given."""

    def __init__(self) -> None:
        self._html = ""
        self._pages: list[Page] = []
        self._shown = ExitStack()

    def follow(self, context: BrowserContext) -> None:
        """Show the text in the pages that this context is going to have."""
        context.on("page", self._join)

    def show(self, keyword: str, sentence: str) -> None:
        """Replace what is shown by a step."""
        self._html = f'<div style="{_STYLE}"><b>{escape(keyword)}</b> {escape(sentence)}</div>'
        with self.away():
            pass

    @contextmanager
    def away(self) -> Iterator[None]:
        """Take the text out of the way of a picture; Playwright's own hiding ends with a navigation."""
        self._shown.close()
        yield
        self._pages = [page for page in self._pages if not page.is_closed()]
        for page in self._pages:
            self._show_on(page)

    def _join(self, page: Page) -> None:
        self._pages.append(page)
        self._show_on(page)

    def _show_on(self, page: Page) -> None:
        with suppress(Error):  # it may be closed at this very moment
            self._shown.enter_context(page.screencast.show_overlay(self._html))
