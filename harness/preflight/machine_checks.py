"""Looks at this machine: the browser, and what writes the report."""

from collections.abc import Iterator
from importlib.metadata import version

from playwright.sync_api import Error, sync_playwright

from harness.browser import remote
from harness.browser.launch import find_browser, installed_browser, on_this_machine
from harness.preflight.examination import Examination, Line
from harness.reporting.html_report import is_installed


def browser(examination: Examination) -> Iterator[Line]:
    """Look whether there is a browser at all; one that is elsewhere has to be tried."""
    if remote.place():
        yield from _elsewhere(examination)
    elif not (installed_browser() or find_browser()):
        yield examination.found("no-browser")


def browser_starts(examination: Examination) -> Iterator[Line]:
    """Start the browser that a run would take on this machine."""
    if remote.place():
        return
    with sync_playwright() as playwright:
        arguments = on_this_machine(playwright, {})
        path = arguments.get("executable_path") or playwright.chromium.executable_path
        try:
            browser = playwright.chromium.launch(**arguments)
        except Error as error:
            yield examination.found("broken-browser", path=path, problem=error.message.splitlines()[0])
            return
        yield Line("browser", f"Chromium {browser.version} starts ({path})")
        browser.close()


def _elsewhere(examination: Examination) -> Iterator[Line]:
    place = remote.place()
    with sync_playwright() as playwright:
        try:
            browser = remote.start(playwright, examination.shop)
        except Error as error:
            name = "no-browser-server" if place == remote.SERVER else "no-grid-browser"
            cause = examination.scrubber.scrub(error.message.splitlines()[0])
            yield examination.found(name, problem=cause, version=version("playwright"))
            return
        yield Line("browser", f"Chromium {browser.version} starts where {place} says")
        browser.close()


def report_generator(examination: Examination) -> Iterator[Line]:
    """Look whether a report can be written."""
    if is_installed():
        yield Line("report", "the generator is installed")
    else:
        yield examination.found("no-report-generator")
