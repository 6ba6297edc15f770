"""Replays recorded exchanges against a store, and compares by what a shop promises.

Ids are compared by type and relation: one recorded id stands for one id of the store throughout a replay. Times
and tokens are compared by form, lists without a promised order as sets, the rest literally.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.sandbox.rest_client import RestClient

RECORDINGS = Path(__file__).parent / "recordings"
FORMS = {
    "<timestamp>": r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",
    "<opaque token>": r"[a-z0-9]{32}",
    "<jwt>": r"[\w-]+\.[\w-]+\.[\w-]+",
    "<report id>": r"webapi-[0-9a-f]{13}",
}
CUSTOMER_IDS = {"id", "customer_id", "default_billing", "default_shipping"}

Row = dict[str, Any]


def recorded(magento: str) -> list[Row]:
    """Read the exchanges recorded of a release."""
    rows: list[Row] = json.loads((RECORDINGS / f"rest-{magento}.json").read_text(encoding="utf-8"))
    return rows


@dataclass
class Replay:
    """One run through the exchanges, with what was saved and which ids correspond."""

    client: RestClient
    saved: dict[str, Any] = field(
        default_factory=lambda: {
            "base": "http://localhost",
            "admin": "admin",
            "admin_password": "Admin123pass",
        }
    )
    ids: dict[tuple[str, int], int] = field(default_factory=dict)

    def differences(self, row: Row) -> list[str]:
        """Send one exchange again, and list what is not as recorded."""
        response = self.client.call(
            row["method"],
            self._filled("/" + row["path"].lstrip("/")),
            headers=self._headers(row),
            json=self._filled(row.get("json")),
            data=row.get("raw"),
        )
        found = []
        if response.status_code != row["status"]:
            found.append(f"status {response.status_code}, not {row['status']}")
        if response.mimetype != row["content_type"]:
            found.append(f"content type {response.mimetype}, not {row['content_type']}")
        if response.mimetype == "application/xml":
            if not response.text.startswith(row["body"].rstrip()):
                found.append(f"XML {response.text[:200]}")
            return found
        body = json.loads(response.text)
        found += self._compared(self._filled(row["body"]), body, "body")
        for name, path in row.get("save", {}).items():
            self.saved[name] = _reached(body, path)
        return found

    def _headers(self, row: Row) -> dict[str, str]:
        headers = {name: value for name, value in row.get("headers", {}).items() if value}
        kind, _, rest = row.get("auth", "").partition(":")
        if kind == "admin":
            headers["Authorization"] = f"Bearer {self.saved['admin_token']}"
        elif kind == "bearer":
            headers["Authorization"] = f"Bearer {self.saved[rest]}"
        elif kind == "raw":
            headers["Authorization"] = str(self._filled(rest))
        return headers

    def _filled(self, value: Any) -> Any:
        if isinstance(value, str):
            for name, saved in self.saved.items():
                value = value.replace("{" + name + "}", str(saved))
            return value
        if isinstance(value, dict):
            return {name: self._filled(inner) for name, inner in value.items()}
        return [self._filled(inner) for inner in value] if isinstance(value, list) else value

    def _compared(self, expected: Any, actual: Any, place: str) -> list[str]:
        if isinstance(expected, dict) and isinstance(actual, dict):
            return list(self._compared_objects(expected, actual, place))
        if isinstance(expected, list) and isinstance(actual, list):
            if len(expected) != len(actual):
                return [f"{place} has {len(actual)} items, not {len(expected)}"]
            if expected and isinstance(expected[0], dict):
                expected, actual = sorted(expected, key=_content), sorted(actual, key=_content)
            pairs = enumerate(zip(expected, actual, strict=True))
            return [
                text for at, (one, other) in pairs for text in self._compared(one, other, f"{place}[{at}]")
            ]
        if isinstance(expected, str) and isinstance(actual, str) and _same_form(expected, actual):
            return []
        if type(expected) is not type(actual) or expected != actual:
            return [f"{place} is {actual!r}, not {expected!r}"]
        return []

    def _compared_objects(self, expected: Row, actual: Row, place: str) -> Iterator[str]:
        if list(expected) != list(actual):
            yield f"{place} has the keys {list(actual)}, not {list(expected)}"
            return
        for name, value in expected.items():
            if (kind := _kind_of_id(expected, name)) and self._relates(kind, value, actual[name]):
                continue
            yield from self._compared(value, actual[name], f"{place}.{name}")

    def _relates(self, kind: str, expected: Any, actual: Any) -> bool:
        if type(expected) is not type(actual):
            return False
        return self.ids.setdefault((kind, int(expected)), int(actual)) == int(actual)


def _kind_of_id(owner: Row, name: str) -> str | None:
    if name == "customer_id" or (name == "id" and "email" in owner):
        return "customer"
    if name.startswith("default_") and "email" in owner:
        return "address"
    if name == "id" and "customer_id" in owner:
        return "address"
    return "customer" if name == "fieldValue" and owner.get("fieldName") == "customerId" else None


def _same_form(expected: str, actual: str) -> bool:
    pattern = re.escape(expected)
    for sign, form in FORMS.items():
        pattern = pattern.replace(re.escape(sign), form)
    return re.fullmatch(pattern, actual) is not None


def _content(item: Any) -> str:
    """Give what orders the items of a list: all but the ids that differ from shop to shop."""
    plain = {name: value for name, value in item.items() if name not in CUSTOMER_IDS or "code" in item}
    return json.dumps(plain, sort_keys=True)


def _reached(body: Any, path: str) -> Any:
    for step in filter(None, path.split(".")):
        body = body[int(step)] if isinstance(body, list) else body[step]
    return body
