"""Which browser a run uses, and how patient it is; the fixtures override pytest-playwright's own.

Playwright's own Chromium comes first, because it is the one Playwright was made for; without it an installed
Chrome or Chromium does.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright, sync_playwright

from harness.browser import access, remote
from harness.core.exit_codes import ExitCode
from harness.core.gherkin import is_scenario

WINDOW = {"width": 1280, "height": 900}

_COMMANDS = ("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

NO_BROWSER = (
    "No browser found. Run `playwright install chromium` in the project's environment, or install Google Chrome or "
    "Chromium."
)


@dataclass(frozen=True)
class Asked:
    """The browsers that a run's options ask for; without any of them it is Playwright's Chromium, unseen."""

    engines: tuple[str, ...] = ("chromium",)
    channel: str | None = None
    video: str = "off"

    @classmethod
    def by(cls, config: pytest.Config) -> "Asked":
        """Read pytest-playwright's options."""
        engines = tuple(config.getoption("--browser")) or cls.engines
        return cls(engines, config.getoption("--browser-channel"), config.getoption("--video"))

    @property
    def is_stock(self) -> bool:
        """Tell whether it is what every machine that was set up has."""
        return self.engines == Asked.engines and not self.channel and self.video == Asked.video


def own_chromium(playwright: Playwright) -> str | None:
    """Give the path of Playwright's own Chromium, None when it is not installed."""
    path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def installed_browser() -> str | None:
    """Give the path of an installed Chrome or Chromium, None when there is none."""
    found = (shutil.which(command) for command in _COMMANDS)
    places = (place for place in _PLACES if Path(place).exists())
    return next((path for path in (*found, *places) if path), None)


def find_browser() -> str | None:
    """Give the path of the browser that a run would use, None when there is none."""
    with sync_playwright() as playwright:
        return own_chromium(playwright) or installed_browser()


def on_this_machine(playwright: Playwright, arguments: dict[str, Any]) -> dict[str, Any]:
    """Give a browser's arguments with what the machine needs: an installed one's path, no sandbox for root."""
    needed = dict(arguments)
    if not own_chromium(playwright):
        needed["executable_path"] = installed_browser()
    if sys.platform == "linux" and os.geteuid() == 0:
        needed["args"] = [*needed.get("args", []), "--no-sandbox"]
    return needed


@pytest.hookimpl(tryfirst=True)  # before pytest-playwright makes a test for each browser
def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Have each browser scenario run in each of several browsers: its steps ask for one too late to be seen."""
    is_several = len(metafunc.config.getoption("--browser")) > 1
    test = metafunc.definition
    if is_several and is_scenario(test) and test.get_closest_marker("browser"):
        metafunc.fixturenames.append("browser_name")


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any],
    playwright: Playwright,
    browser_name: str,
    store_view: str,
    request: pytest.FixtureRequest,
) -> dict[str, Any]:
    """Add what shop and machine need: another browser's path, and no sandbox where root runs it.

    Ctrl-C is the run's business: the browser stays until the scenario's own clean-up closes it.
    """
    arguments = {**browser_type_launch_args, "handle_sigint": False}
    if store_view:
        shop = request.getfixturevalue("shop")
        arguments |= access.launch_arguments(shop, request.getfixturevalue("storefront_url"))
    if browser_name != "chromium" or arguments.get("channel") or remote.place():
        return arguments
    if not (own_chromium(playwright) or installed_browser()):
        pytest.exit(NO_BROWSER, returncode=ExitCode.CONFIGURATION)
    return on_this_machine(playwright, arguments)


@pytest.fixture(scope="session")
def browser_context_args(
    browser_context_args: dict[str, Any], store_view: str, request: pytest.FixtureRequest
) -> dict[str, Any]:
    """Use a window in which a desktop theme shows its header; a device of one's own choice wins."""
    arguments = {"viewport": WINDOW, **browser_context_args}
    if store_view:
        shop = request.getfixturevalue("shop")
        arguments |= access.context_arguments(shop, request.getfixturevalue("storefront_url"))
    return arguments
