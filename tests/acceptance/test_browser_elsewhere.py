"""Scenarios run in a browser that another process serves, on a machine that has none itself."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.core.finding import Finding
from harness.preflight.checks import CHECKS
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.acceptance.feature_run import run_features
from tests.forked_run import PROJECT
from tests.preflight.examined import examine
from tests.preflight.forwarding_proxy import proxy
from tests.preflight.served_shop import served, shop_at


@pytest.fixture
def browser_server(tmp_path: Path) -> Iterator[str]:
    """Serve this machine's browser as a Playwright server and give its address."""
    config = tmp_path / "browser.json"
    config.write_text(json.dumps({"port": 0, "executablePath": _browser(), "args": ["--no-sandbox"]}))
    command = (sys.executable, "-m", "playwright", "launch-server", "--browser", "chromium", "--config")
    with subprocess.Popen(
        [*command, str(config)], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            os.killpg(server.pid, signal.SIGTERM)


def _browser() -> str:
    """Ask in a process of its own: Playwright may be at work in this one."""
    program = "from harness.browser.launch import find_browser; print(find_browser())"
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def without_browser(tmp_path: Path) -> dict[str, str]:
    """Give the variables of a machine on which there is no browser."""
    return {"PATH": str(tmp_path), "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path)}


def test_playwright_server(tmp_path: Path, browser_server: str, without_browser: dict[str, str]) -> None:
    """The step as a whole, its browser part included."""
    variables = {**without_browser, "BROWSER_SERVER": browser_server}
    run = run_features(tmp_path, "--shop", "embedded", "-m", "smoke", variables=variables)
    assert run.exit_code == 0, run.output
    assert "1 passed" in run.output


def test_browser_server_that_is_not_there(tmp_path: Path) -> None:
    """78, before any scenario, whatever browser this machine has."""
    variables = {"BROWSER_SERVER": "ws://127.0.0.1:9/"}
    run = run_features(tmp_path, "--shop", "embedded", variables=variables)
    assert run.exit_code == 78, run.output
    assert "The browser that BROWSER_SERVER names cannot be used" in run.output
    assert "Serve it by the same Playwright as here" in run.output
    assert "Traceback" not in run.output


def test_browser_elsewhere_goes_through_the_proxy(
    tmp_path: Path, browser_server: str, without_browser: dict[str, str]
) -> None:
    """The browser has long been started; what the shop's settings say of the proxy counts for it all the same."""
    with served() as url, proxy("jo:secret") as server:
        variables = {
            **without_browser,
            "BROWSER_SERVER": browser_server,
            "SHOP_BASE_URL": url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
            "SHOP_PROXY": server.url,
            "SHOP_PROXY_USERNAME": "jo",
            "SHOP_PROXY_PASSWORD": "secret",
        }
        run = run_features(tmp_path, "-m", "smoke", variables=variables)
        assert run.exit_code == 0, run.output
        assert any("/customer/section/load/" in call for call in server.forwarded), (
            "only a browser asks for it"
        )


def test_browser_elsewhere_that_does_not_reach_the_shop(
    monkeypatch: pytest.MonkeyPatch, browser_server: str
) -> None:
    """78, with the way that was tried, before any scenario."""
    monkeypatch.setenv("BROWSER_SERVER", browser_server)

    def look(shop: Shop) -> dict[str, Finding]:
        diagnosis, _ = examine(shop, "test", Scrubber(), wait=0, tell=print, checks=CHECKS)
        return {found.id: found for found in diagnosis.findings}

    with served() as url, ThreadPoolExecutor(1) as thread:
        assert "no-way-from-browser" not in thread.submit(look, shop_at(url)).result()
        nowhere = shop_at(url, storefront_url="http://127.0.0.1:9")
        found = thread.submit(look, nowhere).result()["no-way-from-browser"]
    assert found.exit_code == 78
    assert found.problem.startswith(
        "The browser that BROWSER_SERVER names does not reach http://127.0.0.1:9/customer/account/login/ (no proxy): "
    )
    assert "ERR_" in found.problem
