"""How the store listens and speaks HTTP: small answers go out at once, and nothing is logged."""

import socket
import ssl
import threading
from pathlib import Path

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from sandbox.configuration import Configuration

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on


class QuietRequestHandler(WSGIRequestHandler):
    """Serves one connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def send_response(self, code: int, message: str | None = None) -> None:
        """Begin an answer by its status alone: the server's name and its time are among the answer's headers."""
        self.send_response_only(code, message)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: whoever asked has the answer."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - the name is werkzeug's
        """Say nothing: a connection that a browser drops is no news."""


class Server:
    """The store's open ports: one on its own host, and the same one on the host of every website."""

    def __init__(self, app: Flask, configuration: Configuration) -> None:
        first = _listen(app, configuration.host, configuration.port, configuration.tls)
        port = first.port
        self._servers = [first]
        addresses = {_resolve(configuration.host)}
        for host in dict(configuration.website_hosts).values():
            if configuration.host not in EVERYWHERE and _resolve(host) not in addresses:
                addresses.add(_resolve(host))
                self._servers.append(_listen(app, host, port, configuration.tls))
        scheme, usual_port = ("https", 443) if configuration.tls else ("http", 80)
        self.url = f"{scheme}://{configuration.host}" + (f":{port}" if port != usual_port else "")

    def serve_forever(self) -> None:
        """Answer until the program ends."""
        for server in self._servers[1:]:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self._servers[0].serve_forever()


def read_certificate(certificate: Path, key: Path) -> ssl.SSLContext:
    """Read a certificate with its key; raise OSError (`ssl.SSLError` is one) where they are none or do not fit."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key, password="")
    return context


def _listen(app: Flask, host: str, port: int, tls: tuple[Path, Path] | None) -> BaseWSGIServer:
    server = make_server(host, port, app, threaded=True, request_handler=QuietRequestHandler)
    if tls:
        server.ssl_context = read_certificate(*tls)
        # The handshake belongs to the connection's own thread: a silent caller keeps nobody else waiting.
        server.socket = server.ssl_context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    return server


def _resolve(host: str) -> str:
    return socket.gethostbyname(host)
