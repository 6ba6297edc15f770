"""What differs between what was promised and what was seen, field by field, in one readable line."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel


def check_same(what: str, expected: BaseModel, seen: BaseModel) -> None:
    """Raise AssertionError with every difference: "address, postcode: expected 10755, seen 10001"."""
    if found := differences(expected, seen):
        raise AssertionError("; ".join(f"{what}, {difference}" for difference in found))


def check_each(what: str, expected: Mapping[str, BaseModel], seen: Mapping[str, BaseModel]) -> None:
    """Raise AssertionError with every difference between things that are told apart by their keys.

    "address in Albany: expected, not seen; address in Purchase, postcode: expected 10755, seen 10001".
    """
    found = [f"{what} {key}: expected, not seen" for key in expected.keys() - seen.keys()]
    found += [f"{what} {key}: seen, not expected" for key in seen.keys() - expected.keys()]
    for key in expected.keys() & seen.keys():
        found += [f"{what} {key}, {difference}" for difference in differences(expected[key], seen[key])]
    if found:
        raise AssertionError("; ".join(sorted(found)))


def differences(expected: BaseModel, seen: BaseModel) -> list[str]:
    """List the fields of `expected` that `seen` holds differently: "postcode: expected 10755, seen 10001"."""
    return _differences(expected.model_dump(), seen.model_dump(), prefix="")


def _differences(expected: dict[str, Any], seen: dict[str, Any], *, prefix: str) -> list[str]:
    found: list[str] = []
    for name, value in expected.items():
        other = seen.get(name)
        if isinstance(value, dict) and isinstance(other, dict):
            found += _differences(value, other, prefix=f"{prefix}{name}.")
        elif value != other:
            found.append(f"{prefix}{name}: expected {_shown(value)}, seen {_shown(other)}")
    return found


def _shown(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        return " / ".join(map(str, value))
    return "nothing" if value is None else str(value)
