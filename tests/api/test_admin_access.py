"""The admin's calls are authorized by token or signature, and a token that has run out is renewed once."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any, cast
from urllib.parse import unquote

import pytest
from oauthlib.common import Request
from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth1.rfc5849.utils import parse_authorization_header
from pydantic import SecretStr

from api.admin_access import AdminAccess, Integration, ReadyToken, SignedIn
from api.errors import Refusal
from api.rest_client import RestClient
from tests.api.scripted_server import ScriptedServer, break_connection, say

SECRETS = ("consumer-key", "consumer-secret", "access-token", "access-token-secret")


@pytest.fixture
def client(server: ScriptedServer) -> RestClient:
    """Give a client of the telling server."""
    return RestClient(server.url, time_limit=5, user_agent="suite")


@pytest.fixture
def integration() -> Integration:
    """Give an integration's access."""
    return Integration(*map(SecretStr, SECRETS))


def unauthorized(resource: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer as Magento does to a token that has run out, is unknown or lacks a right, all alike."""
    message = "The consumer isn't authorized to access %resources."
    return say(
        401, "application/json", json.dumps({"message": message, "parameters": {"resources": resource}})
    )


def takes(token: str, resource: str = "Magento_Backend::store") -> Callable[[BaseHTTPRequestHandler], None]:
    """Answer `true` to the bearer of this token, and refuse all others."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        good = request.headers.get("Authorization") == f"Bearer {token}"
        (say(200, "application/json", "true") if good else unauthorized(resource))(request)

    return answer


def signing_in(*tokens: str) -> SignedIn:
    """Give an access whose first token and renewals are these."""
    first, *others = map(SecretStr, tokens)
    return SignedIn(first, lambda: others.pop(0))


def sent(server: ScriptedServer) -> list[str | None]:
    """Give the Authorization headers that were sent."""
    return [headers.get("Authorization") for _, _, headers in server.requests]


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_token_that_has_run_out_is_renewed(server: ScriptedServer, client: RestClient, method: str) -> None:
    """The refused call, which has done nothing, is repeated; later calls begin with the new token."""
    server.answer = takes("second")
    admin = signing_in("first", "second")
    assert client.send(method, "x", bool, caller=admin).value is True
    assert client.send(method, "x", bool, caller=admin).value is True
    assert sent(server) == ["Bearer first", "Bearer second", "Bearer second"]


def test_refusal_of_a_renewed_token_is_final(server: ScriptedServer, client: RestClient) -> None:
    """A right that is missing stays missing: one renewal, one repetition, then Magento's refusal."""
    server.answer = unauthorized("Magento_Customer::delete")
    refusal = client.send("DELETE", "x", bool, caller=signing_in("first", "second")).refusal
    assert refusal.missing_right == "Magento_Customer::delete"
    assert sent(server) == ["Bearer first", "Bearer second"]


@pytest.mark.parametrize(
    "answer",
    [
        unauthorized("self"),
        say(401, "application/json", '{"message": "The account sign-in was incorrect"}'),
        say(401, "text/html", "<html>basic auth</html>"),
        say(403, "application/json", "{}"),
    ],
    ids=["a customer's own", "sign-in", "a front", "forbidden"],
)
def test_other_refusals_renew_nothing(
    server: ScriptedServer, client: RestClient, answer: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    """Only an admin's missing right can mean that the token has run out."""
    server.answer = answer
    assert not client.send("GET", "x", bool, caller=signing_in("first", "second")).accepted
    assert sent(server) == ["Bearer first"]


def test_refusal_of_a_ready_token_says_what_to_do(server: ScriptedServer, client: RestClient) -> None:
    """There is no other token: the refusal is not repeated, and explains itself."""
    server.answer = unauthorized("Magento_Customer::customer")
    with pytest.raises(Refusal, match="The admin token may have run out: a ready one cannot be renewed"):
        _ = client.send("GET", "x", bool, caller=ReadyToken(SecretStr("first"))).value
    assert sent(server) == ["Bearer first"]


def _signed(server: ScriptedServer, place: int) -> tuple[Any, dict[str, str]]:
    """Give a request as its receiver sees it, and the parameters of its OAuth header."""
    method, path, headers = server.requests[place]
    header = parse_authorization_header(headers["Authorization"])
    parameters = {name: unquote(value) for name, value in header}
    request: Any = Request(server.url + path, cast(Any, method), headers=headers)
    request.signature = parameters["oauth_signature"]
    request.params = signature.collect_parameters(
        uri_query=request.uri_query, headers=headers, exclude_oauth_signature=True
    )
    return request, parameters


@pytest.mark.parametrize(
    "query", [None, {"filter[0][value]": "Jane Doe+1@example.com, 100% ~ü"}], ids=["bare", "a query"]
)
def test_signature_is_good(
    server: ScriptedServer, client: RestClient, integration: Integration, query: dict[str, str] | None
) -> None:
    """The receiver, who knows the secrets, comes to the same; a space in a query is no plus."""
    client.send("POST", "x", bool, caller=integration, body={"a": 1}, query=query)
    request, parameters = _signed(server, 0)
    assert parameters["oauth_signature_method"] == "HMAC-SHA256"
    assert (parameters["oauth_consumer_key"], parameters["oauth_token"]) == (SECRETS[0], SECRETS[2])
    assert signature.verify_hmac_sha256(request, SECRETS[1], SECRETS[3])
    assert not signature.verify_hmac_sha256(request, SECRETS[1], "another secret")
    assert "+" not in request.uri


def test_every_try_is_signed_anew(
    server: ScriptedServer, client: RestClient, integration: Integration
) -> None:
    """Magento refuses a nonce that it has seen, so the second try has another."""

    def once(request: BaseHTTPRequestHandler) -> None:
        server.answer = say(200, "application/json", "true")
        break_connection(request)

    server.answer = once
    assert client.send("GET", "x", bool, caller=integration).value is True
    nonces = {_signed(server, place)[1]["oauth_nonce"] for place in (0, 1)}
    assert len(nonces) == 2


def test_signing_leaves_headers_as_text(client: RestClient, integration: Integration) -> None:
    """Headers stay what the report can read: names and values as text."""
    seen: list[object] = []
    client.session.hooks["response"].append(
        lambda response, **_: seen.extend(response.request.headers.values())
    )
    client.send("POST", "x", bool, caller=integration, body={})
    assert seen
    assert all(isinstance(value, str) for value in seen)


@pytest.mark.parametrize(
    "access", [ReadyToken(SecretStr("secret")), signing_in("secret"), Integration(*map(SecretStr, SECRETS))]
)
def test_repr_is_free_of_secrets(access: AdminAccess) -> None:
    """A traceback may show an access."""
    assert not any(secret in repr(access) for secret in ("secret", *SECRETS))
