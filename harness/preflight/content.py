"""Says what an answer holds, whatever it is called: a front may have changed its status, or its content type."""

import json
import re

import requests

_BOM = "\ufeff"
_LONGEST = 80
"""Letters of a text that a sentence quotes."""


def content_of(answer: requests.Response) -> str:
    """Name what an answer holds: "an HTML page", "plain text"."""
    text = _text(answer)
    if not text:
        return "nothing"
    if re.match(r"(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|h1)\b", text, re.IGNORECASE | re.DOTALL):
        return "an HTML page"
    if text.startswith("<?xml"):
        return "XML"
    if _is_json(text):
        return "JSON that is not Magento's"
    content_type = _content_type(answer)
    return "plain text" if content_type == "text/plain" else f"no JSON ({content_type or 'no content type'})"


def spoils_json(answer: requests.Response) -> str:
    """Say what keeps programs from reading an answer's JSON: "a BOM stands before it"; "" for anything else."""
    text = _text(answer)
    if not text.endswith(("}", "]")):
        return ""
    if _is_json(text):
        called = _content_type(answer)
        return "" if "json" in called else f"it is called {called or 'nothing'}"
    for start in re.finditer(r"[\[{]", text):
        if _is_json(text[start.start() :]):
            before = text[: start.start()]
            if _BOM in before and not before.strip(f"{_BOM} \r\n\t"):
                return "a byte order mark (BOM) stands before it"
            return f'"{_quoted(before)}" stands before it'
    return ""


def _content_type(answer: requests.Response) -> str:
    return answer.headers.get("Content-Type", "").partition(";")[0]


def _text(answer: requests.Response) -> str:
    """Decode as UTF-8, which JSON is, whatever the content type says of the charset."""
    return answer.content.decode("utf-8", "replace").strip()


def _quoted(text: str) -> str:
    line = " ".join(text.replace(_BOM, "").split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
