"""What keeps a browser alive while nobody drives it and a person uses it by hand.

Part of a browser's work is done in this process: headers that a shop's front asks for, dialogs, banners. While this
process waits for a person, that part has to go on.
"""

from collections.abc import Sequence
from contextlib import suppress

from playwright.sync_api import BrowserContext, Error, Page

_MOMENT = 200
"""Milliseconds in which what has come up is done."""


def pages_of(contexts: Sequence[BrowserContext]) -> list[Page]:
    """Give the open pages, the newest browser's last."""
    return [page for context in contexts for page in context.pages]


def let_live(contexts: Sequence[BrowserContext]) -> None:
    """Let the browsers have what they wait for, for a moment."""
    for page in pages_of(contexts)[-1:]:
        with suppress(Error):  # the time is over, or somebody closes the page
            page.wait_for_event("close", timeout=_MOMENT)
