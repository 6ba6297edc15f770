"""Scenarios run in a browser that another process serves, on a machine that has none itself."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.browser import find_browser
from tests.acceptance.feature_run import run_features


@pytest.fixture
def browser_server(tmp_path: Path) -> Iterator[str]:
    """Serve this machine's browser as a Playwright server and give its address."""
    config = tmp_path / "browser.json"
    config.write_text(json.dumps({"port": 0, "executablePath": find_browser(), "args": ["--no-sandbox"]}))
    command = (sys.executable, "-m", "playwright", "launch-server", "--browser", "chromium", "--config")
    with subprocess.Popen(
        [*command, str(config)], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            os.killpg(server.pid, signal.SIGTERM)


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


@pytest.mark.parametrize(
    ("variable", "address", "advice"),
    [
        (
            "BROWSER_SERVER",
            "ws://127.0.0.1:9/?token=key-of-the-service",
            "Serve it by the same Playwright as here",
        ),
        ("BROWSER_SERVER", "127.0.0.1", "Serve it by the same Playwright as here"),
        ("SELENIUM_REMOTE_URL", "http://127.0.0.1:9", "See that the Grid is up"),
    ],
)
def test_browser_that_is_not_there(
    tmp_path: Path, without_browser: dict[str, str], variable: str, address: str, advice: str
) -> None:
    """78, before any scenario, with the variable; never with a key that its address carries."""
    run = run_features(tmp_path, "--shop", "embedded", variables={**without_browser, variable: address})
    assert run.exit_code == 78, run.output
    assert f"The browser that {variable} names cannot be used" in run.output
    assert advice in run.output
    assert "Traceback" not in run.output
    assert "key-of-the-service" not in run.output
