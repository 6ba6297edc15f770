"""The browser passes the shop's fronts, shows its passes to nobody else, and clicks away what is in its way."""

import base64
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pydantic import SecretStr

from harness.browser import access
from harness.shop.shop import Shop
from tests.api.scripted_server import ScriptedServer, say

PAGE = '<html><body>Welcome<img src="{foreign}/pixel.png"><img src="/logo.png"></body></html>'


@pytest.fixture
def servers() -> Iterator[tuple[ScriptedServer, ScriptedServer]]:
    """Give a shop, whose page shows a picture of its own and one of a third party, and the third party."""
    with ScriptedServer() as shop, ScriptedServer() as third_party:
        for server in (shop, third_party):
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        shop.answer = say(200, "text/html", PAGE.format(foreign=third_party.url))
        yield shop, third_party
        shop.shutdown()
        third_party.shutdown()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give the way to open the page of a shop with settings, in a browser of its own."""
    contexts = []

    def visit(url: str, **settings: Any) -> Page:
        shop = Shop(base_url=url, admin_token=SecretStr("token"), **settings)
        context = browser.new_context(**access.context_arguments(shop, f"{url}/us"))
        contexts.append(context)
        access.open_the_way(context, shop, f"{url}/us")
        page = context.new_page()
        page.goto(f"{url}/us/")
        return page

    yield visit
    for context in contexts:
        context.close()


def seen(server: ScriptedServer, header: str) -> list[str | None]:
    """Give what each request sent in a header."""
    return [headers.get(header) for _, _, headers in server.requests]


def behind_basic_auth(request: BaseHTTPRequestHandler) -> None:
    """Ask for credentials, whichever they are."""
    if request.headers.get("Authorization"):
        say(200, "text/html", "Welcome")(request)
    else:
        say(401, "text/html", "who?", **{"WWW-Authenticate": 'Basic realm="staging"'})(request)


def test_headers_go_to_the_shop_alone(
    servers: tuple[ScriptedServer, ScriptedServer], visit: Callable[..., Page]
) -> None:
    """Page and picture of the shop are asked for with them, the third party's without."""
    shop, third_party = servers
    visit(shop.url, headers={"X-Pass": SecretStr("let me in")})
    assert seen(shop, "X-Pass")[:2] == ["let me in", "let me in"]
    assert third_party.requests
    assert set(seen(third_party, "X-Pass")) == {None}


def test_basic_auth_is_given_when_the_storefront_asks(
    servers: tuple[ScriptedServer, ScriptedServer], visit: Callable[..., Page]
) -> None:
    """The credentials follow the challenge, not before."""
    shop, _ = servers
    shop.answer = behind_basic_auth
    page = visit(shop.url, basic_auth_username="jo", basic_auth_password=SecretStr("pass"))
    assert page.get_by_text("Welcome").is_visible()
    credentials = f"Basic {base64.b64encode(b'jo:pass').decode()}"
    assert seen(shop, "Authorization")[:2] == [None, credentials]


def test_basic_auth_is_for_the_storefronts_origin_alone() -> None:
    """A third party that asks for credentials gets none; the URL of a store view is no origin."""
    shop = Shop(
        base_url="https://rest.example",
        admin_token=SecretStr("t"),
        basic_auth_username="jo",
        basic_auth_password=SecretStr("pass"),
    )
    arguments = access.context_arguments(shop, "https://www.example:8443/us")
    assert arguments["http_credentials"]["origin"] == "https://www.example:8443"


def test_what_covers_the_page_is_dismissed(
    servers: tuple[ScriptedServer, ScriptedServer], visit: Callable[..., Page]
) -> None:
    """A banner that takes every click is clicked away, so that the page can be used."""
    shop, _ = servers
    banner = (
        "<button onclick=\"this.textContent = 'done'\">Sign In</button>"
        '<div id="banner" style="position: fixed; inset: 0">'
        '<button id="allow" onclick="document.getElementById(\'banner\').remove()">Allow</button></div>'
    )
    shop.answer = say(200, "text/html", banner)
    page = visit(shop.url, dismiss=("#reject", "#allow"))
    page.get_by_role("button", name="Sign In").click(timeout=5000)
    assert page.get_by_text("done").is_visible()


def test_proxy_is_the_browsers_too() -> None:
    """What REST is reported, a browser's context is made with, wherever the browser is."""
    shop = Shop(base_url="https://x.example", admin_token=SecretStr("t"), proxy="http://proxy.example:3128")
    assert access.context_arguments(shop, "https://x.example") == {
        "proxy": {"server": "http://proxy.example:3128"}
    }
