"""Each phase in which a call can fail has its type, and keeps request, answer and cause; none shows a secret."""

import socket
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NoReturn

import pytest
import requests
from pydantic import SecretStr

from api.errors import (
    ConnectionBroken,
    NameNotResolved,
    NoConnection,
    NoTls,
    NotRest,
    ProxyFailed,
    Refusal,
    ShopError,
    TimedOut,
    TlsError,
    Unreachable,
    UntrustedCertificate,
    WrongCertificate,
)
from api.rest_client import RestClient
from sandbox.server import read_certificate
from tests.api.scripted_server import ScriptedServer, break_connection, say
from tests.sandbox.profiles.certificates import Certificates, make_certificates

TOKEN = "token-of-the-admin"
NOBODY = "http://127.0.0.1:1"


def failed(base_url: str, *, proxy: str | None = None, ca_file: Path | None = None) -> ShopError:
    """Call as somebody with a token, and give the error."""
    client = RestClient(base_url, time_limit=0.5, user_agent="suite", proxy=proxy, ca_file=ca_file)
    with pytest.raises(ShopError) as raised:
        _ = client.send("POST", "x", bool, caller=SecretStr(TOKEN), body={}).value
    return raised.value


@pytest.fixture(scope="module")
def certificates(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Give an authority and what it signed."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@contextmanager
def encrypted(certificate: Path, key: Path) -> Iterator[str]:
    """Serve over TLS, and give the URL."""
    with ScriptedServer() as server:
        context = read_certificate(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server.url.replace("http:", "https:")
        server.shutdown()


def test_name_that_is_not_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever words the machine has for it."""

    def unknown(*_: object, **__: object) -> NoReturn:
        raise socket.gaierror(socket.EAI_NONAME, "in some other language")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = failed("https://stagin.example.com")
    assert type(error) is NameNotResolved
    assert isinstance(error.__cause__, requests.ConnectionError)


def test_nobody_listens() -> None:
    """The connection is refused."""
    assert type(failed(NOBODY)) is NoConnection


def silent(_: BaseHTTPRequestHandler) -> None:
    """Say nothing for longer than the client waits."""
    time.sleep(0.8)


def half_an_answer(request: BaseHTTPRequestHandler) -> None:
    """Promise more than there is."""
    say(200, "application/json", "true", **{"Content-Length": "400"})(request)
    break_connection(request)


def half_an_answer_and_silence(request: BaseHTTPRequestHandler) -> None:
    """Promise more than comes in time."""
    say(200, "application/json", "true", **{"Content-Length": "400"})(request)
    silent(request)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (silent, TimedOut),
        (half_an_answer_and_silence, TimedOut),
        (break_connection, ConnectionBroken),
        (half_an_answer, ConnectionBroken),
    ],
)
def test_no_whole_answer(
    server: ScriptedServer, answer: Callable[[BaseHTTPRequestHandler], None], kind: type[Unreachable]
) -> None:
    """A time that ran out and a connection that broke are distinguished, in the middle of an answer as well."""
    server.answer = answer
    error = failed(server.url)
    assert type(error) is kind
    assert error.request is not None
    assert error.answer is None


@pytest.mark.parametrize("base_url", ["http://shop.example", "https://shop.example"])
def test_proxy_that_is_not_there(base_url: str) -> None:
    """It is the proxy that fails, not the shop."""
    assert type(failed(base_url, proxy=NOBODY)) is ProxyFailed


@pytest.mark.parametrize("base_url", ["http://shop.example", "https://shop.example"])
def test_proxy_that_asks_for_credentials(server: ScriptedServer, base_url: str) -> None:
    """It answers 407, to a call as to a tunnel; Magento never does."""
    server.answer = say(407, "text/html", "who are you?")
    _serve_tunnels(server)
    error = failed(base_url, proxy=server.url)
    assert type(error) is ProxyFailed
    assert "407" in error.problem


def _serve_tunnels(server: ScriptedServer) -> None:
    handler = server.RequestHandlerClass
    handler.do_CONNECT = handler.do_POST  # type: ignore[attr-defined]  # only a proxy is asked so


def test_certificate_of_an_unknown_authority(certificates: Certificates) -> None:
    """By OpenSSL's code, not by its words."""
    with encrypted(certificates.certificate, certificates.key) as url:
        error = failed(url)
    assert isinstance(error, UntrustedCertificate)
    assert error.reason == "unable to get local issuer certificate"


def test_certificate_of_another_name(certificates: Certificates) -> None:
    """It is trusted: the authority's own, which has no address."""
    with encrypted(certificates.authority, certificates.authority.with_suffix(".key")) as url:
        error = failed(url, ca_file=certificates.authority)
    assert isinstance(error, WrongCertificate)
    assert error.reason == "IP address mismatch, certificate is not valid for '127.0.0.1'"


def test_no_tls(server: ScriptedServer) -> None:
    """The scheme is wrong, or the port."""
    assert type(failed(server.url.replace("http:", "https:"))) is NoTls


def test_broken_handshake() -> None:
    """Something listens, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            connection, _ = listening.accept()
            connection.recv(1)
            connection.sendall(b"\x15\x03\x03\x00\x02\x02\x28")  # an alert: handshake_failure
            connection.close()

        threading.Thread(target=hang_up, daemon=True).start()
        error = failed(f"https://127.0.0.1:{listening.getsockname()[1]}")
    assert type(error) is TlsError


def test_request_that_cannot_be_sent() -> None:
    """Nothing of the network's: still no answer."""
    assert type(failed("http://shop.example:99999")) in {Unreachable, NoConnection}


@pytest.mark.parametrize(
    ("status", "content_type", "text", "kind"),
    [
        (401, "application/json", '{"message": "no"}', Refusal),
        (200, "text/html", "<html>", NotRest),
        (302, "text/html", "", NotRest),
        (502, "application/json", '{"error": "upstream"}', NotRest),
        (502, "application/json", "[]", NotRest),
    ],
)
def test_answer_is_kept(
    server: ScriptedServer, status: int, content_type: str, text: str, kind: type[ShopError]
) -> None:
    """JSON beside success that is not Magento's envelope is somebody else's; request and answer are there."""
    server.answer = say(status, content_type, text)
    error = failed(server.url)
    assert type(error) is kind
    assert error.answer is not None
    assert (error.answer.status_code, error.status, error.answer.text) == (status, status, text)
    assert error.request is error.answer.request


def test_no_secret_is_shown(server: ScriptedServer) -> None:
    """Neither the token that was sent nor a body that may hold one, in words, repr and traceback."""
    server.answer = say(500, "text/html", 'Notice: {"token": "body-with-a-secret"}')
    for error in (failed(server.url), failed(NOBODY)):
        assert error.request is not None
        assert TOKEN in error.request.headers["Authorization"]
        frames = traceback.TracebackException.from_exception(error, capture_locals=True)
        shown = "".join([str(error), repr(error), *frames.format()])
        assert "site-packages" not in shown  # their frames have headers and bodies as arguments
        assert TOKEN not in shown
        assert "body-with-a-secret" not in shown
