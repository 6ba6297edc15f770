"""What differs between what was promised and what was seen: each field in one readable line, and all as rows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True)
class Difference:
    """A field that is not as promised; `what` is whose field it is, "default billing address"."""

    what: str
    field: str
    expected: str
    seen: str

    def __str__(self) -> str:
        """Tell it: "default billing address, postcode: expected 10755, seen 10001"."""
        return f"{self.what}, {self.field}: expected {self.expected}, seen {self.seen}"


class Different(AssertionError):
    """Something is not as promised; the message tells every difference, `differences` holds them."""

    def __init__(self, differences: Iterable[Difference]) -> None:
        self.differences = tuple(differences)
        super().__init__("; ".join(map(str, self.differences)))


def check_same(what: str, expected: BaseModel, seen: BaseModel) -> None:
    """Raise Different unless `seen` holds the fields of `expected` alike."""
    __tracebackhide__ = True
    check_none(differences(what, expected, seen))


def check_each(what: str, expected: Mapping[str, BaseModel], seen: Mapping[str, BaseModel]) -> None:
    """Raise Different unless the things that are distinguished by their keys are the same ones, and alike.

    "address in Albany, number: expected 1, seen 0; address in Purchase, postcode: expected 10755, seen 10001".
    """
    __tracebackhide__ = True
    check_none(found for key in sorted({*expected, *seen}) for found in _of_one(what, key, expected, seen))


def check_fields(what: str, expected: Mapping[str, str], seen: Mapping[str, str]) -> None:
    """Raise Different unless the same fields are filled in, with the same texts.

    "form for a new address, telephone: expected nothing, seen 512-555-1111".
    """
    __tracebackhide__ = True
    pairs = {
        name: (expected.get(name, "nothing"), seen.get(name, "nothing")) for name in {**expected, **seen}
    }
    check_none(Difference(what, name, *pair) for name, pair in pairs.items() if pair[0] != pair[1])


def check_none(found: Iterable[Difference]) -> None:
    """Raise Different with every difference that was found, if there is any."""
    __tracebackhide__ = True
    if all_found := tuple(found):
        raise Different(all_found)


def differences(what: str, expected: BaseModel, seen: BaseModel) -> list[Difference]:
    """List the fields of `expected` that `seen` holds differently."""
    return list(_differences(what, expected.model_dump(), seen.model_dump(), prefix=""))


def _of_one(
    what: str, key: str, expected: Mapping[str, BaseModel], seen: Mapping[str, BaseModel]
) -> list[Difference]:
    name = f"{what} {key}"
    if key in expected and key in seen:
        return differences(name, expected[key], seen[key])
    return [Difference(name, "number", str(int(key in expected)), str(int(key in seen)))]


def _differences(
    what: str, expected: dict[str, Any], seen: dict[str, Any], *, prefix: str
) -> Iterator[Difference]:
    for name, value in expected.items():
        other = seen.get(name)
        if isinstance(value, dict) and isinstance(other, dict):
            yield from _differences(what, value, other, prefix=f"{prefix}{name}.")
        elif value != other:
            yield Difference(what, f"{prefix}{name}", _shown(value), _shown(other))


def _shown(value: Any) -> str:
    """Write a value as a person would; models within lists have become dictionaries."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(each)}" for name, each in value.items() if each not in (None, ()))
    if isinstance(value, (tuple, list)):
        return " / ".join(map(_shown, value)) or "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value is None else str(value)
