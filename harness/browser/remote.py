"""A browser on another machine: a Playwright server (BROWSER_SERVER), or a Selenium Grid (SELENIUM_REMOTE_URL).

Playwright knows the Grid's variable itself and starts its browser there; the server's url is handed to
pytest-playwright. Both are variables of a machine, not of a shop, so they do not stand in its settings.
"""

import os
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Playwright

from harness.run.run import RUN
from harness.shop.shop import Shop

SERVER = "BROWSER_SERVER"
GRID = "SELENIUM_REMOTE_URL"

_PATIENCE = 30_000
"""Milliseconds for a server to answer; without a limit Playwright would wait for ever."""
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def place() -> str | None:
    """Name the variable that says where the browser is, None when it is on this machine."""
    return next((name for name in (SERVER, GRID) if os.environ.get(name)), None)


def start(playwright: Playwright, shop: Shop, engine: str) -> Browser:
    """Start a browser of Playwright's name as a run does where it is elsewhere; raises Playwright's Error."""
    kind: BrowserType = getattr(playwright, engine)
    if connection := _connection(shop):
        return kind.connect(**connection)
    return kind.launch()


def secret() -> str:
    """Give the part of the server's URL in which services want their key, "" without one."""
    return urlsplit(os.environ.get(SERVER, "")).query


@pytest.fixture(scope="session")
def connect_options(pytestconfig: pytest.Config) -> dict[str, Any] | None:
    """Tell pytest-playwright to which server it connects, None when it starts a browser itself."""
    run = pytestconfig.stash.get(RUN, None)
    return _connection(run.shop if run else None)


def _connection(shop: Shop | None) -> dict[str, Any] | None:
    """Give the arguments of Playwright's `connect`.

    A shop that has this machine's own url, as the embedded store has, is reached through this machine.
    """
    url = os.environ.get(SERVER)
    if not url:
        return None
    is_here = shop is not None and urlsplit(shop.base_url).hostname in _LOOPBACK
    return {"endpoint": url, "timeout": _PATIENCE, "expose_network": "<loopback>" if is_here else None}
