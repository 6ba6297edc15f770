"""A scenario's customers that stay, for a person who goes on by hand where the scenario ended.

What it takes to sign in as them is shown at that person's terminal and nowhere else: it is the one place where
a customer's password leaves the suite, and the one place that remembers passwords, of one scenario at a time.
"""

import json
from typing import Any

import pytest
import requests

from api.admin_access import AdminAccess
from api.errors import ShopError
from api.magento import Magento
from api.models import Customer, StoreConfig
from harness.core.scenario_identity import ScenarioIdentity
from harness.customers.leftovers import sweep_command
from harness.interactive.open_browser import let_live
from harness.interactive.terminal import Terminal
from harness.run.run import Run, run_of
from harness.run.scenario import Customers, scenario_of
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect
from harness.shop.shop import Shop

NO_REMOVAL = "nothing to do: she ends with the embedded store, and the store with this run"
NOBODY = "  No customer is left: the scenario made none, or deleted her."
QUESTION = "\n  Press Enter to close the browser and to end the scenario. "


class KeptCustomers:
    """Ends each scenario of a run at the terminal; pytest calls its hooks."""

    def __init__(self, terminal: Terminal, scrubber: Scrubber, kept: set[int]) -> None:
        self._terminal = terminal
        self._scrubber = scrubber
        self._kept = kept
        self._passwords: dict[int, str] = {}

    def pytest_runtest_setup(self) -> None:
        """Forget the passwords of the scenario before."""
        self._passwords.clear()

    def pytest_acceptance_exchanged(self, response: requests.Response) -> None:
        """Remember the password of a customer when she is created or changes it."""
        sent = _json(response.request.body)
        if not response.ok or not isinstance(sent, dict):
            return
        answered = _json(response.content)
        if "customer" in sent and "password" in sent and isinstance(answered, dict) and "id" in answered:
            self._passwords[answered["id"]] = sent["password"]
        for customer, password in self._passwords.items():
            if "newPassword" in sent and password == sent.get("currentPassword"):
                self._passwords[customer] = sent["newPassword"]

    @pytest.hookimpl(tryfirst=True)  # before pytest takes anything down, the browser included
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Say who stays, and wait.

        A run that is stopped never comes here, so that its customers are deleted after all.
        """
        scenario = scenario_of(item)
        try:
            run = run_of(item)
            paragraphs = self._paragraphs(scenario.customers, run) if scenario.customers and run else []
        except ShopError as error:
            paragraphs = [f"  Who stays cannot be found out, so nobody does: {error}"]
        self._terminal.show(f"\n\n{ScenarioIdentity.of(item) or item.name}")
        for paragraph in paragraphs or [NOBODY]:
            self._terminal.show(f"\n{paragraph}")
        self._terminal.ask(QUESTION, lambda: let_live(scenario.contexts))

    def _paragraphs(self, customers: Customers, run: Run) -> list[str]:
        """Give a paragraph for each customer who is there, and let her stay."""
        magento = connect(run.shop, run.id)
        admin = admin_access(run.shop, magento, self._scrubber, run.admin_token)
        configs = {config.id: config for config in magento.store_configs(admin).value}
        records = _records(customers, magento, admin)
        customers.release()
        self._kept.update(record.id for record in records)
        return [self._paragraph(record, configs.get(record.store_id), run) for record in records]

    def _paragraph(self, customer: Customer, store: StoreConfig | None, run: Run) -> str:
        facts = {
            "storefront": _storefront(store, run.shop) if store else "none",
            "e-mail": customer.email,
            "password": self._passwords.get(customer.id, "none was sent"),
            "customer id": customer.id,
            "remove her": sweep_command(run.shop, run.id) or NO_REMOVAL,
        }
        lines = (f"    {name:<12} {value}" for name, value in facts.items())
        return "\n".join((f"  {customer.firstname} {customer.lastname} stays:", *lines))


def _records(customers: Customers, magento: Magento, admin: AdminAccess) -> list[Customer]:
    return [magento.customer(found.id, caller=admin).value for found in customers.found()]


def _storefront(store: StoreConfig, shop: Shop) -> str:
    """Give the URL that the scenario itself would use."""
    own = shop.storefront_url if store.code == shop.store_code else None
    return own or store.storefront_url(secure=shop.base_url.startswith("https://"))


def _json(content: bytes | str | Any) -> Any:
    """Decode a body, None when it is no JSON."""
    try:
        return json.loads(content)
    except (TypeError, ValueError):
        return None
