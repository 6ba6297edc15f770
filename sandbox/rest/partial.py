"""The parameter `fields`, by which a caller asks for a part of an answer: `items[id,addresses[city]],total_count`."""

import re
from typing import Any

Wanted = dict[str, "Wanted"]


def cut(value: Any, fields: str) -> Any:
    """Cut an answer down to the fields asked for; a list that cannot be read leaves nothing."""
    if not isinstance(value, dict | list):
        return value
    wanted = _parse(fields)
    return [] if wanted is None else _cut(value, wanted)


def _cut(value: Any, wanted: Wanted) -> Any:
    if isinstance(value, list):
        return [_cut(item, wanted) for item in value]
    if not wanted or not isinstance(value, dict):
        return value
    return {name: _cut(value[name], inner) for name, inner in wanted.items() if name in value}


def _parse(fields: str) -> Wanted | None:
    if not fields or re.search(r"[^\w\[\],]", fields) or fields.count("[") != fields.count("]"):
        return None
    wanted: Wanted = {}
    levels = [wanted]
    latest = ""
    for token in re.findall(r"\w+|[\[\]]", fields):
        if token == "[":
            levels.append(levels[-1].setdefault(latest, {}))
        elif token == "]":
            if len(levels) == 1:
                return None
            levels.pop()
        else:
            latest = token
            levels[-1][latest] = {}
    return wanted
