"""A tiny web server that answers as it is set and remembers what it was asked."""

import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class ScriptedServer(ThreadingHTTPServer):
    """Answers each request by `answer(request)`; `requests` holds method, path and headers of each."""

    answer: Callable[[BaseHTTPRequestHandler], None]

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        self.answer = say(200, "application/json", "true")

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: ScriptedServer

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.requests.append((self.command, self.path, dict(self.headers)))
        self.server.answer(self)

    do_POST = do_DELETE = do_GET  # noqa: N815  the names that http.server looks for

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def say(
    status: int, content_type: str, text: str, **headers: str
) -> Callable[[BaseHTTPRequestHandler], None]:
    """Make an answer."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {
            "Content-Type": content_type,
            "Content-Length": str(len(text)),
            **headers,
        }.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(text.encode())

    return answer


def break_connection(request: BaseHTTPRequestHandler) -> None:
    """Answer nothing and hang up."""
    request.close_connection = True
    request.connection.shutdown(socket.SHUT_RDWR)
