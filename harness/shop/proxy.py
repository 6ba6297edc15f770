"""The way from this machine to a URL: through the proxy of a shop's settings, through the machine's own, or direct.

REST calls, pages and the browser ask here, so they go the same way. What the machine says is read as requests reads it:
HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY in either case, and the system's settings on Windows and macOS.
"""

import base64
import os
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import requests.utils
from pydantic import SecretStr

_WAYS = ("http", "https", "all")
_VARIABLES = ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
_SYSTEM = "the system's settings"


@dataclass(frozen=True)
class Proxy:
    """A proxy: its URL without credentials, who authenticates, and the name of what set it (a variable, or a setting).

    `bypass` are the hosts that are reached without it, as Playwright takes them.
    """

    url: str
    source: str
    username: str = ""
    password: SecretStr | None = None
    bypass: str = ""

    def __str__(self) -> str:
        """Give it for a sentence: "the proxy http://proxy:3128 (HTTPS_PROXY)"."""
        return f"the proxy {self.url} ({self.source})"

    @property
    def url_with_credentials(self) -> str:
        """Give the URL as requests takes it: with user and password, where there are any."""
        if not self.username:
            return self.url
        parts = urlsplit(self.url)
        user = f"{quote(self.username, safe='')}:{quote(self._password, safe='')}"
        return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc}"))

    @property
    def for_browser(self) -> dict[str, Any]:
        """Give the same as Playwright takes it."""
        credentials = {"username": self.username, "password": self._password} if self.username else {}
        return {"server": self.url, **credentials, **({"bypass": self.bypass} if self.bypass else {})}

    @property
    def headers(self) -> dict[str, str]:
        """Give the header that lets the user in."""
        if not self.username:
            return {}
        credentials = f"{self.username}:{self._password}".encode()
        return {"Proxy-Authorization": f"Basic {base64.b64encode(credentials).decode()}"}

    @property
    def _password(self) -> str:
        return self.password.get_secret_value() if self.password else ""


def proxies(proxy: Proxy | None) -> dict[str, str | None]:
    """Give the proxy, or that there is none, as the `proxies` of requests: the environment has no say any more."""
    url = proxy.url_with_credentials if proxy else None
    return {way: url for way in _WAYS}  # noqa: C420  mypy takes fromkeys for one of None


def machines_proxy(url: str) -> Proxy | None:
    """Give the proxy that this machine is set to use for a URL, None where it is reached directly."""
    found = requests.utils.select_proxy(url, requests.utils.get_environ_proxies(url))
    if not found:
        return None
    parts = urlsplit(found if "://" in found else f"http://{found}")
    host = parts.netloc.rpartition("@")[2]
    return Proxy(
        url=f"{parts.scheme}://{host}",
        source=_source(urlsplit(url).scheme),
        username=unquote(parts.username or ""),
        password=SecretStr(unquote(parts.password)) if parts.password else None,
        bypass=_bypass(),
    )


def machines_secrets() -> Iterator[str]:
    """Give the passwords that stand in the machine's proxies."""
    for found in urllib.request.getproxies().values():
        password = urlsplit(found if "://" in found else f"http://{found}").password
        if password:
            yield unquote(password)


def _source(scheme: str) -> str:
    names = (name for name in _VARIABLES if name.lower() in {f"{scheme}_proxy", "all_proxy"})
    return next((name for name in names if os.environ.get(name)), _SYSTEM)


def _bypass() -> str:
    """Give NO_PROXY for a browser: a host stands for those below it too."""
    hosts = (
        host.strip() for host in (os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or "").split(",")
    )
    return ",".join(each for host in hosts if host for each in _as_rules(host))


def _as_rules(host: str) -> tuple[str, ...]:
    if host == "*" or "/" in host or host.replace(".", "").isdigit():
        return (host,)
    name = host.lstrip("*").lstrip(".")
    return (name, f"*.{name}")
