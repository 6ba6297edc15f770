"""One run: which shop it is about, its id, and the embedded store that it may need.

The controller decides once and tells the workers of a parallel run, so that all share one shop and one id.
"""

import shlex
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from pydantic import SecretStr

from api.admin_access import AdminAccess
from api.magento import Magento
from harness.preflight.diagnosis import diagnosis_of
from harness.preflight.examination import examine
from harness.reporting import evidence
from harness.run.embedded_store import EmbeddedStore, EmbeddedStoreError
from harness.run.options import runs_features
from harness.run.run_id import WrongRunIdError, settled
from harness.secrets.scrubber import scrubber
from harness.shop.admin import admin_access
from harness.shop.settings import WrongSettingsError, real_shop
from harness.shop.shop import Shop, shop_key
from harness.verdict.outcome import diagnosis_key, obstacle_key

_run_id_key = pytest.StashKey[str]()
_admin_token_key = pytest.StashKey[SecretStr | None]()
_store_key = pytest.StashKey[EmbeddedStore]()


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Settle the run; a worker takes over what the controller settled."""
    told = getattr(config, "workerinput", None)
    if told:
        _take_over(config, told)
    elif runs_features(config):
        _settle(config)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist what the controller settled."""
    if shop := node.config.stash.get(shop_key, None):
        token = node.config.stash[_admin_token_key]
        node.workerinput["shop"] = shop.revealed()
        node.workerinput["admin_token"] = token and token.get_secret_value()
        node.workerinput["obstacle"] = node.config.stash[obstacle_key]
        node.workerinput["run_id"] = node.config.stash[_run_id_key]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the embedded store, if this process started it."""
    if store := config.stash.get(_store_key, None):
        store.stop()


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say in the first lines which shop the run is about."""
    shop = config.stash.get(shop_key, None)
    if not shop:
        return None
    kind = "embedded store" if _store_key in config.stash else f"shop {shop.name}".removesuffix(" shop")
    return f"{kind}: {shop.base_url}, store view {shop.store_code}, run {config.stash[_run_id_key]}"


@dataclass(frozen=True)
class SettledRun:
    """What the controller settled: the shop, the run's id, and the token where the merchant signed in."""

    shop: Shop
    run_id: str
    admin_token: SecretStr | None


def settled_run(config: pytest.Config) -> SettledRun | None:
    """Give what was settled before the first scenario; None when nothing was, for the features do not run."""
    if _admin_token_key not in config.stash:
        return None
    return SettledRun(config.stash[shop_key], config.stash[_run_id_key], config.stash[_admin_token_key])


@pytest.fixture(scope="session")
def shop(pytestconfig: pytest.Config) -> Shop:
    """Give the shop under test."""
    return pytestconfig.stash[shop_key]


@pytest.fixture(scope="session")
def admin_token(pytestconfig: pytest.Config, shop: Shop, magento: Magento) -> AdminAccess:
    """Give the merchant's access, with the token that the gate got for the whole run."""
    return admin_access(shop, magento, pytestconfig.stash[_admin_token_key])


@pytest.fixture(scope="session")
def run_id(pytestconfig: pytest.Config) -> str:
    """Give the id of this run, the same for all its workers: a time in UTC and four random digits."""
    return pytestconfig.stash[_run_id_key]


@pytest.fixture(scope="session")
def worker(pytestconfig: pytest.Config) -> str:
    """Give the name of this worker of a parallel run ("gw1"), "" in a serial one."""
    return str(getattr(pytestconfig, "workerinput", {}).get("workerid", ""))


def _take_over(config: pytest.Config, told: dict[str, Any]) -> None:
    if "shop" in told:
        token = told["admin_token"]
        config.stash[_admin_token_key] = token and SecretStr(token)
        config.stash[_run_id_key] = told["run_id"]
        config.stash[obstacle_key] = told["obstacle"]
        config.stash[shop_key] = Shop(**told["shop"])
        _hide(*config.stash[shop_key].secrets())
        scrubber.hide(token or "", "ADMIN_TOKEN")


def _settle(config: pytest.Config) -> None:
    """Find the shop and pass the gate; where that fails, the run goes on without any scenario."""
    try:
        config.stash[_run_id_key] = settled(config.getoption("--run-id"))
        shop = real_shop(config.getoption("--shop")) or _start_embedded_store(config)
        _hide(*shop.secrets())
        config.stash[shop_key] = shop
        facts = {"Shop": shop.base_url, "Store view": shop.store_code, "Run": config.stash[_run_id_key]}
        evidence.note_environment(facts)
        diagnosis, token = examine(
            shop, config.stash[_run_id_key], wait=config.getoption("--wait"), tell=partial(_say, config)
        )
    except (WrongSettingsError, WrongRunIdError, EmbeddedStoreError) as error:
        diagnosis, token = diagnosis_of(error), None
    config.stash[diagnosis_key] = diagnosis
    if diagnosis.stop:
        _send_workers_home(config)
        return
    config.stash[_admin_token_key] = token
    config.stash[obstacle_key] = diagnosis.obstacle.text_with_place if diagnosis.obstacle else ""


def _send_workers_home(config: pytest.Config) -> None:
    """Start no worker of pytest-xdist for a run in which nothing is going to be run."""
    if config.pluginmanager.has_plugin("dsession"):
        config.pluginmanager.unregister(name="dsession")


def _say(config: pytest.Config, text: str) -> None:
    if terminal := config.pluginmanager.get_plugin("terminalreporter"):
        terminal.write_line(scrubber.scrub(text))


def _hide(*secrets: str) -> None:
    for secret in secrets:
        scrubber.hide(secret)


def _start_embedded_store(config: pytest.Config) -> Shop:
    store = EmbeddedStore(shlex.split(config.getoption("--sandbox")))
    config.stash[_store_key] = store
    return store.shop
