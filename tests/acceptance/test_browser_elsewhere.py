"""Scenarios run in a browser that another process serves, on a machine that has none itself."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features
from tests.forked_run import PROJECT


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
