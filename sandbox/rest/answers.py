"""Writes what a call answers: JSON or XML as the caller asked, and errors in Magento's envelope."""

import json
import re
import secrets
from typing import Any
from xml.etree import ElementTree

from flask import Response

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import ShopError
from sandbox.languages import translate

JSON = "application/json"
XML = "application/xml"
RENDERERS = {"*/*": JSON, JSON: JSON, "text/xml": XML, XML: XML, "application/xhtml+xml": XML}
MEDIA_TYPE = re.compile(r"[0-9a-z*+-]+(/[0-9a-z*+.-]+)?", re.IGNORECASE)
SESSION_ID_LENGTH = 26


def choose_format(accept: str) -> str | None:
    """Choose between JSON and XML by the Accept header; None when it wants neither."""
    for wanted in _by_quality(accept) or ["*/*"]:
        for offered, answer_format in RENDERERS.items():
            if wanted in ("*/*", offered, offered.partition("/")[0] + "/*"):
                return answer_format
    return None


def answer(value: Any, answer_format: str, status: int = 200) -> Response:
    """Render a value."""
    answer_format = JSON if defective("json-for-xml") else answer_format
    text = _xml(value) if answer_format == XML else _json(value)
    response = Response(text, status, content_type=f"{answer_format}; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    if status == 200:  # noqa: PLR2004 - OK
        response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def refusal(error: ShopError, answer_format: str, language: str) -> Response:
    """Render an error in its envelope, with the placeholders left as they are."""
    return answer(_envelope(error, language), answer_format, error.status)


def start_session(response: Response, same_site: str | None, *, secure: bool) -> None:
    """Set the cookie of the session that a call has opened, with PHP's own headers against keeping the answer."""
    session_id = secrets.token_hex(SESSION_ID_LENGTH // 2)
    response.set_cookie(
        "PHPSESSID", session_id, max_age=3600, httponly=True, secure=secure, samesite=same_site
    )
    response.headers["Pragma"] = "no-cache"
    response.headers["Expires"] = "Thu, 19 Nov 1981 08:52:00 GMT"


def breakdown() -> Response:
    """Answer as the shop does when it breaks down before REST can render anything."""
    return Response(status=500, content_type="text/html; charset=UTF-8")


def failed_run() -> Response:
    """Answer as the later releases do when PHP dies in the middle of a call."""
    return Response(messages.RUN_FAILED, status=500, content_type="text/plain")


def _json(value: Any) -> str:
    # PHP escapes slashes and everything beyond ASCII.
    return json.dumps(value, separators=(",", ":")).replace("/", r"\/")


def _envelope(error: ShopError, language: str) -> dict[str, Any]:
    envelope: dict[str, Any] = {"message": translate(error.message, language)}
    if error.errors:
        envelope["errors"] = [_envelope(inner, language) for inner in error.errors]
    if error.parameters:
        envelope["parameters"] = error.parameters
    return envelope


def _by_quality(accept: str) -> list[str]:
    wanted = []
    for definition in filter(None, re.split(r",\s*", accept)):
        media_type, _, parameter = definition.partition(";")
        if MEDIA_TYPE.fullmatch(media_type.strip()):
            quality = parameter.partition("=")[2].strip() or "1.0"
            wanted.append((_number(quality), media_type.strip()))
    return [media_type for _, media_type in sorted(wanted, key=lambda pair: -pair[0])]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def _xml(value: Any) -> str:
    root = ElementTree.Element("response")
    _fill(root, value)
    ElementTree.indent(root)
    return '<?xml version="1.0"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _fill(element: ElementTree.Element, value: Any) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            tag = re.sub(r"[^\w.-]", "_", str(name))
            _fill(ElementTree.SubElement(element, tag), inner)
    elif isinstance(value, list):
        for inner in value:
            _fill(ElementTree.SubElement(element, "item"), inner)
    elif isinstance(value, bool):
        element.text = "true" if value else "false"
    elif value is not None:
        element.text = str(value)
