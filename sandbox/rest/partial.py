"""The parameter `fields`, by which a caller asks for a part of an answer: `items[id,addresses[city]],total_count`."""

import re
from typing import Any

Wanted = dict[str, "Wanted | None"]
"""The names asked for; those with brackets lead to the names inside them."""


def cut(value: Any, fields: str) -> Any:
    """Cut an answer down to the fields asked for; a list of fields that cannot be read leaves nothing."""
    wanted = _parse(fields)
    if wanted is None and isinstance(value, dict | list):
        return []
    return _cut(value, wanted)


def _cut(value: Any, wanted: Wanted | None) -> Any:
    # What is cut down to nothing looks as PHP writes it: null for a list, a list for an object.
    if wanted is None:
        return value
    if isinstance(value, list):
        return [_cut_item(item, wanted) for item in value] or None
    return _cut_item(value, wanted)


def _cut_item(item: Any, wanted: Wanted) -> Any:
    if not isinstance(item, dict):
        return item
    return {name: _cut(value, wanted[name]) for name, value in item.items() if name in wanted} or []


def _parse(fields: str) -> Wanted | None:
    if not fields or re.search(r"[^\w\[\],]", fields) or fields.count("[") != fields.count("]"):
        return None
    wanted: Wanted = {}
    levels = [wanted]
    latest = ""
    for token in re.findall(r"\w+|[\[\]]", fields):
        if token == "[":
            inner: Wanted = {}
            levels[-1][latest] = inner
            levels.append(inner)
        elif token == "]":
            if len(levels) == 1:
                return None
            levels.pop()
        else:
            latest = token
            levels[-1][latest] = None
    return wanted
