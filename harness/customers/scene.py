"""What a scenario leaves when it ends: its customers, with the passwords that open their accounts.

Nothing here is written anywhere; it is kept for a person who asked to go on by hand.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from api.admin_access import AdminAccess
from api.magento import Magento
from harness.customers.own_customers import OwnCustomers
from harness.shop.shop import Shop

passwords: dict[int, str] = {}
"""The password of each account made by this process, by the customer's id."""


@dataclass(frozen=True)
class Scene:
    """What a scenario leaves: its customers, and the shop and the run by which they are found again."""

    customers: OwnCustomers
    magento: Magento
    admin: AdminAccess
    shop: Shop
    run_id: str


scene_key = pytest.StashKey[Scene]()
"""Where a scenario's test keeps its scene."""


def note_password(response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
    """Remember the password of a customer when she is created or changes it; a hook for a `requests` session."""
    sent = _json(response.request.body)
    if not response.ok or not isinstance(sent, dict):
        return
    answered = _json(response.content)
    if "customer" in sent and "password" in sent and isinstance(answered, dict) and "id" in answered:
        passwords[answered["id"]] = sent["password"]
    for customer, password in passwords.items():
        if "newPassword" in sent and password == sent.get("currentPassword"):
            passwords[customer] = sent["newPassword"]


def _json(content: bytes | str | Any) -> Any:
    """Decode a body, None when it is no JSON."""
    try:
        return json.loads(content)
    except (TypeError, ValueError):
        return None
