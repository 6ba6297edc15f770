"""Shops and other web servers that this process serves, for the preflight to look at."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from pydantic import SecretStr
from werkzeug.serving import BaseWSGIServer, make_server
from werkzeug.wrappers import Response

from harness.preflight.diagnosis import Diagnosis
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop
from sandbox import command_line
from sandbox.application import create_app
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from sandbox.server import QuietRequestHandler, read_certificate
from tests.preflight.examined import examine

HOST = "127.0.0.1"


@contextmanager
def served(*options: str, clock_ahead: float = 0) -> Iterator[str]:
    """Serve an embedded store with options of its command line, its clock ahead by seconds; give its URL."""
    configuration = command_line.configuration(command_line.read_options(options))
    app = create_app(configuration)
    server = make_server(HOST, 0, app, threaded=True, request_handler=QuietRequestHandler)
    if configuration.tls:
        server.ssl_context = read_certificate(*configuration.tls)
        server.socket = server.ssl_context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    url = f"{'https' if configuration.tls else 'http'}://{HOST}:{server.port}"
    app.extensions["shop"].urls.base = url
    app.extensions["shop"].clock.advance(clock_ahead)
    with _serving(server):
        yield url


@dataclass(frozen=True)
class Answer:
    """What a web server says to everything."""

    status: int
    text: str = ""
    content_type: str = "text/html"
    headers: Mapping[str, str] = field(default_factory=dict)


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """Serve one answer, and give the URL."""
    response = Response(answer.text, answer.status, answer.headers, content_type=answer.content_type)
    with _serving(make_server(HOST, 0, response, request_handler=QuietRequestHandler)) as server:
        yield f"http://{HOST}:{server.port}"


def shop_at(url: str, **settings: object) -> Shop:
    """Give a shop of the name staging, with the embedded store's admin unless another access is set."""
    access: dict[str, object] = {
        "admin_username": "admin",
        "admin_password": SecretStr(BUILT_IN_ADMIN_PASSWORD),
    }
    if "admin_token" in settings or "oauth_consumer_key" in settings:
        access = {}
    return Shop.model_validate({"name": "staging", "base_url": url, **access, **settings})


def diagnosed(shop: Shop, *, wait: float = 0) -> Diagnosis:
    """Look at a shop as a run does."""
    diagnosis, _ = examine(shop, "test", Scrubber(), wait=wait, tell=print)
    return diagnosis


@contextmanager
def _serving(server: BaseWSGIServer) -> Iterator[BaseWSGIServer]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
