"""Basic auth, a firewall and a redirect in front of the shop, and a first page that takes its time."""

import base64
import time
from email.utils import parsedate_to_datetime
from types import SimpleNamespace

import pytest
import requests

from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.program import running
from tests.sandbox.rest_client import RestClient

COUNTRY = "/rest/us/V1/directory/countries/US"
STORE_VIEWS = "/rest/all/V1/store/storeViews"
PAGES = (
    "/us/customer/account/login/",
    "/",
    "/magento_version",
    "/us/customer/section/load/?sections=customer",
)
LOGIN = ("staging", "let:me in")


def basic(user: str, password: str) -> dict[str, str]:
    """Write the header of basic auth."""
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def is_walled(guest: RestClient, path: str, **headers: str) -> bool:
    """Tell whether nginx asks for a password."""
    reply = guest.get(path, **headers)
    if reply.status_code != 401 or "WWW-Authenticate" not in reply.headers:
        return False
    assert reply.headers["WWW-Authenticate"].startswith("Basic realm=")
    assert reply.headers["Content-Type"] == "text/html"
    assert "<center><h1>401 Authorization Required</h1></center>" in reply.text
    return True


def test_basic_auth_in_front_of_the_storefront(wear: Wear) -> None:
    """Every page asks for it, REST does not."""
    guest = wear(storefront_password=LOGIN)
    for path in PAGES:
        assert is_walled(guest, path)
        assert is_walled(guest, path, **basic("staging", "wrong"))
        assert guest.get(path, **basic(*LOGIN)).status_code == 200
    assert guest.get(COUNTRY).status_code == 200
    assert guest.as_admin().get(STORE_VIEWS).status_code == 200


def test_basic_auth_in_front_of_rest(wear: Wear) -> None:
    """Whoever brings a token brings no password: such a front cannot be passed with both."""
    guest = wear(rest_password=LOGIN)
    assert is_walled(guest, COUNTRY)
    assert guest.get(COUNTRY, **basic(*LOGIN)).status_code == 200
    assert is_walled(guest.bearing("a" * 32), STORE_VIEWS)
    assert guest.get(STORE_VIEWS, **basic(*LOGIN)).status_code == 401
    assert not is_walled(guest, STORE_VIEWS, **basic(*LOGIN))
    assert guest.get(PAGES[0]).status_code == 200


def test_a_firewall_that_wants_a_header(wear: Wear) -> None:
    """Without it, or with another value, it blocks REST and pages alike, in HTML."""
    guest = wear(required_header=("X-Bypass", "secret"))
    for path in (COUNTRY, *PAGES):
        for headers in ({}, {"X-Bypass": "wrong"}):
            blocked = guest.get(path, **headers)
            assert (blocked.status, blocked.mimetype) == ("403 Forbidden", "text/html")
            assert "blocked" in blocked.text
        assert guest.get(path, **{"x-bypass": "secret"}).status_code == 200


def test_a_redirect(wear: Wear) -> None:
    """Everything is sent on, path and query as they were; a POST as well."""
    guest = wear(redirect_to="https://shop.example")
    for method, path in (("GET", f"{COUNTRY}?fields=id%2Cname"), ("POST", STORE_VIEWS), ("GET", "/us/")):
        reply = guest.call(method, path, json={})
        assert reply.status == "301 Moved Permanently"
        assert reply.headers["Location"] == f"https://shop.example{path}"
        assert reply.headers["Content-Type"] == "text/html"


def test_front_stand_one_behind_the_other(wear: Wear) -> None:
    """The firewall first, then the password, then the outage."""
    guest = wear(required_header=("X-Bypass", "secret"), storefront_password=LOGIN, outage="maintenance")
    assert guest.get("/us/").status_code == 403
    assert guest.get("/us/", **{"X-Bypass": "secret"}).status_code == 401
    assert guest.get("/us/", **{"X-Bypass": "secret"}, **basic(*LOGIN)).status_code == 503


def test_every_answer_names_nginx_and_the_time(wear: Wear) -> None:
    """The shop's time: a caller whose own clock is off can tell."""
    for guest in (wear(), wear(outage="bad-gateway"), wear(required_header=("X-Bypass", "secret"))):
        guest.call("POST", "/sandbox/testing/clock", json={"advance": 3600})
        for path in (COUNTRY, "/us/"):
            headers = guest.get(path).headers
            assert headers["Server"] == "nginx"
            ahead = parsedate_to_datetime(headers["Date"]).timestamp() - time.time()
            assert 3500 < ahead < 3700


def test_the_first_page_is_slow(wear: Wear, monkeypatch: pytest.MonkeyPatch) -> None:
    """That one alone: REST is not, nor is the second page."""
    slept: list[float] = []
    monkeypatch.setattr("sandbox.front.slow_start.time", SimpleNamespace(sleep=slept.append))
    guest = wear(first_page_latency=30_000)
    for path in (COUNTRY, "/magento_version"):
        guest.get(path)
    assert slept == []
    for path in PAGES:
        assert guest.get(path).status_code == 200
    assert slept == [30.0]


@pytest.mark.usefixtures("processes")
def test_the_program_names_one_server_and_one_time() -> None:
    """The library that it is made of says nothing of its own, in front of a front or behind it."""
    with running("--required-header", "X-Bypass:secret") as store:
        for headers in ({}, {"X-Bypass": "secret"}):
            answer = requests.get(f"{store.base_url}{COUNTRY}", headers=headers, timeout=10)
            assert answer.headers["Server"] == "nginx"
            assert answer.headers["Date"].count(",") == 1
