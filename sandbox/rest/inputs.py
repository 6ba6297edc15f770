"""Turns what a caller sent into typed values, with Magento's complaints about what does not fit.

The fields of a data class are the properties that a data object may have; both snake_case and camelCase name them.
"""

import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import InputRefused, MaskedError
from sandbox.versions import MagentoVersion

PHP_TYPES = {int: "int", str: "string", bool: "boolean", float: "float"}
NUMERIC = re.compile(r"\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?\s*", re.ASCII)
SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.IGNORECASE | re.DOTALL)
LARGEST_INT = 2**63 - 1
TRUE_WORDS = frozenset({"1", "true", "on", "yes"})
IGNORED = frozenset({"custom_attributes"})
"""Properties that every data object takes, and of which this shop has none to keep."""


class WrongTypeError(Exception):
    """A value does not have the type that is expected; carries the text so far."""


def convert(value: Any, expected: Any, version: MagentoVersion) -> Any:
    """Make a value the type that is expected of it."""
    kind = _without_none(expected)
    if get_origin(kind) is list:
        return _convert_list(value, get_args(kind)[0], version)
    if is_dataclass(kind):
        return _convert_object(value, kind, version)
    return _convert_scalar(value, kind)


def camel_case(name: str) -> str:
    """Write a snake_case name in camelCase."""
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)


def snake_case(name: str) -> str:
    """Write a camelCase name in snake_case."""
    return re.sub(r"(?<=\w)(?=[A-Z])", "_", name).lower()


def _convert_list(value: Any, item_type: Any, version: MagentoVersion) -> Any:
    items = _items(value)
    if is_dataclass(item_type):
        return None if items is None else [_convert_object(item, item_type, version) for item in items]
    if items is None:
        raise _wrong_type(_php_kind(value), f"{PHP_TYPES[item_type]}[]")
    return [_convert_scalar("" if item is None else item, item_type) for item in items]


def _items(value: Any) -> list[Any] | None:
    # XML has no lists: it repeats <item>, or holds a single one.
    if isinstance(value, dict) and set(value) == {"item"}:
        value = value["item"] if isinstance(value["item"], list) else [value["item"]]
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else None


def _convert_object(value: Any, kind: Any, version: MagentoVersion) -> Any:
    made = kind()
    types = _types(kind)
    for name, sent in (value if isinstance(value, dict) else {}).items():
        attribute = snake_case(name)
        if attribute not in types or (name != camel_case(attribute) and defective("camel-case-alone")):
            if attribute in IGNORED or attribute == "extension_attributes" or defective("unknown-fields"):
                continue
            raise _unknown_property(name, version)
        if sent is None and not is_dataclass(_without_none(types[attribute])):
            continue
        try:
            converted = convert(sent, types[attribute], version)
        except WrongTypeError as problem:
            raise WrongTypeError(messages.WRONG_FIELD.format(field=name, details=problem)) from problem
        if version.refuses_scripts and isinstance(converted, str) and SCRIPT.search(converted):
            raise InputRefused(messages.VALUE_NOT_VALID, {"field_name": name})
        setattr(made, attribute, converted)
    return made


def _convert_scalar(value: Any, kind: type) -> Any:
    if isinstance(value, list | dict):
        raise _wrong_type("array", PHP_TYPES[kind])
    if value is None:
        return None
    if kind is bool:
        return str(value).lower() in TRUE_WORDS
    if kind is str:
        return _as_text(value)
    if isinstance(value, bool) or not NUMERIC.fullmatch(str(value)):
        raise _wrong_type(_as_text(value), PHP_TYPES[kind])
    number = int(Decimal(str(value).strip()))
    return max(-LARGEST_INT, min(LARGEST_INT, number))


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "1" if value else ""
    return str(value)


def _php_kind(value: Any) -> str:
    return {bool: "boolean", int: "integer", float: "double", NoneType: "NULL"}.get(type(value), "string")


def _wrong_type(value: str, expected: str) -> WrongTypeError:
    return WrongTypeError(messages.WRONG_TYPE.format(value=value, type=expected))


def _unknown_property(name: str, version: MagentoVersion) -> Exception:
    if not version.names_unknown_property or defective("breaks-over-fields"):
        return MaskedError()
    upper = camel_case(snake_case(name))
    return InputRefused(messages.PROPERTY_NOT_SUPPORTED, {"fieldName": upper[:1].upper() + upper[1:]})


@cache
def _types(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _without_none(expected: Any) -> Any:
    if get_origin(expected) in (Union, UnionType):
        return next(option for option in get_args(expected) if option is not NoneType)
    return expected
