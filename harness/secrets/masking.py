"""Masks secrets in REST exchanges by where they stand: headers, keys of bodies and queries, answers of paths.

It works before anybody has named a secret; the scrubber, which works by value, comes after it. What stands in
a secret's place is the caller's choice: dots for readers, a variable where a command shall run.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from harness.secrets.scrubber import MASK, Scrubber

Mask = Callable[[str, str], str]
"""Gives what stands in a secret's place; it gets the name of the header or key, and the secret."""

_SECRET_HEADERS = {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrf-token"}
_SECRET_KEY = re.compile(r"passw|token|secret|(^|_)otp$|api_?key|form_key|(^|_)sid$", re.IGNORECASE)
_TOKEN_PATH = re.compile(r"/(token|authenticate)/?$")
_LONGEST = 50_000


def dots(_name: str, _secret: str) -> str:
    """Give dots, whatever the secret is."""
    return MASK


def headers(given: Mapping[str, str], scrubber: Scrubber, mask: Mask = dots) -> dict[str, str]:
    """Mask the headers that carry credentials; a bearer's token is from now on known to the scrubber."""
    return {name: _header(name, value, scrubber, mask) for name, value in given.items()}


def url(given: str) -> str:
    """Give an address with the query's secrets masked."""
    parts = urlsplit(given)
    query = f"?{_form(parts.query, dots)}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}{query}"


def body(content: bytes | str, content_type: str, mask: Mask = dots) -> str:
    """Give a body for people to read: JSON is indented, forms and JSON are masked by key."""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    if "x-www-form-urlencoded" in content_type:
        return _form(text, mask)
    try:
        value = json.loads(text)
    except ValueError:
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\n... {len(text)} characters in all"
    return json.dumps(_by_key("", value, mask), indent=2, ensure_ascii=False)


def token_answer(url: str, content: str, scrubber: Scrubber) -> str | None:
    """Give the mask for the bare token that a token endpoint answers with, None for any other answer."""
    path = urlsplit(url).path
    if not _TOKEN_PATH.search(path):
        return None
    try:
        token = json.loads(content)
    except ValueError:
        return None
    if not isinstance(token, str):
        return None
    scrubber.hide(token, "CUSTOMER_TOKEN" if "/customer/" in path else "ADMIN_TOKEN")
    return json.dumps(MASK, ensure_ascii=False)


def _header(name: str, value: str, scrubber: Scrubber, mask: Mask) -> str:
    if name.lower() not in _SECRET_HEADERS:
        return value
    scheme, _, credentials = value.partition(" ")
    if name.lower() != "authorization" or not credentials:
        return mask(name, value)
    if scheme == "Bearer":
        scrubber.hide(credentials)
    return f"{scheme} {mask('token', credentials)}"


def _by_key(name: str, value: Any, mask: Mask) -> Any:
    """Mask what stands under a secret's name, however deep; yes, no and nothing are no secrets."""
    if isinstance(value, dict):
        return {key: _by_key(name if _is_secret(name) else key, each, mask) for key, each in value.items()}
    if isinstance(value, list):
        return [_by_key(name, each, mask) for each in value]
    if _is_secret(name) and isinstance(value, str | int) and not isinstance(value, bool):
        return mask(name, str(value))
    return value


def _form(text: str, mask: Mask) -> str:
    fields = parse_qsl(text, keep_blank_values=True)
    return "&".join(
        f"{quote(name, '[]')}={mask(name, value) if _is_secret(name) else quote(value)}"
        for name, value in fields
    )


def _is_secret(key: str) -> bool:
    return bool(_SECRET_KEY.search(key))
