"""Looks at this machine: whether there is a browser, and whether it starts."""

from importlib.metadata import version

from playwright.sync_api import Error, sync_playwright

from harness.browser import remote
from harness.browser.launch import find_browser, installed_browser, on_this_machine
from harness.preflight.check import Fine, Line, Look, Result


def look_at_browser(look: Look) -> Result:
    """Look whether there is a browser at all; one that is elsewhere has to be tried."""
    if place := remote.place():
        return _start_elsewhere(look, place)
    return Fine() if installed_browser() or find_browser() else look.found("no-browser")


def start_browser(look: Look) -> Result:
    """Start the browser that a run would take on this machine."""
    if remote.place():
        return Fine()
    with sync_playwright() as playwright:
        arguments = on_this_machine(playwright, {})
        path = arguments.get("executable_path") or playwright.chromium.executable_path
        try:
            browser = playwright.chromium.launch(**arguments)
        except Error as error:
            return look.found("broken-browser", path=path, problem=error.message.splitlines()[0])
        line = Line("browser", f"Chromium {browser.version} starts ({path})")
        browser.close()
    return Fine((line,))


def _start_elsewhere(look: Look, place: str) -> Result:
    with sync_playwright() as playwright:
        try:
            browser = remote.start(playwright, look.shop)
        except Error as error:
            id_ = "no-browser-server" if place == remote.SERVER else "no-grid-browser"
            cause = look.scrubber.scrub(error.message.splitlines()[0])
            return look.found(id_, problem=cause, version=version("playwright"))
        line = Line("browser", f"Chromium {browser.version} starts where {place} says")
        browser.close()
    return Fine((line,))
