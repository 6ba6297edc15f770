"""A caller of the embedded store's REST in process, with the tutorial's customer at hand."""

import copy
from typing import Any

from flask import Flask
from werkzeug.test import Client, TestResponse

ADDRESS: dict[str, Any] = {
    "defaultBilling": True,
    "defaultShipping": True,
    "firstname": "Jane",
    "lastname": "Doe",
    "region": {"regionCode": "NY", "regionId": 43, "region": "New York"},
    "countryId": "US",
    "postcode": "10755",
    "city": "Purchase",
    "street": ["123 Oak Ave"],
    "telephone": "512-555-1111",
}
CUSTOMER: dict[str, Any] = {
    "lastname": "Doe",
    "firstname": "Jane",
    "email": "jdoe@example.com",
    "store_id": 2,
    "website_id": 2,
    "addresses": [ADDRESS],
}
PASSWORD = "Password1"
ABSENT = object()
"""A change by which a field is left out."""


def address(**changes: Any) -> dict[str, Any]:
    """Give the tutorial's address with some fields changed or left out."""
    return _changed(ADDRESS, changes)


def customer(**changes: Any) -> dict[str, Any]:
    """Give the tutorial's customer with some fields changed or left out."""
    return _changed(CUSTOMER, changes)


class Reply(TestResponse):
    """An answer whose JSON is looked into without asking for its type first."""

    @property
    def json(self) -> Any:
        """The decoded body, None when it is no JSON."""
        return self.get_json(silent=True)


class RestClient:
    """Calls REST as one user; an answer is looked at by whoever asked."""

    def __init__(self, app: Flask, token: str | None = None) -> None:
        self.app = app
        self.token = token

    def as_admin(self) -> "RestClient":
        """Sign in as the admin."""
        credentials = {"username": "admin", "password": "Admin123pass"}
        return self.bearing(self.post("all/V1/integration/admin/token", credentials).json)

    def as_customer(self, email: str = "jdoe@example.com", scope: str = "us") -> "RestClient":
        """Sign in as a customer."""
        answer = self.ask_token(email, scope=scope)
        assert answer.status_code == 200, answer.text
        return self.bearing(answer.json)

    def bearing(self, token: str | None) -> "RestClient":
        """Make a caller with another token."""
        return RestClient(self.app, token)

    def ask_token(
        self, email: str = "jdoe@example.com", password: str = PASSWORD, scope: str = "us"
    ) -> Reply:
        """Ask for a customer token."""
        return self.post(f"{scope}/V1/integration/customer/token", {"username": email, "password": password})

    def create(self, scope: str = "us", password: str = PASSWORD, **changes: Any) -> Reply:
        """Create the tutorial's customer, with changes."""
        return self.post(f"{scope}/V1/customers", {"customer": customer(**changes), "password": password})

    def get(self, path: str, **headers: str) -> Reply:
        """Read."""
        return self.call("GET", path, headers=headers)

    def post(self, path: str, json: Any = None) -> Reply:
        """Send something new."""
        return self.call("POST", path, json=json)

    def put(self, path: str, json: Any = None) -> Reply:
        """Send a change."""
        return self.call("PUT", path, json=json)

    def delete(self, path: str) -> Reply:
        """Delete."""
        return self.call("DELETE", path)

    def call(
        self,
        method: str,
        path: str,
        *,
        headers: dict[str, str] | None = None,
        json: Any = None,
        data: bytes | str | None = None,
    ) -> Reply:
        """Call a path below `/rest/`, or an absolute one, without cookies of earlier calls."""
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        url = path if path.startswith("/") else f"/rest/{path}"
        reply = Client(self.app, Reply, use_cookies=False).open(
            url, method=method, headers=sent | (headers or {}), json=json, data=data
        )
        assert isinstance(reply, Reply)
        return reply


def _changed(original: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    made = copy.deepcopy(original) | changes
    return {name: value for name, value in made.items() if value is not ABSENT}
