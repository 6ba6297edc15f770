"""Opens a page of the storefront without a browser, through the same fronts as one."""

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

import requests
from requests import PreparedRequest
from requests.auth import AuthBase, HTTPBasicAuth

from api.models import Credentials
from harness.browser.access import origin
from harness.shop.proxy import proxies
from harness.shop.shop import Shop
from pages import time_limits

SIGN_IN_PAGE = "/customer/account/login/"
REGISTRATION_PAGE = "/customer/account/create/"

MOST_REDIRECTS = 10
_FORM_KEY = re.compile(r'name="form_key"[^>]*value="([^"]+)"')

USER_AGENT = "Mozilla/5.0 (compatible; magento-acceptance)"


class _Nobody(AuthBase):
    """Authorizes nobody, so that requests looks into no .netrc file."""

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        return request


class StorefrontVisit:
    """A visitor of the storefront, beginning with `cookies`; `time_limit` is for one answer, in seconds.

    The shop's headers and the credentials for its front go to the shop alone, wherever a redirect leads.
    """

    def __init__(
        self, shop: Shop, url: str, *, time_limit: float, cookies: Mapping[str, str] | None = None
    ) -> None:
        self._shop = shop
        self._own = {origin(shop.base_url), origin(url)}
        self._time_limit = time_limit
        self._session = requests.Session()
        self._session.headers["User-Agent"] = USER_AGENT
        for name, value in (cookies or {}).items():
            self._session.cookies.set(name, value, domain=urlsplit(url).hostname or "")

    def __enter__(self) -> "StorefrontVisit":
        """Begin the visit."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._session.close()

    def get(self, url: str) -> requests.Response:
        """Give the page that a URL leads to; raise requests' RequestException where none comes."""
        for _ in range(MOST_REDIRECTS):
            answer = self.answer("GET", url)
            if not answer.is_redirect:
                return answer
            url = urljoin(url, answer.headers["Location"])
        raise requests.TooManyRedirects(f"{MOST_REDIRECTS} redirects, the last to {url}")

    def post(self, url: str, fields: Mapping[str, str]) -> requests.Response:
        """Post a form and give the answer, which is a redirect as a rule; raises as `get` does."""
        return self.answer("POST", url, fields)

    def sign_in(self, page: str, credentials: Credentials, *, send_to: str) -> requests.Response:
        """Send the sign-in form of the page at a URL to another; gives its answer and raises as `post` does."""
        form_key = _FORM_KEY.search(self.get(page).text)
        fields = {f"login[{name}]": value for name, value in credentials.payload().items()}
        return self.post(send_to, {"form_key": form_key[1] if form_key else "", **fields})

    def answer(self, method: str, url: str, fields: Mapping[str, str] | None = None) -> requests.Response:
        """Give the answer to one request, a redirect too; raises as `get` does."""
        is_own = origin(url) in self._own
        return self._session.request(
            method,
            url,
            data=fields,
            headers=_headers(self._shop) if is_own else {},
            auth=_credentials(self._shop) if is_own else _Nobody(),
            proxies=proxies(self._shop.proxy_to(url)),  # type: ignore[arg-type]  # None means none
            verify=str(self._shop.ca_file) if self._shop.ca_file else None,
            timeout=self._time_limit,
            allow_redirects=False,
        )


def visited(shop: Shop, url: str, *, storefront: str = "") -> requests.Response:
    """Give the page that a URL leads to; raise requests' RequestException where none comes.

    `storefront` is the shop's own where the URL may be somebody else's, as after a redirect: secrets go there alone.
    """
    with StorefrontVisit(shop, storefront or url, time_limit=time_limits.NAVIGATION / 1000) as visit:
        return visit.get(url)


def _headers(shop: Shop) -> dict[str, str]:
    return {name: value.get_secret_value() for name, value in shop.headers.items()}


def _credentials(shop: Shop) -> AuthBase:
    if shop.basic_auth_username and shop.basic_auth_password:
        return HTTPBasicAuth(shop.basic_auth_username, shop.basic_auth_password.get_secret_value())
    return _Nobody()
