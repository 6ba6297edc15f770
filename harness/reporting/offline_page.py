"""Makes a page self-sufficient: Allure's own report loads Google Tag Manager, and ours asks no other machine.

The tag manager's scripts are cut out; a content security policy forbids browsers whatever else might be
asked for; and a page that still names a foreign source is refused, so that a new version of Allure cannot
slip one in.
"""

import re
from html.parser import HTMLParser

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>\s*", re.DOTALL | re.IGNORECASE)
_FOREIGN_SCRIPT = re.compile(r"<script\b[^>]*\bsrc\s*=\s*[\"']?\s*(https?:)?//", re.IGNORECASE)
_TAG_MANAGER_CALL = re.compile(r"\bgtag\(")
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_OWN = "'unsafe-inline' 'unsafe-eval' data: blob:"
_POLICY = f'<meta http-equiv="Content-Security-Policy" content="default-src {_OWN}; form-action \'none\'">'
_FOREIGN = re.compile(r"\s*(https?:)?//", re.IGNORECASE)
_SOURCES = {"src", "srcset", "data", "poster", "background", "action", "formaction"}


class ForeignSourceError(Exception):
    """A page would still load something from another machine."""


def made_offline(page: str) -> str:
    """Give the page without its foreign scripts and forbidden to load anything."""
    page = _SCRIPT.sub(_cut, page)
    page, heads = _HEAD.subn(lambda head: f"{head.group()}\n    {_POLICY}", page, count=1)
    if not heads or (foreign := foreign_sources(page)):
        raise ForeignSourceError(f"it still loads {', '.join(foreign)}" if heads else "it has no <head>")
    return page


def foreign_sources(page: str) -> list[str]:
    """List what the page's tags load from other machines by themselves; links for readers are not meant."""
    finder = _SourceFinder()
    finder.feed(page)
    return finder.found


def _cut(script: re.Match[str]) -> str:
    text = script.group()
    return "" if _FOREIGN_SCRIPT.match(text) or _TAG_MANAGER_CALL.search(text) else text


class _SourceFinder(HTMLParser):
    """Collects the foreign URLs that tags load on their own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        for name, value in attrs:
            loads = name in _SOURCES or (name == "href" and tag != "a")
            if loads and value and _FOREIGN.match(value):
                self.found.append(value)
