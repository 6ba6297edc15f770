"""Takes the shop's place at the end of the line: requests are noted down and answered with what is to be expected.

Only questions about the shop itself, its store views and its directory of countries, go through: they change
nothing, and the values of the checklist come from them.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import Any

import requests
from requests.adapters import BaseAdapter

CUSTOMER_TOKEN = "<her customer token>"  # noqa: S105  what stands for one
CUSTOMER_IDS = {987_650_001: "<her id>", 987_650_002: "<the other customer's id>"}
ADDRESS_IDS = {987_660_001: "<her address's id>", 987_660_002: "<the other address's id>"}
"""Numbers that no shop has come to yet, and what a tester reads for them."""

_FACTS = re.compile(r"/V1/(store|directory)/")


class Notebook(BaseAdapter):
    """Stands before the adapter that reaches the shop, and writes down what would go there."""

    def __init__(self, shop: BaseAdapter) -> None:
        super().__init__()
        self._shop = shop
        self._noted: list[requests.PreparedRequest] | None = None
        self._is_rehearsing = False
        self._customer_ids: Iterator[int] = iter(())
        self._address_ids: Iterator[int] = iter(())

    @contextmanager
    def scenario(self) -> Iterator[None]:
        """Rehearse a scenario; before and after it everything goes through, as to find that nobody was made."""
        self._customer_ids, self._address_ids = count(min(CUSTOMER_IDS)), count(min(ADDRESS_IDS))
        self._is_rehearsing = True
        try:
            yield
        finally:
            self._is_rehearsing = False

    @contextmanager
    def notes(self, noted: list[requests.PreparedRequest]) -> Iterator[None]:
        """Write down into `noted` whatever is sent meanwhile, questions about the shop included."""
        self._noted = noted
        try:
            yield
        finally:
            self._noted = None

    def send(self, request: requests.PreparedRequest, *args: Any, **more: Any) -> requests.Response:
        """Note the request down; pass it on if it is a question about the shop, else make up the answer."""
        if self._noted is not None:
            self._noted.append(request)
        if not self._is_rehearsing or (request.method == "GET" and _FACTS.search(request.url or "")):
            return self._shop.send(request, *args, **more)
        response = requests.Response()
        response.status_code = requests.codes.ok
        response.headers["Content-Type"] = "application/json"
        response.request, response.url = request, request.url or ""
        response._content = json.dumps(self._made_up(request)).encode()  # noqa: SLF001  there is no other way
        return response

    def close(self) -> None:
        """Let go of the shop."""
        self._shop.close()

    def _made_up(self, request: requests.PreparedRequest) -> Any:
        body = decoded(request)
        if request.method == "POST" and isinstance(body, dict) and isinstance(body.get("customer"), dict):
            return self._created(body["customer"])
        if (request.url or "").endswith("/integration/customer/token"):
            return CUSTOMER_TOKEN
        return {"items": [], "total_count": 0} if "/customers/search" in (request.url or "") else True

    def _created(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """Give the customer as Magento would answer her, as far as later steps look."""
        customer_id = next(self._customer_ids)
        addresses = [self._address(address, customer_id) for address in sent.get("addresses", ())]
        texts = {name: str(sent.get(name, "")) for name in ("email", "firstname", "lastname")}
        numbers = {name: int(sent.get(name, 0)) for name in ("store_id", "website_id")}
        return {
            "id": customer_id,
            "group_id": 1,
            "created_in": "",
            "addresses": addresses,
            **texts,
            **numbers,
        }

    def _address(self, sent: Mapping[str, Any], customer_id: int) -> dict[str, Any]:
        region = {"region_code": None, "region": None, "region_id": 0}
        texts = {name: str(sent.get(name, "")) for name in ("firstname", "lastname", "city")}
        address = {"id": next(self._address_ids), "customer_id": customer_id, "region": region, **texts}
        return {**address, "street": sent.get("street", []), "country_id": str(sent.get("countryId", ""))}


def decoded(request: requests.PreparedRequest) -> Any:
    """Give a request's body, decoded if it is JSON, else as text; None without one."""
    body = request.body
    if body is None:
        return None
    text = body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body)
    try:
        return json.loads(text)
    except ValueError:
        return text
