"""Opens a page of the storefront without a browser, through the same walls as one."""

from typing import NoReturn
from urllib.parse import urljoin

import requests
from requests import PreparedRequest
from requests.auth import AuthBase, HTTPBasicAuth

from harness.browser.access import origin
from harness.shop.shop import Shop
from pages import time_limits

MOST_REDIRECTS = 10
USER_AGENT = "Mozilla/5.0 (compatible; magento-acceptance)"


class _Nobody(AuthBase):
    """Authorizes nobody, so that requests looks into no .netrc file."""

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        return request


def visited(shop: Shop, address: str) -> requests.Response:
    """Give the page that an address leads to; raise requests' RequestException where none comes.

    The shop's headers and the credentials for its wall go to the shop alone, wherever a redirect leads.
    """
    own = {origin(shop.base_url), origin(address)}
    with requests.Session() as session:
        session.headers["User-Agent"] = USER_AGENT
        for _ in range(MOST_REDIRECTS):
            is_own = origin(address) in own
            answer = session.get(
                address,
                headers=_headers(shop) if is_own else {},
                auth=_credentials(shop) if is_own else _Nobody(),
                proxies={"http": shop.proxy, "https": shop.proxy} if shop.proxy else None,
                verify=str(shop.ca_file) if shop.ca_file else None,
                timeout=time_limits.NAVIGATION / 1000,
                allow_redirects=False,
            )
            if not answer.is_redirect:
                return answer
            address = urljoin(address, answer.headers["Location"])
    return _lost(address)


def _lost(address: str) -> NoReturn:
    raise requests.TooManyRedirects(f"{MOST_REDIRECTS} redirects, the last to {address}")


def _headers(shop: Shop) -> dict[str, str]:
    return {name: value.get_secret_value() for name, value in shop.headers.items()}


def _credentials(shop: Shop) -> AuthBase:
    if shop.basic_auth_username and shop.basic_auth_password:
        return HTTPBasicAuth(shop.basic_auth_username, shop.basic_auth_password.get_secret_value())
    return _Nobody()
