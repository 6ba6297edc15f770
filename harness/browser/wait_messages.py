"""A browser wait that ran out, in one sentence: what was waited for, and what the page showed instead.

Playwright tells it in a dozen lines with selectors; a reader wants the part's name and the page's own words.
"""

import re
from http import HTTPStatus

from playwright.sync_api import Locator

from harness.browser.page_snapshot import PageSnapshot
from pages.theme_files import FAMILIES

_OWN_SUBJECT = re.compile(r"^Locator expected")
_ACTION = re.compile(r"^Locator\.(\w+): Timeout (\d+)ms exceeded")
_LIMIT = re.compile(r"with timeout (\d+)ms")
_ACTUAL = re.compile(r"^Actual value: (.+?)\s*$", re.MULTILINE)
_STRING = re.compile(r'locator\("((?:[^"\\]|\\.)*)"\)')


def sentence(failure: str, judged: Locator | None, page: PageSnapshot) -> str:
    """Give the sentence for the text of Playwright's failure; `judged` is what the last judgement was about."""
    if failure.startswith("Page."):
        words, _, _ = failure.partition("\n")
        return f"the browser got no page: {words.partition(': ')[2]}"
    return f"{_wait(failure, judged)}; {_instead(page)}"


def _wait(failure: str, judged: Locator | None) -> str:
    words, _, details = failure.partition("\n")
    if action := _ACTION.match(words):
        return f"{_part(details)}: no chance to {action[1]} within {_seconds(action[2])}"
    part = _part(str(judged))
    actual = _ACTUAL.search(details)
    seen = f", seen {actual[1]}" if actual and actual[1] != "None" else ""
    limit = _LIMIT.search(details)
    waited = f"waited {_seconds(limit[1])}" if limit else "at once"
    if _OWN_SUBJECT.match(words):
        return f"{_OWN_SUBJECT.sub(rf'{part} expected', words)}{seen} ({waited})"
    return f"{words}{seen} ({waited} for {part})"


def _instead(page: PageSnapshot) -> str:
    status = page.status
    answered = (
        f" with {status} {HTTPStatus(status).phrase}" if status and status >= HTTPStatus.BAD_REQUEST else ""
    )
    said = " / ".join(f'"{message}"' for message in page.messages)
    return f"the browser is at {page.name}{answered}{f', which says {said}' if said else ''}"


def _part(text: str) -> str:
    """Name the part of a page that a locator finds, by the theme's names; else show its selector."""
    selectors = [match.replace('\\"', '"') for match in _STRING.findall(text)] or _selectors(text)
    for selector in reversed(selectors):
        if name := _names().get(selector):
            return f"the {name}"
    return selectors[-1] if selectors else "the page"


def _selectors(text: str) -> list[str]:
    """Take a locator's own text apart: `<Locator frame=... selector='form >> input >> nth=0'>`."""
    found = re.search(r"selector=(['\"])(.*)\1>$", text)
    return (
        [part for part in found[2].split(" >> ") if not part.startswith(("nth=", "visible="))]
        if found
        else []
    )


def _names() -> dict[str, str]:
    """Give the names of all families' parts, as words, by their selectors."""
    return {
        selector.partition(" >> ")[0]: name.replace("_", " ")
        for each in FAMILIES.values()
        for name, selector in vars(each).items()
        if name != "name" and isinstance(selector, str)
    }


def _seconds(milliseconds: str) -> str:
    return f"{int(milliseconds) / 1000:g} s"
