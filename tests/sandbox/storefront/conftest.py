"""A store of each release, emptied for every test, and browsers to visit it with."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import requests
from playwright.sync_api import Browser, Page, ViewportSize, expect

from sandbox.versions import VERSIONS
from tests.sandbox.storefront.running_store import RunningStore, serve
from tests.sandbox.storefront.visitor import Visitor

PATIENCE = 30_000
"""Milliseconds until something has to show: machines that run all tests at once are slow."""

WINDOW: ViewportSize = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def running_stores() -> Iterator[dict[str, RunningStore]]:
    """Serve one store a release, for the whole run."""
    with ExitStack() as servers:
        yield {magento: servers.enter_context(serve(magento)) for magento in VERSIONS}


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Let expectations wait as long."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=None)


@pytest.fixture
def store(running_stores: dict[str, RunningStore], magento: str) -> RunningStore:
    """Give the store of the release under test, as new."""
    store = running_stores[magento]
    store.shop.reset()
    return store


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """Give one browser window for most of the tests: a new one costs more than everything done in it."""
    with browser.new_context(viewport=WINDOW) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


@pytest.fixture
def visitor(tab: Page, store: RunningStore) -> Iterator[Visitor]:
    """Give somebody whose browser has never seen the store."""
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("Page.stopLoading")  # what the test before had sent and not waited for
    tab.goto("about:blank")
    tab.context.clear_cookies()
    devtools.send("Storage.clearDataForOrigin", {"origin": store.base_url, "storageTypes": "all"})
    devtools.detach()
    yield Visitor(tab, store)
    tab.unroute_all()
    tab.set_viewport_size(WINDOW)


@pytest.fixture
def patient_visitor(browser: Browser, store: RunningStore) -> Iterator[Visitor]:
    """Give somebody whose browser's clock a test may move: that cannot be undone, so the window is new."""
    with browser.new_context(viewport=WINDOW) as context:
        context.set_default_timeout(PATIENCE)
        yield Visitor(context.new_page(), store)


@pytest.fixture
def http() -> Iterator[requests.Session]:
    """Give a client that keeps cookies and runs no script."""
    with requests.Session() as session:
        yield session
