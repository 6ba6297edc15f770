"""A plugin for runs under test: stands in for Firefox, which few machines have, with a second Chromium."""

from typing import Any

from playwright.sync_api import Browser, Playwright

from harness.browser.launch import on_this_machine


class SecondBrowser:
    """Starts Chromium under another engine's name."""

    name = "firefox"

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright

    def launch(self, **arguments: Any) -> Browser:
        """Start it as Chromium starts on this machine."""
        return self._playwright.chromium.launch(**on_this_machine(self._playwright, arguments))


def pytest_configure() -> None:
    """Put it in Firefox's place, for the preflight and for the scenarios."""
    Playwright.firefox = property(SecondBrowser)  # type: ignore[assignment,method-assign]
