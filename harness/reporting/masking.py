"""Masks secrets in REST exchanges by where they stand: headers, keys of bodies and queries, answers of paths.

It works before anybody has named a secret; the scrubber, which works by value, comes after it.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

from harness.scrubbing import MASK, scrubber

_SECRET_HEADERS = {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrf-token"}
_SECRET_KEY = re.compile(r"passw|token|secret|(^|_)otp$|api_?key|form_key|(^|_)sid$", re.IGNORECASE)
_TOKEN_PATH = re.compile(r"/(token|authenticate)/?$")
_LONGEST = 50_000


def headers(given: Mapping[str, str]) -> dict[str, str]:
    """Mask the headers that carry credentials; a bearer's token is from now on known to the scrubber."""
    return {name: _header(name, value) for name, value in given.items()}


def url(given: str) -> str:
    """Give an address with the query's secrets masked."""
    parts = urlsplit(given)
    query = f"?{_form(parts.query)}" if parts.query else ""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}{query}"


def body(content: bytes | str, content_type: str) -> str:
    """Give a body for people to read: JSON is indented, forms and JSON are masked by key."""
    text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
    if "x-www-form-urlencoded" in content_type:
        return _form(text)
    try:
        value = json.loads(text)
    except ValueError:
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}\n... {len(text)} characters in all"
    return json.dumps(_by_key(value), indent=2, ensure_ascii=False)


def token_answer(address: str, content: str) -> str | None:
    """Give the mask for the bare token that a token endpoint answers with, None for any other answer."""
    if not _TOKEN_PATH.search(urlsplit(address).path):
        return None
    try:
        token = json.loads(content)
    except ValueError:
        return None
    if not isinstance(token, str):
        return None
    scrubber.hide(token)
    return json.dumps(MASK, ensure_ascii=False)


def _header(name: str, value: str) -> str:
    if name.lower() not in _SECRET_HEADERS:
        return value
    scheme, _, credentials = value.partition(" ")
    if name.lower() != "authorization" or not credentials:
        return MASK
    if scheme == "Bearer":
        scrubber.hide(credentials)
    return f"{scheme} {MASK}"


def _by_key(value: Any, *, secret: bool = False) -> Any:
    if isinstance(value, dict):
        return {key: _by_key(each, secret=secret or _is_secret(key)) for key, each in value.items()}
    if isinstance(value, list):
        return [_by_key(each, secret=secret) for each in value]
    return MASK if secret and isinstance(value, str | int) and not isinstance(value, bool) else value


def _form(text: str) -> str:
    fields = parse_qsl(text, keep_blank_values=True)
    return "&".join(
        f"{quote(name, '[]')}={MASK if _is_secret(name) else quote(value)}" for name, value in fields
    )


def _is_secret(key: str) -> bool:
    return bool(_SECRET_KEY.search(key))
