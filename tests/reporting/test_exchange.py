"""A REST exchange in the report is complete but for its secrets."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
import requests

from harness.reporting.exchange import Exchange
from harness.secrets import masking
from harness.secrets.scrubber import MASK, Scrubber

TOKEN = "9xyz0token0of0the0customer0abcde"
PASSWORD = "Customer-1-Pass"


@pytest.fixture
def own_scrubber() -> Scrubber:
    """Give the scrubber that the exchange is shown through."""
    return Scrubber()


def test_exchange_is_reported_in_full(own_scrubber: Scrubber) -> None:
    """A title in one line, both sides with headers and indented bodies."""
    customer = {"customer": {"firstname": "Jörg"}, "password": PASSWORD}
    with _shop(200, {"id": 7, "firstname": "Jörg"}) as shop:
        url = f"{shop}/rest/us/V1/customers?fields=id&token=abc"
        exchange = Exchange(requests.post(url, json=customer, timeout=5), own_scrubber)
    assert exchange.title.startswith("POST /rest/us/V1/customers -> 200 (")
    assert exchange.title.endswith(" ms)")
    document = json.loads(exchange.document)
    asked, answered = document["request"], document["response"]
    assert (asked["method"], asked["url"]) == (
        "POST",
        f"{shop}/rest/us/V1/customers?fields=id&token={MASK}",
    )
    assert json.loads(asked["body"]["value"]) == {"customer": {"firstname": "Jörg"}, "password": MASK}
    assert '  "customer": {\n    "firstname": "Jörg"' in asked["body"]["value"]
    assert {"name": "Content-Type", "value": "application/json"} in asked["headers"]
    assert (answered["status"], answered["statusText"]) == (200, "OK")
    assert json.loads(answered["body"]["value"]) == {"id": 7, "firstname": "Jörg"}
    assert f"({document['stop']} ms)" in exchange.title


def test_secret_headers_are_masked(own_scrubber: Scrubber) -> None:
    """Those that carry credentials, on both sides; a bearer's token is hidden by value from then on."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Cookie": f"PHPSESSID={TOKEN}", "Accept": "text/html"}
    with _shop(200, [], {"Set-Cookie": "PHPSESSID=0815; path=/"}) as shop:
        text = Exchange(requests.get(f"{shop}/rest/V1/x", headers=headers, timeout=5), own_scrubber).document
    asked, answered = (_headers(json.loads(text)[side]) for side in ("request", "response"))
    assert asked["Authorization"] == f"Bearer {MASK}"
    assert asked["Cookie"] == answered["Set-Cookie"] == MASK
    assert asked["Accept"] == "text/html"
    assert TOKEN not in text
    assert "0815" not in text
    assert own_scrubber.scrub(f"seen {TOKEN}") == f"seen {MASK}"


@pytest.mark.parametrize(
    "path",
    [
        "/rest/all/V1/integration/admin/token",
        "/rest/us/V1/integration/customer/token",
        "/rest/all/V1/tfa/provider/google/authenticate",
    ],
)
def test_bare_token_is_masked(own_scrubber: Scrubber, path: str) -> None:
    """Token endpoints answer with a string alone, which no key gives away."""
    with _shop(200, TOKEN) as shop:
        text = Exchange(requests.post(shop + path, json={"otp": "123456"}, timeout=5), own_scrubber).document
    assert TOKEN not in text
    assert json.loads(text)["response"]["body"]["value"] == f'"{MASK}"'
    assert "123456" not in text
    assert own_scrubber.scrub(TOKEN) == MASK


def test_refusal_of_a_token_endpoint_stays_readable(own_scrubber: Scrubber) -> None:
    """Only a token is masked there; Magento's message is what the reader needs."""
    with _shop(401, {"message": "The account sign-in was incorrect"}) as shop:
        url = f"{shop}/rest/us/V1/integration/customer/token"
        exchange = Exchange(
            requests.post(url, json={"username": "jane", "password": "x"}, timeout=5), own_scrubber
        )
    assert "-> 401 (" in exchange.title
    assert "The account sign-in was incorrect" in exchange.document


def test_other_bare_strings_stay_readable(own_scrubber: Scrubber) -> None:
    """A string is a secret at a token endpoint alone."""
    with _shop(200, "us") as shop:
        text = Exchange(requests.get(f"{shop}/rest/V1/store", timeout=5), own_scrubber).document
    assert json.loads(text)["response"]["body"]["value"] == '"us"'


def test_keys_decide(subtests: pytest.Subtests) -> None:
    """However deep; yes, no and nothing are no secrets."""
    rows: tuple[tuple[Any, Any], ...] = (
        ({"newPassword": "a", "current_password": "b"}, {"newPassword": MASK, "current_password": MASK}),
        ({"rp_token": "a", "consumer_secret": 5}, {"rp_token": MASK, "consumer_secret": MASK}),
        ({"secrets": {"first": "a", "more": ["b"]}}, {"secrets": {"first": MASK, "more": [MASK]}}),
        ({"list": [{"password": "a"}]}, {"list": [{"password": MASK}]}),
        (
            {"postcode": "1", "has_token": True, "password": None},
            {"postcode": "1", "has_token": True, "password": None},
        ),
        ({"robotpart": "arm", "region": "NY"}, {"robotpart": "arm", "region": "NY"}),
    )
    for body, masked in rows:
        with subtests.test(body=body):
            assert json.loads(masking.body(json.dumps(body), "application/json")) == masked


def test_form_is_masked_by_field() -> None:
    """As the storefront's sign-in form sends it."""
    form = "login[username]=jane%40example.com&login[password]=secret&form_key=abc"
    assert masking.body(form, "application/x-www-form-urlencoded; charset=UTF-8") == (
        f"login[username]=jane%40example.com&login[password]={MASK}&form_key={MASK}"
    )


def test_page_instead_of_json_is_shown_as_it_is() -> None:
    """A maintenance page is evidence too; a very long one is cut."""
    assert masking.body("<h1>503</h1>", "text/html") == "<h1>503</h1>"
    assert masking.body("x" * 60_000, "text/html").endswith("... 60000 characters in all")


def test_credentials_in_an_address_are_left_out() -> None:
    """A browser would send them; the report must not show them."""
    assert masking.url("https://jane:secret@shop.example.com/x") == "https://shop.example.com/x"


def _headers(side: dict[str, Any]) -> dict[str, str]:
    return {header["name"]: header["value"] for header in side["headers"]}


@contextmanager
def _shop(status: int, answer: Any, headers: dict[str, str] | None = None) -> Iterator[str]:
    """Serve one answer to every call, on a port of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            content = json.dumps(answer).encode()
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815  the name that http.server looks for

        def log_message(self, *_arguments: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
