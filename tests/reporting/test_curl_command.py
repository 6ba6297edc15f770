"""The command that a report shows does the same as the suite did: each is pasted into a real bash here."""

import json
import os
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from pydantic import SecretStr

from api.models import Credentials
from api.rest_client import RawBody, RestClient
from harness.reporting import curl_command
from harness.reporting.exchange import Exchange
from harness.run.embedded_store import EmbeddedStore
from harness.secrets.scrubber import MASK, Scrubber

EMAIL = "pasted@example.com"
PASSWORD = "Aa1!$HOME `id` ' é"
"""No quotation mark and no backslash: in a pasted JSON text these would end it."""

FRONT = 'let "me" $in'


@pytest.fixture(scope="module")
def store(processes: None) -> Iterator[EmbeddedStore]:
    """Start a shop of the version whose tokens tell nothing of themselves."""
    store = EmbeddedStore(["--magento", "2.4.1"])
    yield store
    store.stop()


@pytest.fixture
def responses() -> list[requests.Response]:
    """Give the list that every exchange ends up in."""
    return []


@pytest.fixture
def scrubber() -> Scrubber:
    """Give the scrubber of the report's commands."""
    scrubber = Scrubber()
    scrubber.hide(PASSWORD, "PASSWORD")
    scrubber.hide(FRONT)
    return scrubber


@pytest.fixture
def rest(store: EmbeddedStore, responses: list[requests.Response], scrubber: Scrubber) -> RestClient:
    """Give a client of that shop, and the reporting a scrubber of its own that sees its exchanges."""
    client = RestClient(store.shop.base_url, time_limit=10, user_agent="pasting")

    def watch(response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        responses.append(response)
        _ = Exchange(response, scrubber).document  # as evidence does: it learns the tokens

    client.session.hooks["response"].append(watch)
    return client


def _admin(store: EmbeddedStore) -> Credentials:
    assert store.shop.admin_username
    assert store.shop.admin_password
    return Credentials(username=store.shop.admin_username, password=store.shop.admin_password)


@pytest.fixture
def tokens(rest: RestClient, store: EmbeddedStore) -> dict[str, str]:
    """Create a customer and give both tokens by the names of their variables."""
    admin = rest.send("POST", "integration/admin/token", str, body=_admin(store).payload()).value
    customer = {"email": EMAIL, "firstname": "Jane", "lastname": "Doe", "store_id": 2, "website_id": 2}
    rest.send("POST", "customers", dict, scope="us", body={"customer": customer, "password": PASSWORD})
    own = Credentials(username=EMAIL, password=SecretStr(PASSWORD)).payload()
    token = rest.send("POST", "integration/customer/token", str, scope="us", body=own).value
    return {"ADMIN_TOKEN": admin, "CUSTOMER_TOKEN": token}


CALLS: dict[str, dict[str, Any]] = {
    "the admin's list": {"method": "GET", "path": "store/storeViews", "caller": "{ADMIN_TOKEN}"},
    "a search with brackets": {
        "method": "GET",
        "path": "customers/search",
        "caller": "{ADMIN_TOKEN}",
        "query": {
            "searchCriteria[filterGroups][0][filters][0][field]": "email",
            "searchCriteria[filterGroups][0][filters][0][value]": EMAIL,
        },
    },
    "the customer's own account": {
        "method": "GET",
        "path": "customers/me",
        "scope": "us",
        "caller": "{CUSTOMER_TOKEN}",
    },
    "a token with a letter more": {
        "method": "GET",
        "path": "customers/me",
        "scope": "us",
        "caller": "{CUSTOMER_TOKEN}x",
    },
    "a token in quotes": {
        "method": "GET",
        "path": "customers/me",
        "scope": "us",
        "caller": '"{CUSTOMER_TOKEN}"',
    },
    "a guest": {"method": "GET", "path": "customers/me", "scope": "us"},
    "an e-mail that is taken": {
        "method": "POST",
        "path": "customers",
        "scope": "us",
        "body": {
            "customer": {
                "email": EMAIL,
                "firstname": 'J"o\\rg $HOME `id`',
                "lastname": "D'Artagnan\n2",
                "store_id": 2,
                "website_id": 2,
            },
            "password": PASSWORD,
        },
    },
    "a password with a space more": {
        "method": "POST",
        "path": "integration/customer/token",
        "scope": "us",
        "body": {"username": EMAIL, "password": f"{PASSWORD} "},
    },
    "broken JSON": {
        "method": "POST",
        "path": "customers",
        "scope": "us",
        "body": RawBody("application/json", '{"customer": $HOME'),
    },
    "no content type": {
        "method": "POST",
        "path": "customers",
        "scope": "us",
        "body": RawBody(None, "{}"),
    },
    "another type": {
        "method": "POST",
        "path": "customers",
        "scope": "us",
        "body": RawBody("text/plain", "it's {}"),
    },
    "XML": {
        "method": "GET",
        "path": "store/storeViews",
        "caller": "{ADMIN_TOKEN}",
        "accept": "application/xml",
    },
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_pasted_command_gets_the_same_answer(
    rest: RestClient,
    responses: list[requests.Response],
    tokens: dict[str, str],
    call: dict[str, Any],
    scrubber: Scrubber,
) -> None:
    """Status and body, and no secret stands in the command."""
    caller = SecretStr(call["caller"].format(**tokens)) if "caller" in call else None
    rest.send(model=dict, **{**call, "caller": caller})
    command = curl_command.curl_command(responses[-1].request, scrubber)
    assert not [secret for secret in (PASSWORD, *tokens.values()) if secret in command], command
    status, body = _pasted(command, {**tokens, "PASSWORD": PASSWORD})
    assert (status, body) == (responses[-1].status_code, responses[-1].text), command


def test_token_is_got_by_pasting(
    store: EmbeddedStore, rest: RestClient, responses: list[requests.Response], scrubber: Scrubber
) -> None:
    """The admin's password has a variable of its own; each token is another one."""
    admin = _admin(store).payload()
    rest.send("POST", "integration/admin/token", str, body=admin)
    command = curl_command.curl_command(responses[-1].request, scrubber)
    assert '"password": "$ADMIN_PASSWORD"' in command
    status, body = _pasted(command, {"ADMIN_PASSWORD": admin["password"]})
    assert (status, len(json.loads(body))) == (200, 32), command


def test_command_is_readable(rest: RestClient, tokens: dict[str, str], scrubber: Scrubber) -> None:
    """One option a line, the body indented, no header that curl sets itself."""
    request = requests.Request(
        "POST",
        f"{rest.base_url}/rest/us/V1/customers",
        json={"customer": {"email": EMAIL}, "password": PASSWORD},
        headers={"Authorization": f"Bearer {tokens['ADMIN_TOKEN']}", "User-Agent": "pasting"},
    )
    assert curl_command.curl_command(rest.session.prepare_request(request), scrubber).splitlines() == [
        f"curl --include --request POST {rest.base_url}/rest/us/V1/customers \\",
        "  --header 'Accept: */*' \\",
        '  --header "Authorization: Bearer $ADMIN_TOKEN" \\',
        "  --header 'Content-Type: application/json' \\",
        "  --data @- <<END",
        "{",
        '  "customer": {',
        f'    "email": "{EMAIL}"',
        "  },",
        '  "password": "$PASSWORD"',
        "}",
        "END",
    ]


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ({"X-Shop-Front": FRONT}, '"X-Shop-Front: $X_SHOP_FRONT"'),
        ({"Authorization": "OAuth oauth_nonce=1"}, '"Authorization: Bearer $ADMIN_TOKEN"'),
        ({"Authorization": "Bearer never-issued"}, '"Authorization: Bearer $TOKEN"'),
        ({"Cookie": "PHPSESSID=0815"}, '"Cookie: $COOKIE"'),
        ({"Accept": "text/html"}, "'Accept: text/html'"),
    ],
)
@pytest.mark.usefixtures("rest")
def test_header_with_a_secret_comes_from_a_variable(
    header: dict[str, str], shown: str, scrubber: Scrubber
) -> None:
    """A front's header is known by value; a signature is good once, so a token stands in for it."""
    request = requests.Request("GET", "https://shop.example.com/rest/V1/store", headers=header).prepare()
    assert f"--header {shown}" in curl_command.curl_command(request, scrubber)


def test_secret_of_an_address_is_dots(scrubber: Scrubber) -> None:
    """A query is no place for a variable: nobody could tell it from the URL."""
    url = "https://shop.example.com/rest/V1/store?token=abc&fields=id"
    command = curl_command.curl_command(requests.Request("GET", url).prepare(), scrubber)
    assert f"token={MASK}&fields=id" in command


def _pasted(command: str, variables: dict[str, str]) -> tuple[int, str]:
    """Run a command in bash and take its output, headers and body, apart."""
    finished = subprocess.run(
        ["bash"],  # noqa: S607  whichever bash a tester has
        input=command.encode(),
        env={**os.environ, **variables},
        capture_output=True,
        check=True,
        timeout=30,
    )
    head, _, body = finished.stdout.decode().partition("\r\n\r\n")
    return int(head.split()[1]), body
