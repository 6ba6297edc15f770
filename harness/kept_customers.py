"""A scenario's customers that stay, for a person who goes on by hand where the scenario ended.

What it takes to sign in as them is told at that person's terminal and nowhere else: it is the one place where
a customer's password leaves the suite.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests

from api.admin_access import AdminAccess
from api.errors import ShopError
from api.magento import Magento
from api.models import Customer
from harness.customers import OwnCustomers
from harness.reporting.scenario_identity import ScenarioIdentity
from harness.terminal import Terminal

NOBODY = "  No customer is left: the scenario made none, or deleted her."
NOTHING_TO_DO = "nothing to do: she ends with the embedded store, and the store with this run"
QUESTION = "\n  Press Enter to close the browser and to end the scenario. "

_passwords: dict[int, str] = {}
"""The password of each account made by this process, by the customer's id."""


@dataclass(frozen=True)
class Scene:
    """What a scenario leaves: its customers, the shop they are in, and how to remove them afterwards."""

    customers: OwnCustomers
    magento: Magento
    admin: AdminAccess
    removal: str


scene_key = pytest.StashKey[Scene]()
"""Where a scenario's test keeps its scene."""


class KeptCustomers:
    """Ends each scenario of a run at the terminal; pytest calls its hook."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Tell who stays, and wait before anything, the browser included, is taken down.

        A run that is stopped never comes here, so that its customers are deleted after all.
        """
        scene = item.stash.get(scene_key, None)
        try:
            told = list(_told(scene)) if scene else []
        except ShopError as error:
            told = [f"  Who stays cannot be told, so nobody does: {error}"]
        self._terminal.show(f"\n\n{ScenarioIdentity.of(item) or item.name}")
        for paragraph in told or [NOBODY]:
            self._terminal.show(f"\n{paragraph}")
        self._terminal.ask(QUESTION)


def note_password(response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
    """Remember the password of a customer when she is created or changes it; a hook for a `requests` session."""
    sent = _json(response.request.body)
    if not response.ok or not isinstance(sent, dict):
        return
    answered = _json(response.content)
    if "customer" in sent and "password" in sent and isinstance(answered, dict) and "id" in answered:
        _passwords[answered["id"]] = sent["password"]
    for customer, password in _passwords.items():
        if "newPassword" in sent and password == sent.get("currentPassword"):
            _passwords[customer] = sent["newPassword"]


def _told(scene: Scene) -> Iterator[str]:
    """Give a paragraph for each customer who stays, and let her stay."""
    secure = scene.magento.rest.base_url.startswith("https://")
    configs = scene.magento.store_configs(scene.admin).value
    storefronts = {config.id: config.storefront_address(secure=secure) for config in configs}
    for found in scene.customers.release():
        customer = scene.magento.customer(found.id, token=scene.admin).value
        facts = _facts(customer, storefronts, scene.removal)
        lines = (f"    {name:<12} {value}" for name, value in facts)
        yield "\n".join((f"  {customer.firstname} {customer.lastname} stays:", *lines))


def _facts(customer: Customer, storefronts: dict[int, str], removal: str) -> Iterator[tuple[str, str]]:
    yield "storefront", storefronts.get(customer.store_id, "none")
    yield "e-mail", customer.email
    yield "password", _passwords.get(customer.id, "none was sent")
    yield "customer id", str(customer.id)
    yield "remove her", removal or NOTHING_TO_DO


def _json(content: bytes | str | Any) -> Any:
    """Decode a body, None when it is no JSON."""
    try:
        return json.loads(content)
    except (TypeError, ValueError):
        return None
