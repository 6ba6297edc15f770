"""A shop that stays when a run ends, and a person at a terminal who runs scenarios against it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.magento import Magento
from harness.run.run_id import fresh
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import sign_in
from harness.shop.connection import connect
from harness.shop.shop import Shop
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.sandbox.storefront.running_store import serve


@contextmanager
def open_shop() -> Iterator[Shop]:
    """Serve a shop that no run starts or stops."""
    with serve("2.4.8") as store:
        password = SecretStr(BUILT_IN_ADMIN_PASSWORD)
        yield Shop(base_url=store.base_url, admin_username="admin", admin_password=password)


def environment_of(shop: Shop) -> dict[str, str]:
    """Give the environment that points at a shop."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    return {
        **clean,
        "SHOP_BASE_URL": shop.base_url,
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
    }


@pytest.fixture
def shop() -> Iterator[Shop]:
    """Give a shop of the test's own."""
    with open_shop() as shop:
        yield shop


@pytest.fixture
def magento(shop: Shop) -> Magento:
    """Give its REST API."""
    return connect(shop, "by-hand")


@pytest.fixture
def admin_token(magento: Magento, shop: Shop) -> SecretStr:
    """Give its admin's token."""
    return sign_in(shop, magento, Scrubber())


@pytest.fixture
def run_id() -> str:
    """Give the id under which the scenarios are run."""
    return fresh()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Give the file that the run's standard output goes to."""
    return tmp_path / "log.txt"


@pytest.fixture
def arguments(tmp_path: Path, run_id: str) -> list[str]:
    """Give what pytest is called with to run features, to be completed with what to run and how."""
    return [
        *("features", "--run-id", run_id, "-p", "no:cacheprovider"),
        *("--alluredir", str(tmp_path / "results"), "--junitxml", str(tmp_path / "junit.xml")),
        *("--output", str(tmp_path / "output")),
    ]


@pytest.fixture
def command(arguments: list[str]) -> list[str]:
    """Give the same as a command."""
    return [sys.executable, "-m", "pytest", *arguments]


@pytest.fixture
def variables(shop: Shop) -> dict[str, str]:
    """Give the environment that points at the shop."""
    return environment_of(shop)
