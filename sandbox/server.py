"""How the store speaks HTTP: connections stay open, small answers go out at once, and nothing is logged."""

from werkzeug.serving import WSGIRequestHandler


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
