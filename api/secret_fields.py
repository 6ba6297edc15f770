"""Finding fields that must never leave a shop, however deep in an answer they stand."""

from collections.abc import Iterator
from typing import Any

_SECRET = ("password", "hash", "token", "salt")


def secret_fields(body: Any, path: str = "") -> Iterator[str]:
    """Give the paths of all fields of a decoded body whose name, or attribute code, is that of a secret.

    "extension_attributes.password_hash", "custom_attributes.0.rp_token"; a custom attribute has its name in a field.
    """
    if isinstance(body, dict):
        code = body.get("attribute_code")
        if isinstance(code, str) and _is_secret(code):
            yield f"{path}{code}"
        for name, value in body.items():
            if _is_secret(name):
                yield f"{path}{name}"
            yield from secret_fields(value, f"{path}{name}.")
    elif isinstance(body, list):
        for place, value in enumerate(body):
            yield from secret_fields(value, f"{path}{place}.")


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET)
