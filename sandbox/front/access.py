"""Who gets as far as the shop: redirects, a firewall that wants a header, and HTTP basic auth."""

from collections.abc import Callable

from werkzeug.wrappers import Request, Response

from sandbox.configuration import Configuration
from sandbox.front import nginx
from sandbox.rest.scopes import rest_part

FIREWALL_PAGE = """<!DOCTYPE html>
<html lang="en-US">
<head><title>Access denied</title></head>
<body>
<h1>Sorry, you have been blocked</h1>
<p>You are unable to access {host}. This website uses a security service to protect itself from online attacks.</p>
</body>
</html>
"""


def redirect(configuration: Configuration) -> Callable[[Request], Response | None]:
    """Make the front of a shop that has moved, to https for one: every address leads to the same one elsewhere."""

    def answer(request: Request) -> Response | None:
        if configuration.redirect_to is None:
            return None
        response = nginx.page("301 Moved Permanently")
        response.headers["Location"] = f"{configuration.redirect_to}{request.environ['REQUEST_URI']}"
        return response

    return answer


def firewall(configuration: Configuration) -> Callable[[Request], Response | None]:
    """Make the front that nothing passes without a certain header."""

    def answer(request: Request) -> Response | None:
        if configuration.required_header is None:
            return None
        name, value = configuration.required_header
        if request.headers.get(name) == value:
            return None
        page = FIREWALL_PAGE.format(host=request.host)
        return Response(page, "403 Forbidden", content_type="text/html; charset=UTF-8")

    return answer


def basic_auth(configuration: Configuration) -> Callable[[Request], Response | None]:
    """Make the front of HTTP basic auth; REST and everything else have one each, or none."""

    def answer(request: Request) -> Response | None:
        is_rest = rest_part(request.path) is not None
        wanted = configuration.rest_password if is_rest else configuration.storefront_password
        given = request.authorization
        if wanted is None or (given and (given.username, given.password) == wanted):
            return None
        response = nginx.page("401 Authorization Required")
        response.headers["WWW-Authenticate"] = 'Basic realm="Restricted"'
        return response

    return answer
