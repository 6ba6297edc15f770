"""Safe twins: how a call is sent once more without trying the scenario's own customer again.

| call | its twin |
|---|---|
| GET | the same |
| POST customers | the same body with a new e-mail of our own |
| a customer's token, the end of one | for a customer made for it: tries on the same one would lock her |
| PUT, DELETE of a customer | for a customer made for it |
| PUT customers/me | with the token of a customer made for it |

An empty POST is no twin: it is refused well while saving dies. What has no twin is not asked again.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests

from api.models import Credentials

Send = Callable[[requests.PreparedRequest], requests.Response]
"""Sends a request as it stands; raises requests' RequestException where no answer comes."""

_CUSTOMER = re.compile(r"/V1/customers/\d+$")
_TOKEN = "/V1/integration/customer/token"  # noqa: S105  a route
_REVOKE = "/V1/integration/customer/revoke-customer-token"
_OWN = "/V1/customers/me"


@dataclass(frozen=True)
class Twins:
    """Makes twins. `creation` is a call that created a customer, None where the scenario made none.

    `fresh` gives the e-mail and password of a new customer of our own, who is deleted with the others.
    """

    creation: requests.PreparedRequest | None
    fresh: Callable[[], Credentials]
    send: Send

    def of(self, request: requests.PreparedRequest) -> requests.PreparedRequest | None:
        """Give the request to send, None where there is no safe one."""
        path = request.path_url.partition("?")[0]
        if request.method in {"GET", "HEAD"}:
            return request
        if request.method == "POST" and path.endswith("/V1/customers"):
            return _with_body(request, self._as_another(_decoded(request)))
        if request.method == "POST" and path.endswith(_TOKEN):
            customer = self.new_customer()
            return _with_body(request, customer.credentials.payload()) if customer else None
        return self._for_a_new_customer(request, path)

    def new_customer(self) -> "TwinCustomer | None":
        """Create a customer as the scenario did; None where that is not possible."""
        if self.creation is None:
            return None
        credentials = self.fresh()
        body = self._as_another(_decoded(self.creation), credentials)
        answer = self.send(_with_body(self.creation, body))
        record = answer.json() if answer.ok else None
        return TwinCustomer(record["id"], credentials) if isinstance(record, dict) else None

    def _for_a_new_customer(
        self, request: requests.PreparedRequest, path: str
    ) -> requests.PreparedRequest | None:
        by_id = request.method in {"PUT", "DELETE"} and _CUSTOMER.search(path)
        own = request.method == "PUT" and path.endswith(_OWN)
        revokes = request.method == "POST" and path.endswith(_REVOKE)
        customer = self.new_customer() if by_id or own or revokes else None
        if customer is None:
            return None
        twin = request.copy()
        if by_id:
            twin.url = re.sub(r"/customers/\d+", f"/customers/{customer.id}", str(twin.url))
        else:
            token = self._token(path, customer.credentials)
            if token is None:
                return None
            twin.headers["Authorization"] = f"Bearer {token}"
        body = _decoded(request)
        return twin if body is None else _with_body(twin, _named(body, customer))

    def _token(self, path: str, credentials: Credentials) -> str | None:
        scope, _, _ = path.partition("/V1/")
        assert self.creation is not None
        request = self.creation.copy()
        root = str(request.url).partition("/rest/")[0]
        request.url = f"{root}{scope}{_TOKEN}"
        answer = self.send(_with_body(request, credentials.payload()))
        return str(answer.json()) if answer.ok else None

    def _as_another(self, body: Any, credentials: Credentials | None = None) -> Any:
        """Put a new e-mail into a customer's body, and a new password where one is sent."""
        if not isinstance(body, dict) or not isinstance(body.get("customer"), dict):
            return body
        credentials = credentials or self.fresh()
        another = {**body, "customer": {**body["customer"], "email": credentials.username}}
        if "password" in body and credentials:
            another["password"] = credentials.password.get_secret_value()
        return another


@dataclass(frozen=True)
class TwinCustomer:
    """A customer made for one question."""

    id: int
    credentials: Credentials


def _named(body: Any, customer: TwinCustomer) -> Any:
    if isinstance(body, dict) and isinstance(body.get("customer"), dict):
        named = {**body["customer"], "email": customer.credentials.username}
        if "id" in named:
            named["id"] = customer.id
        named.pop("addresses", None)  # their ids are the other customer's
        return {**body, "customer": named}
    return body


def _decoded(request: requests.PreparedRequest) -> Any:
    """Give the body, decoded if it is JSON, None without one or for anything else."""
    try:
        return json.loads(request.body or "")
    except ValueError:
        return None


def _with_body(request: requests.PreparedRequest, body: Any) -> requests.PreparedRequest:
    """Give the request with another body; one that is no JSON stays as it is, for nothing can come of it."""
    twin = request.copy()
    if body is not None:
        twin.prepare_body(data=json.dumps(body).encode(), files=None)
        twin.headers["Content-Type"] = "application/json"
    return twin
