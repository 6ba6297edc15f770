"""The home page, the one page here that a page cache may keep."""

from werkzeug.wrappers import Response

from sandbox.storefront import cookies
from sandbox.storefront.page_cache import cached_page, keep_page
from sandbox.storefront.pages import render
from sandbox.storefront.routes import HOME, route
from sandbox.storefront.visit import Visit


@route(HOME)
def home_page(visit: Visit) -> Response:
    """Show the variant that the browser's X-Magento-Vary asks for, whatever the session says."""
    signed_in = cookies.is_marked_signed_in(visit)
    html = cached_page(visit)
    if html is None:
        html = render(visit, "home", signed_in=signed_in)
        if not signed_in:
            keep_page(visit, html)
    return Response(html, mimetype="text/html")
