"""The scrubber finds a secret however it is spelt, and leaves everything else alone."""

import base64
import html
import json
import re
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from harness.scrubbing import MASK, Scrubber

SECRET = 'p"ä/s s+w\\o&rd?'

SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "json": lambda text: json.dumps(text)[1:-1],
    "json with letters": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "json in json": lambda text: json.dumps(json.dumps(text))[3:-3],
    "python": lambda text: repr(text)[1:-1],
    "html": html.escape,
    "html text": lambda text: html.escape(text, quote=False),
    "path": quote,
    "query": lambda text: quote(text, safe=""),
    "small digits": lambda text: re.sub("%..", lambda code: code.group().lower(), quote(text, safe="")),
    "form": quote_plus,
    "form in a query": lambda text: quote(quote_plus(text)),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
}


@pytest.fixture
def scrubber() -> Scrubber:
    """Give a scrubber that knows one secret."""
    scrubber = Scrubber()
    scrubber.hide(SECRET)
    return scrubber


@pytest.mark.parametrize("spell", SPELLINGS.values(), ids=SPELLINGS)
def test_spelling_is_found(scrubber: Scrubber, spell: Callable[[str], str]) -> None:
    """In the middle of a text, and in the bytes of one."""
    text = f"before {spell(SECRET)} after"
    assert scrubber.scrub(text) == f"before {MASK} after"
    assert scrubber.scrub_bytes(text.encode()) == f"before {MASK} after".encode()


@pytest.mark.parametrize("before", ["", "a", "ad", "admin:"])
@pytest.mark.parametrize("after", ["", "x", "yy", ":zzz"])
def test_secret_within_base64_is_found(scrubber: Scrubber, before: str, after: str) -> None:
    """As in basic authentication; what is left of it tells at most a letter's half at each end."""
    encoded = base64.b64encode(f"{before}{SECRET}{after}".encode()).decode()
    scrubbed = scrubber.scrub(encoded)
    assert MASK in scrubbed
    remains = scrubbed.split(MASK)
    assert len("".join(remains)) <= len(encoded) - len(SECRET.encode()) * 8 // 6 + 2


def test_longer_secret_wins() -> None:
    """A secret that is part of another leaves nothing of it behind."""
    scrubber = Scrubber()
    scrubber.hide("token")
    scrubber.hide("token-and-more")
    assert scrubber.scrub("the token-and-more, the token") == f"the {MASK}, the {MASK}"


def test_later_secret_counts_too(scrubber: Scrubber) -> None:
    """Secrets come up during a run."""
    assert scrubber.scrub("customer-token") == "customer-token"
    scrubber.hide("customer-token")
    assert scrubber.scrub("customer-token") == MASK


@pytest.mark.parametrize("value", ["", "us", "abc"])
def test_too_short_a_value_hides_nothing(value: str) -> None:
    """An empty password must not turn a report into dots."""
    scrubber = Scrubber()
    scrubber.hide(value)
    assert scrubber.scrub("the us store view, abc") == "the us store view, abc"


def test_picture_keeps_its_bytes(scrubber: Scrubber) -> None:
    """Bytes that are no text pass as they are."""
    content = bytes(range(256)) * 4
    assert scrubber.scrub_bytes(content) == content


def test_scrubber_shows_no_secret(scrubber: Scrubber) -> None:
    """Not even to a debugger's repr."""
    assert repr(scrubber) == "<Scrubber of 1 secrets>"
