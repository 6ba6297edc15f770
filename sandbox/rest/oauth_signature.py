"""The signature of OAuth 1.0a as Magento works it out, with the ways in which that differs from the standard.

A query is taken apart by hand: a plus is a plus and no blank, a name without a value is left out, and of a name that
comes twice the last one counts. The names are put in their natural order (2 before 10), not byte by byte. Where a
client goes by the standard and the difference shows, its signature is wrong.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Callable, Mapping
from functools import cmp_to_key
from typing import Any
from urllib.parse import quote, unquote, urlsplit

HASHES: dict[str, Callable[..., Any]] = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
DEFAULT_PORTS = {"http": ":80", "https": ":443"}
PIECES = re.compile(r"\d+|\D")


def sign(method: str, url: str, protocol: Mapping[str, str], consumer_secret: str, token_secret: str) -> str:
    """Work out the signature of a call from its address and the parameters of its Authorization header."""
    scheme, host, path, query, _ = urlsplit(url)
    parameters = {name: value for name, value in protocol.items() if name != "oauth_signature"}
    encoded = {_encode(name): _encode(value) for name, value in (parameters | _read_query(query)).items()}
    names = sorted(encoded, key=cmp_to_key(_compare_naturally))
    base = "&".join(
        [
            method.upper(),
            _encode(f"{scheme}://{host.lower().removesuffix(DEFAULT_PORTS[scheme])}{path}"),
            _encode("&".join(f"{name}={encoded[name]}" for name in names)),
        ]
    )
    key = f"{_encode(consumer_secret)}&{_encode(token_secret)}"
    digest = hmac.digest(key.encode(), base.encode(), HASHES[protocol["oauth_signature_method"]])
    return base64.b64encode(digest).decode()


def _read_query(query: str) -> dict[str, str]:
    pairs = [pair.split("=") for pair in query.split("&")]
    return {
        unquote(pair[0]): unquote(pair[1])
        for pair in pairs
        if len(pair) == 2 and not pair[0].startswith("oauth")  # noqa: PLR2004 - a name and a value
    }


def _encode(text: str) -> str:
    return quote(text, safe="~")


def _compare_naturally(one: str, other: str) -> int:
    for mine, its in zip(PIECES.findall(one), PIECES.findall(other), strict=False):
        if mine == its:
            continue
        both_numbers = mine.isdecimal() and its.isdecimal() and "0" not in (mine[0], its[0])
        if both_numbers and len(mine) != len(its):
            return len(mine) - len(its)
        return -1 if mine < its else 1
    return len(one) - len(other)
