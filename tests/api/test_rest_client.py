"""The client sends what it should and nothing else, and names what went wrong on the way."""

import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.errors import NotRest, Unreachable
from api.rest_client import RestClient
from tests.api.scripted_server import ScriptedServer, break_connection, say


@pytest.fixture
def client(server: ScriptedServer) -> RestClient:
    """Give a client of the telling server."""
    return RestClient(server.url + "/", time_limit=5, user_agent="suite (run 7)")


def test_route_token_and_user_agent_are_sent(server: ScriptedServer, client: RestClient) -> None:
    """Scope and path make the route, the token goes as Bearer, the suite names itself."""
    assert client.send("GET", "store/storeViews", bool, scope="us", caller=SecretStr("abc")).value is True
    method, path, headers = server.requests[0]
    assert (method, path) == ("GET", "/rest/us/V1/store/storeViews")
    assert headers["Authorization"] == "Bearer abc"
    assert headers["User-Agent"] == "suite (run 7)"


def test_guest_sends_no_credentials_whatever_netrc_says(
    server: ScriptedServer, client: RestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A .netrc entry for the shop's host stays unread, with a token and without."""
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    client.send("GET", "x", bool)
    client.send("GET", "x", bool, caller=SecretStr("abc"))
    assert [headers.get("Authorization") for _, _, headers in server.requests] == [None, "Bearer abc"]


def test_cookies_are_forgotten(server: ScriptedServer, client: RestClient) -> None:
    """Magento's refusals set a session cookie, which the next call must not carry."""
    server.answer = say(401, "application/json", "{}", **{"Set-Cookie": "PHPSESSID=1; Path=/"})
    client.send("GET", "x", bool)
    client.send("GET", "x", bool)
    assert "Cookie" not in server.requests[1][2]


def test_redirect_is_not_followed(server: ScriptedServer, client: RestClient) -> None:
    """One request, and its answer says where it would have gone."""
    server.answer = say(302, "text/html", "", Location="https://elsewhere.example/")
    with pytest.raises(NotRest, match=r"elsewhere\.example"):
        _ = client.send("POST", "customers", bool, body={}).value
    assert len(server.requests) == 1


@pytest.mark.parametrize(("method", "tries"), [("GET", 2), ("POST", 1)])
def test_only_a_get_is_tried_again(
    server: ScriptedServer, client: RestClient, method: str, tries: int
) -> None:
    """A POST whose connection broke may have been carried out: it is never repeated."""
    server.answer = break_connection
    with pytest.raises(Unreachable, match=f"{method} /rest/all/V1/x: http://127.0.0.1.* cannot be reached"):
        client.send(method, "x", bool)
    assert len(server.requests) == tries


def test_get_succeeds_on_its_second_try(server: ScriptedServer, client: RestClient) -> None:
    """A kept-alive connection that the shop has closed in the meantime does no harm."""

    def once(request: BaseHTTPRequestHandler) -> None:
        server.answer = say(200, "application/json", "true")
        break_connection(request)

    server.answer = once
    assert client.send("GET", "x", bool).value is True


def test_silence_ends_at_the_time_limit(server: ScriptedServer) -> None:
    """A hung shop costs the time limit, once."""
    client = RestClient(server.url, time_limit=0.3, user_agent="suite")
    server.answer = lambda _: time.sleep(0.6)
    with pytest.raises(Unreachable, match=r"no answer from http://127.* within 0\.3 s"):
        client.send("GET", "x", bool)
    assert len(server.requests) == 1


def test_shops_headers_go_with_every_call(server: ScriptedServer) -> None:
    """A front lets the suite pass by a header of its own, whoever calls."""
    client = RestClient(server.url, time_limit=5, user_agent="suite", headers={"X-Pass": "let me in"})
    client.send("GET", "x", bool)
    client.send("POST", "x", bool, caller=SecretStr("abc"))
    assert [headers["X-Pass"] for _, _, headers in server.requests] == ["let me in"] * 2


def test_proxy_is_asked(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call goes to the proxy, with the whole URL, whatever the machine's own settings are."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    client = RestClient("http://shop.example", time_limit=5, user_agent="suite", proxy=server.url)
    assert client.send("GET", "x", bool).value is True
    assert server.requests[0][1] == "http://shop.example/rest/all/V1/x"


def test_closed_port_is_named() -> None:
    """Nobody listens: the sentence says so, with the URL."""
    with pytest.raises(Unreachable, match=r"http://127\.0\.0\.1:1 cannot be reached \(.*refused"):
        RestClient("http://127.0.0.1:1", time_limit=1, user_agent="suite").send("POST", "x", bool)
