"""Opens what is closed on the way to a part of a page: a menu, a drawer, a folded navigation."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page


@contextmanager
def opening(page: Page, closed: Iterable[str]) -> Iterator[None]:
    """Let Playwright click what is closed while it waits for something else, for as long as it shows and is closed.

    So nothing asks how wide the window is: what a width does not show is not clicked. And where a script that
    opens comes late, a click that was lost is made again.
    """
    ways = [page.locator(one).first for one in closed]
    for way in ways:
        page.add_locator_handler(way, _click, no_wait_after=True)
    try:
        yield
    finally:
        for way in ways:
            page.remove_locator_handler(way)


def _click(closed: Locator) -> None:
    closed.click()
