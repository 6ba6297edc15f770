"""What lets the browser through to the shop's storefront, and what is clicked away there.

The browser's own name, its User-Agent, stays as it is: shops and the fronts in front of them serve a browser they
do not know something else. REST calls name the suite and the run.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Route

from api.models import StoreConfig
from harness.browser.certificates import trusted_keys
from harness.shop.shop import Shop


def storefront_url(shop: Shop, store_config: StoreConfig) -> str:
    """Give where the storefront is, by https where REST is: as the shop says, unless the settings do."""
    secure = shop.base_url.startswith("https://")
    return shop.storefront_url or store_config.storefront_url(secure=secure)


def launch_arguments(shop: Shop, storefront_url: str) -> dict[str, Any]:
    """Give the arguments that a browser is started with: the authority to trust."""
    if not shop.ca_file:
        return {}
    keys = trusted_keys(shop.ca_file, storefront_url, shop.proxy_to(storefront_url))
    return {"args": [f"--ignore-certificate-errors-spki-list={keys}"]}


def context_arguments(shop: Shop, storefront_url: str) -> dict[str, Any]:
    """Give the arguments of a browser context: the proxy, and the credentials for the storefront's front alone.

    A browser on another machine may have been started long ago, so nothing of it is left to its start.
    """
    arguments: dict[str, Any] = {}
    if proxy := shop.proxy_to(storefront_url):
        arguments["proxy"] = proxy.for_browser
    if shop.basic_auth_username and shop.basic_auth_password:
        arguments["http_credentials"] = {
            "username": shop.basic_auth_username,
            "password": shop.basic_auth_password.get_secret_value(),
            "origin": origin(storefront_url),
        }
    return arguments


def open_the_way(context: BrowserContext, shop: Shop, storefront_url: str) -> None:
    """Send the shop's headers to the shop, and dismiss what gets in the way on every page of the context."""
    headers = {name: value.get_secret_value() for name, value in shop.headers.items()}

    def with_headers(route: Route) -> None:
        route.continue_(headers={**route.request.headers, **headers})

    if headers:
        # Headers for everything would go to third parties as well: fonts, analytics, payment. A route costs
        # the browser its cache, so only shops that need headers have one.
        for server in {origin(shop.base_url), origin(storefront_url)}:
            context.route(re.compile(f"^{re.escape(server)}/"), with_headers)
    if shop.dismiss:
        context.on("page", lambda page: _dismiss(page, shop.dismiss))


def _dismiss(page: Page, selectors: tuple[str, ...]) -> None:
    for selector in selectors:
        page.add_locator_handler(page.locator(selector).first, _click)


def _click(obstacle: Locator) -> None:
    obstacle.click()


def origin(url: str) -> str:
    """Give the part of a URL that names the server."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
