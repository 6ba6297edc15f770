"""A proxy that forwards to the shop, refuses, or asks for credentials, and remembers what it was asked."""

import base64
import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class ForwardingProxy(ThreadingHTTPServer):
    """Forwards requests for http URLs; with `user` ("jo:secret") it asks for credentials, with `status` it refuses."""

    daemon_threads = True

    def __init__(self, user: str = "", status: int = 0) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.user = user
        self.status = status
        self.forwarded: list[str] = []
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: ForwardingProxy
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        """Forward the request, or refuse it."""
        self.server.asked.append(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        given = self.headers.get("Proxy-Authorization", "")
        wanted = base64.b64encode(self.server.user.encode()).decode()
        if self.server.status:
            self._refuse(self.server.status, {})
        elif self.server.user and given != f"Basic {wanted}":
            self._refuse(407, {"Proxy-Authenticate": 'Basic realm="proxy"'})
        else:
            self._forward(body)

    do_POST = do_DELETE = do_PUT = do_CONNECT = do_GET  # noqa: N815  the names that http.server looks for

    def handle(self) -> None:
        """Answer; a browser that is closed drops its connections, which is no news."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _forward(self, body: bytes) -> None:
        self.server.forwarded.append(self.path)
        parts = urlsplit(self.path)
        own = {"host": parts.netloc, "connection": "close"}
        headers = {k: v for k, v in self.headers.items() if k.lower() not in {*own, "proxy-authorization"}}
        connection = http.client.HTTPConnection(parts.netloc, timeout=20)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request(self.command, path, body or None, {**headers, **own})
        answer = connection.getresponse()
        content = answer.read()
        self.send_response_only(answer.status, answer.reason)
        for name, value in answer.getheaders():
            if name.lower() not in {"transfer-encoding", "connection"}:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        connection.close()

    def _refuse(self, status: int, headers: dict[str, str]) -> None:
        text = b"<html><body>The proxy says no</body></html>"
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(text)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)


@contextmanager
def proxy(user: str = "", status: int = 0) -> Iterator[ForwardingProxy]:
    """Serve a proxy."""
    with ForwardingProxy(user, status) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()
