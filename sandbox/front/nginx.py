"""What nginx, which stands in front of every Magento, says by itself, and the headers it puts on every answer."""

from werkzeug.http import http_date
from werkzeug.wrappers import Response

from sandbox.clock import Clock

PAGE = """<html>
<head><title>{status}</title></head>
<body>
<center><h1>{status}</h1></center>
<hr><center>nginx</center>
</body>
</html>"""


def page(status: str) -> Response:
    """Write nginx's own page for a status such as `502 Bad Gateway`."""
    response = Response(PAGE.format(status=status), status=status)
    response.headers["Content-Type"] = "text/html"
    return response


def put_headers(response: Response, clock: Clock) -> None:
    """Name the server, and tell its time: a caller may compare it with its own."""
    response.headers["Server"] = "nginx"
    response.headers["Date"] = http_date(clock.now())
