"""Looks at this machine: whether there is a browser, and whether it starts."""

from http import HTTPStatus
from importlib.metadata import version
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

from api.models import StoreConfig
from harness.browser import access, remote
from harness.browser.launch import Asked, find_browser, installed_browser, on_this_machine
from harness.preflight.check import Fine, Found, Line, Look, Result
from harness.preflight.storefront_visit import SIGN_IN_PAGE
from pages import time_limits


def look_at_browser(look: Look, asked: Asked | None = None) -> Result:
    """Look whether there is a browser at all; one that is elsewhere, or that options ask for, has to be tried."""
    if place := remote.place():
        return _start_elsewhere(look, place, asked or Asked())
    if asked and not asked.is_stock:
        return _try_options(look, asked)
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


def _try_options(look: Look, asked: Asked) -> Result:
    """Start each browser as the options ask for it, and film a page where they want films."""
    with sync_playwright() as playwright:
        for engine in asked.engines:
            if found := _try_engine(look, asked, playwright, engine):
                return found
    return Fine()


def _try_engine(look: Look, asked: Asked, playwright: Playwright, engine: str) -> Found | None:
    channel, video = asked.channel, asked.video
    option, program = f"--browser {engine}", engine
    arguments: dict[str, Any] = {}
    if channel:
        option, program = f"--browser-channel {channel}", channel
        arguments["channel"] = channel
    elif engine == "chromium":
        arguments = on_this_machine(playwright, {})
    try:
        with getattr(playwright, engine).launch(**arguments) as browser:
            option, program = f"--video {video}", "ffmpeg"
            if video != Asked.video:
                _film(browser)
    except Error as error:
        problem = error.message.splitlines()[0].partition(": ")[2].rstrip(".")
        advice = f"Run `playwright install {program}` in the project's environment, or leave the option out."
        return look.found("browser-option", option=option, problem=problem, advice=advice)
    return None


def _film(browser: Browser) -> None:
    with TemporaryDirectory() as folder:
        context = browser.new_context(record_video_dir=folder)
        context.new_page()
        context.close()


def _start_elsewhere(look: Look, place: str, asked: Asked) -> Result:
    lines: list[Line] = []
    with sync_playwright() as playwright:
        for engine in asked.engines:
            try:
                browser = remote.start(playwright, look.shop, engine)
            except Error as error:
                id_ = "no-browser-server" if place == remote.SERVER else "no-grid-browser"
                cause = look.scrubber.scrub(error.message.splitlines()[0])
                return look.found(id_, problem=cause, version=version("playwright"))
            lines.append(
                Line("browser", f"{engine.capitalize()} {browser.version} starts where {place} says")
            )
            with browser:
                if found := _without_a_way(look, browser, place):
                    return found
    return Fine(tuple(lines))


def _without_a_way(look: Look, browser: Browser, place: str) -> Found | None:
    """Open the sign-in page from there, as scenarios do: another machine may have another way, or none."""
    if not (config := look.helped_by(StoreConfig)):
        return None
    url = access.storefront_url(look.shop, config)
    context = browser.new_context(**access.context_arguments(look.shop, url))
    access.open_the_way(context, look.shop, url)
    page = f"{url}{SIGN_IN_PAGE}"
    try:
        answer = context.new_page().goto(page, wait_until="commit", timeout=time_limits.NAVIGATION)
        problem = "407" if answer and answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED else ""
    except Error as error:
        problem = error.message.splitlines()[0].partition(": ")[2]
    way = look.shop.proxy_to(url) or "no proxy"
    return (
        look.found("no-way-from-browser", variable=place, url=page, way=way, problem=problem)
        if problem
        else None
    )
