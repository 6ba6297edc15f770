"""JSON for paper: what fits into a line stands in one, so that a request is taken in at a glance."""

import json
from typing import Any

_WIDTH = 88


def written(value: Any, indent: str = "") -> str:
    """Write a JSON value; objects and lists that are too long for a line have a line for each of their parts."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not isinstance(value, dict | list):
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {written(each, deeper)}" for name, each in value.items()]
        return "{\n" + ",\n".join(f"{deeper}{part}" for part in parts) + f"\n{indent}}}"
    parts = [written(each, deeper) for each in value]
    return "[\n" + ",\n".join(f"{deeper}{part}" for part in parts) + f"\n{indent}]"
