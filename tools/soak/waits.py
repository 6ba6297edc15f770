"""How long a run waited for what: its REST calls, and all that its browsers were asked to do or to show."""

import heapq
import inspect
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from playwright.sync_api import (  # type: ignore[attr-defined]  # what `expect` gives is not exported
    Locator,
    LocatorAssertions,
    Page,
    PageAssertions,
)

from harness.browser.asserted_elements import AssertedElements
from pages.themes.luma import LUMA

KEPT = 10
_ACTIONS = ("click", "fill", "press", "wait_for", "inner_text", "text_content", "all_inner_texts", "count")
_NAVIGATIONS = ("goto", "reload", "go_back")


@dataclass(frozen=True, order=True)
class Wait:
    """One wait; `scenario` is an id, `step` the sentence."""

    seconds: float
    what: str
    scenario: str
    step: str


class Waits:
    """Watches Playwright's public calls in this process, and keeps the longest; `where` tells scenario and step."""

    def __init__(self, where: Callable[[], tuple[str, str]]) -> None:
        self._where = where
        self._asserted = AssertedElements()
        self._longest: list[Wait] = []
        self._watched: list[tuple[type, str, Any]] = []

    def note(self, seconds: float, what: str) -> None:
        """Take one wait."""
        self._longest = heapq.nlargest(KEPT, [*self._longest, Wait(round(seconds, 2), what, *self._where())])

    def watch(self) -> None:
        """Begin to look."""
        self._asserted.watch()
        for owner, name in _calls():
            self._watched.append((owner, name, getattr(owner, name)))
            setattr(owner, name, self._timed(owner, name, getattr(owner, name)))

    def unwatch(self) -> None:
        """Give Playwright its own calls back."""
        for owner, name, call in self._watched:
            setattr(owner, name, call)
        self._watched.clear()
        self._asserted.unwatch()

    def write(self, path: Path) -> None:
        """Write the longest."""
        path.write_text(json.dumps([asdict(wait) for wait in self._longest]), encoding="utf-8")

    def _timed(self, owner: type, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def timed(self_: Any, *arguments: Any, **named: Any) -> Any:
            began = time.monotonic()
            try:
                return call(self_, *arguments, **named)
            finally:
                subject = self._asserted.last if owner is LocatorAssertions else self_
                self.note(time.monotonic() - began, _what(owner, name, subject, arguments))
                self._asserted.forget()

        return timed


def read(folder: Path) -> list[Wait]:
    """Read what the workers of a run wrote, the longest first."""
    read_ = [Wait(**each) for path in folder.glob("waits-*.json") for each in json.loads(path.read_text())]
    return heapq.nlargest(KEPT, read_)


def _calls() -> Iterator[tuple[type, str]]:
    yield from ((Locator, name) for name in _ACTIONS)
    yield from ((Page, name) for name in _NAVIGATIONS)
    for owner in (LocatorAssertions, PageAssertions):
        judging = (name for name, _ in inspect.getmembers(owner, inspect.isfunction))
        yield from ((owner, name) for name in judging if name.startswith(("to_", "not_to_")))


def _what(owner: type, name: str, subject: Any, arguments: Iterable[Any]) -> str:
    words = name.replace("_", " ")
    if owner in (Locator, LocatorAssertions):
        return f"{words}: {_part(str(subject))}"
    if owner is Page:
        return " ".join([words, *(str(one).partition("://")[2].partition("/")[2] for one in arguments)])
    return words


def _part(text: str) -> str:
    """Name a part of a page as the theme does, else by its selector."""
    names = {selector: name for name, selector in vars(LUMA).items() if isinstance(selector, str)}
    selector = text.partition("selector=")[2].strip("'\">").removesuffix(" >> nth=0")
    last = selector.rpartition(" >> ")[2]
    return names.get(last, selector).replace("_", " ")
