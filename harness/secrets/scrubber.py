"""The last guard of the secrets: whatever a run writes passes here, and known secrets leave as dots.

Masked types keep secrets out of what the suite writes itself; this catches what others write of their own
accord, such as a browser's call log that repeats the password it typed. A secret is found as it stands,
inside longer base64 text, and as JSON, HTML, URLs or Python write it. A JWT is hidden by its looks alone:
Magento 2.4.8 hands the browser a customer's token that nobody asked for.
"""

import base64
import html
import json
import math
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import quote, quote_plus

MASK = "•••"
SHORTEST = 4
"""Shorter values are no secrets, and masking them would make everything unreadable."""

_JWT = r"\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*"
_JWT_IN_TEXT, _JWT_IN_BYTES = re.compile(_JWT, re.ASCII), re.compile(_JWT.encode())
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG begin; their compressed bytes spell nothing."""


SESSION_COOKIES = ("PHPSESSID", "form_key", "persistent_shopping_cart")
"""Magento's cookies that let others into a customer's session, or that forms of hers carry."""

_NAMES = rf"(?:{'|'.join(SESSION_COOKIES)})"
_VALUE = r"([\w,-]{8,})"
_SESSIONS = re.compile(
    rf"""\b{_NAMES}=(?:{_VALUE})|name\W{{1,6}}{_NAMES}\W[^<>{{}}]{{0,200}}?value\W{{1,6}}{_VALUE}""".encode()
)
"""A cookie's value as headers hold it, and a cookie's or form field's as JSON and HTML do."""


class Scrubber:
    """Knows the secrets of a run and replaces them in any text."""

    def __init__(self) -> None:
        """Begin without any secret."""
        self._secrets: dict[str, str] = {}
        self._spelt: set[str] = set()

    def __repr__(self) -> str:
        """Tell how many secrets there are, and none of them."""
        return f"<Scrubber of {len(self._secrets)} secrets>"

    def hide_all(self, secrets: Iterable[str]) -> None:
        """Replace all of these from now on."""
        for secret in secrets:
            self.hide(secret)

    def hide(self, secret: str, name: str = "") -> None:
        """Replace this value from now on; `name` is the variable that a shown command takes it from."""
        if len(secret) < SHORTEST:
            return
        if secret not in self._secrets:
            self._spelt.update(_spellings(secret))
            self.__dict__.pop("_spellings", None)
        self._secrets[secret] = name or self._secrets.get(secret, "")

    def learn(self, content: bytes) -> None:
        """Hide every session that a recording names: its cookie may have had another value by the time it was asked."""
        for values in _SESSIONS.findall(content):
            self.hide_all(value.decode() for value in values if value)

    @property
    def named(self) -> dict[str, str]:
        """Give the secrets that have a name, the longest first, each with its name."""
        names = {secret: name for secret, name in self._secrets.items() if name}
        return dict(sorted(names.items(), key=lambda item: len(item[0]), reverse=True))

    def scrub(self, text: str) -> str:
        """Give the text with every known secret, however it is spelt, replaced by dots."""
        for spelling in self._spellings:
            text = text.replace(spelling, MASK)
        return _JWT_IN_TEXT.sub(MASK, text)

    def scrub_bytes(self, content: bytes) -> bytes:
        """Do the same to a file's content; what is no text in UTF-8 keeps every other byte as it was."""
        if content.startswith(_PICTURES):
            return content
        for spelling in self._spellings:
            content = content.replace(spelling.encode(), MASK.encode())
        return _JWT_IN_BYTES.sub(MASK.encode(), content)

    @cached_property
    def _spellings(self) -> tuple[str, ...]:
        """The longest come first, so that no part of one is left behind by a shorter one."""
        return tuple(sorted(self._spelt, key=len, reverse=True))


def _spellings(secret: str) -> Iterator[str]:
    yield from _in_base64(secret.encode())
    for text in (secret, _as_json(secret)):
        yield text
        yield _as_json(text)
        yield json.dumps(text, ensure_ascii=False)[1:-1]
        yield repr(text)[1:-1]
        yield html.escape(text)
        yield html.escape(text, quote=False)
        for encoded in (quote(text, safe=""), quote(text), quote_plus(text)):
            yield encoded
            yield quote(encoded, safe="")
            yield _with_small_digits(encoded)


def _as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _with_small_digits(encoded: str) -> str:
    """Write %2F as %2f, which is the same to a server."""
    first, *rest = encoded.split("%")
    return "%".join([first, *(part[:2].lower() + part[2:] for part in rest)])


def _in_base64(secret: bytes) -> Iterator[str]:
    """Give what stays the same wherever in a longer text the secret stands, such as after `user:`.

    Three bytes become four characters, so there are three places to start; the characters at both ends
    also depend on the neighbours and are left out.
    """
    for offset in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(bytes(offset) + secret).decode()
            yield text[math.ceil(offset * 8 / 6) : (offset + len(secret)) * 8 // 6]
    yield base64.b64encode(secret).decode()
    yield base64.urlsafe_b64encode(secret).decode()
