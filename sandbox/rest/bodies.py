"""Reads what a call sends: the body in JSON or XML, and the query in PHP's notation with brackets."""

import json
import re
from typing import Any
from xml.etree import ElementTree

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import InputRefused

JSON = "application/json"
XML = frozenset({"application/xml", "application/xhtml+xml", "text/xml"})
DEEPEST = 512
CONTENT_TYPE = re.compile(r"(?P<media_type>[a-z\d/+.-]+)(?:; *charset=(?P<charset>.+))?", re.IGNORECASE)


def read_body(body: bytes, content_type: str) -> dict[str, Any]:
    """Read a body by its content type; an empty one needs none."""
    if not body:
        return {}
    media_type = _media_type(content_type)
    if media_type == JSON:
        return _read_json(body)
    if media_type in XML and not defective("no-xml"):
        return _read_xml(body)
    raise InputRefused(messages.CONTENT_TYPE_UNKNOWN.format(media_type=media_type))


def read_query(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """Nest the values of names such as `a[b][0]`."""
    nested: dict[str, Any] = {}
    for name, value in pairs:
        first, *others = re.findall(r"^[^\[]+|(?<=\[)[^\]]*(?=\])", name) or [name]
        _place(nested, [first, *others], value)
    return nested


def _place(target: dict[str, Any], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        name = key or str(len(target))
        # As in PHP, an array takes the place of a plain value of the same name: `a=&a[b]=c`.
        if not isinstance(target.get(name), dict):
            target[name] = {}
        target = target[name]
    target[keys[-1] or str(len(target))] = value


def _media_type(content_type: str) -> str:
    if not content_type:
        raise InputRefused(messages.CONTENT_TYPE_EMPTY)
    found = CONTENT_TYPE.fullmatch(content_type)
    if found is None:
        raise InputRefused(messages.CONTENT_TYPE_INVALID)
    if found["charset"] and found["charset"].lower() != "utf-8":
        raise InputRefused(messages.ONLY_UTF_8)
    return found["media_type"]


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        decoded = json.loads(body.decode(), parse_constant=_refuse_constant)
        json.dumps(decoded, ensure_ascii=False).encode()  # half a surrogate pair is no text, as in PHP
        _check_depth(decoded)
    except (ValueError, RecursionError):
        raise InputRefused(messages.DECODING_ERROR) from None
    if isinstance(decoded, list):
        return {str(place): item for place, item in enumerate(decoded)}
    return decoded if isinstance(decoded, dict) else {}


def _check_depth(decoded: Any) -> None:
    """Refuse lists and objects that are nested deeper than PHP reads them."""
    level, depth = [decoded], 0
    while containers := [one for one in level if isinstance(one, dict | list)]:
        depth += 1
        if depth > DEEPEST:
            raise ValueError("nested too deep")
        level = [inner for one in containers for inner in (one.values() if isinstance(one, dict) else one)]


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _read_xml(body: bytes) -> dict[str, Any]:
    try:
        root = ElementTree.fromstring(body)  # noqa: S314 - the store runs on the machine of whoever calls it
    except ElementTree.ParseError:
        raise InputRefused(messages.DECODING_ERROR) from None
    read = _read_element(root)
    return read if isinstance(read, dict) else {}


def _read_element(element: ElementTree.Element) -> Any:
    if len(element) == 0:
        return element.text or ""
    children: dict[str, Any] = {}
    for child in element:
        value = _read_element(child)
        if child.tag not in children:
            children[child.tag] = value
        elif isinstance(children[child.tag], list):
            children[child.tag].append(value)
        else:
            children[child.tag] = [children[child.tag], value]
    return children
