"""The same call as a command for bash: it runs when pasted, with the secrets taken from variables.

`$ADMIN_TOKEN`, `$CUSTOMER_TOKEN`, `$ADMIN_PASSWORD` and `$PASSWORD` stand for what nobody may read in a report;
any other secret's variable is called after its header or key.
"""

import re
import shlex
from collections.abc import Iterator
from urllib.parse import urlsplit

import requests

from harness.secrets import masking
from harness.secrets.scrubber import Scrubber

_OWN_HEADERS = {"accept-encoding", "connection", "content-length", "user-agent"}
"""What curl sets itself."""

_BEGIN, _END = "\ue000", "\ue001"
"""They stand around a variable's name until everything else is quoted; no text of a shop holds them."""


def curl_command(request: requests.PreparedRequest, scrubber: Scrubber) -> str:
    """Give the command, several lines long, without a secret in it."""
    url = masking.url(request.url or "")
    as_it_is = " --globoff" if "[" in url else ""  # else curl takes brackets for a range
    options = [
        f"curl --include{as_it_is} --request {request.method} {_word(url)}",
        *(f"--header {_word(header)}" for header in _headers(request, scrubber)),
    ]
    if not request.body:
        return _joined(options) + "\n"
    body = _named(
        masking.body(_text(request.body), "application/json", _Variables(request, scrubber)), scrubber
    )
    mark = "END" if _BEGIN in body else "'END'"
    return f"{_joined([*options, f'--data @- <<{mark}'])}\n{_document(body)}\nEND\n"


class _Variables:
    """Gives the variable that stands for a secret: its own name where it has one, else its place's."""

    def __init__(self, request: requests.PreparedRequest, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        path = urlsplit(request.url or "").path
        self._owner = "" if "/customer" in path else "ADMIN_"

    def __call__(self, place: str, secret: str) -> str:
        named = _named(secret, self._scrubber)
        if named != secret:
            return named
        words = re.sub(r"(?<=[a-z])(?=[A-Z])|\W+", "_", place).upper()
        return _variable(f"{self._owner}PASSWORD" if words == "PASSWORD" else words)


def _headers(request: requests.PreparedRequest, scrubber: Scrubber) -> Iterator[str]:
    mask = _Variables(request, scrubber)
    given = {name: str(value) for name, value in request.headers.items() if name.lower() not in _OWN_HEADERS}
    for name, value in masking.headers(given, scrubber, mask).items():
        if value.startswith("OAuth "):
            yield f"{name}: Bearer {_variable('ADMIN_TOKEN')}"  # a signature is good once; a token does the same
        elif scrubber.scrub(value) != value:
            yield f"{name}: {mask(name, value)}"
        else:
            yield f"{name}: {value}"
    if request.body and "Content-Type" not in request.headers:
        yield "Content-Type:"  # else curl would send one of its own


def _named(text: str, scrubber: Scrubber) -> str:
    """Put variables in the place of the secrets that have a name."""
    for secret, name in scrubber.named.items():
        text = text.replace(secret, _variable(name))
    return text


def _variable(name: str) -> str:
    return f"{_BEGIN}{name}{_END}"


def _word(text: str) -> str:
    """Quote a word for bash: in apostrophes, or in quotation marks where it holds variables."""
    if _BEGIN not in text:
        return shlex.quote(text)
    return '"' + _escaped(text, r"""([\\$`"])""") + '"'


def _document(text: str) -> str:
    """Escape a here-document's text, which bash leaves alone where it holds no variable."""
    return _escaped(text, r"([\\$`])") if _BEGIN in text else text


def _escaped(text: str, special: str) -> str:
    escaped = re.sub(special, r"\\\1", text)
    alone = re.sub(f"{_BEGIN}(\\w+){_END}(?!\\w)", r"$\1", escaped)
    return re.sub(f"{_BEGIN}(\\w+){_END}", r"${\1}", alone)


def _joined(options: list[str]) -> str:
    return " \\\n  ".join(options)


def _text(body: bytes | str) -> str:
    return body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
