"""A scenario's customers that stay, for a person who goes on by hand where the scenario ended.

What it takes to sign in as them is told at that person's terminal and nowhere else: it is the one place where
a customer's password leaves the suite.
"""

import pytest

from api.errors import ShopError
from api.models import Customer, StoreConfig
from harness.browser.evidence import contexts_key
from harness.core.scenario_identity import ScenarioIdentity
from harness.customers.leftovers import sweep_command
from harness.customers.scene import Scene, passwords, scene_key
from harness.interactive.open_browser import let_live
from harness.interactive.terminal import Terminal
from harness.shop.shop import Shop

NO_REMOVAL = "nothing to do: she ends with the embedded store, and the store with this run"
NOBODY = "  No customer is left: the scenario made none, or deleted her."
QUESTION = "\n  Press Enter to close the browser and to end the scenario. "

kept_ids: set[int] = set()
"""The ids of the customers who stay; whoever cleans up after this process leaves them alone."""


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
            told = _told(scene) if scene else []
        except ShopError as error:
            told = [f"  Who stays cannot be told, so nobody does: {error}"]
        self._terminal.show(f"\n\n{ScenarioIdentity.of(item) or item.name}")
        for paragraph in told or [NOBODY]:
            self._terminal.show(f"\n{paragraph}")
        contexts = item.stash.get(contexts_key, [])
        self._terminal.ask(QUESTION, lambda: let_live(contexts))


def _told(scene: Scene) -> list[str]:
    """Give a paragraph for each customer who is there, and let her stay."""
    configs = {config.id: config for config in scene.magento.store_configs(scene.admin).value}
    ids = [found.id for found in scene.customers.found()]
    customers = [scene.magento.customer(number, token=scene.admin).value for number in ids]
    scene.customers.release()
    kept_ids.update(ids)
    return [_paragraph(customer, configs.get(customer.store_id), scene) for customer in customers]


def _paragraph(customer: Customer, store: StoreConfig | None, scene: Scene) -> str:
    facts = {
        "storefront": _storefront(store, scene.shop) if store else "none",
        "e-mail": customer.email,
        "password": passwords.get(customer.id, "none was sent"),
        "customer id": customer.id,
        "remove her": sweep_command(scene.shop, scene.run_id) or NO_REMOVAL,
    }
    lines = (f"    {name:<12} {value}" for name, value in facts.items())
    return "\n".join((f"  {customer.firstname} {customer.lastname} stays:", *lines))


def _storefront(store: StoreConfig, shop: Shop) -> str:
    """Give the address that the scenario itself would use."""
    own = shop.storefront_url if store.code == shop.store_code else None
    return own or store.storefront_address(secure=shop.base_url.startswith("https://"))
