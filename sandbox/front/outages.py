"""The shop is down: what Magento under maintenance answers, and nginx without a Magento behind it."""

import re
from collections.abc import Callable

from werkzeug.wrappers import Request, Response

from sandbox.controls import BAD_GATEWAY, GATEWAY_TIMEOUT, MAINTENANCE
from sandbox.front import nginx
from sandbox.shop import Shop

NGINX_STATUSES = {BAD_GATEWAY: "502 Bad Gateway", GATEWAY_TIMEOUT: "504 Gateway Time-out"}

MAINTENANCE_PAGE = """<!doctype html>
<html xmlns="http://www.w3.org/1999/xhtml" >
<head>
    <title>Error 503: Service Unavailable</title>
    <base href="{base}" />
    <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>
    <meta name="robots" content="*"/>
    <link rel="stylesheet" href="css/styles.css" type="text/css"/>
    <link rel="icon" href="images/favicon.ico" type="image/x-icon"/>
</head>
<body>
    <main class="page-main">
        <h1>Service Temporarily Unavailable</h1>
        <p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. \
Please try again later.</p>
    </main>
</body>
</html>
"""
MAINTENANCE_HEADERS = {
    "Content-Type": "text/html; charset=UTF-8",
    "X-Content-Type-Options": "nosniff",
    "X-XSS-Protection": "1; mode=block",
    "X-Frame-Options": "SAMEORIGIN",
}


def outage(shop: Shop) -> Callable[[Request], Response | None]:
    """Make the front of a shop that is down: for the first seconds, and for as long as its control says so."""
    started = shop.clock.timestamp()

    def answer(request: Request) -> Response | None:
        is_starting = 0 <= shop.clock.timestamp() - started < shop.configuration.bad_gateway
        down = BAD_GATEWAY if is_starting else shop.controls.outage
        if down == MAINTENANCE:
            return _maintenance_page(request, shop)
        return nginx.page(NGINX_STATUSES[down]) if down else None

    return answer


def _maintenance_page(request: Request, shop: Shop) -> Response:
    base = f"{request.host_url}errors/default/"
    if shop.version.encodes_error_page_address:
        base = re.sub(r"[^\w.,-]", lambda found: f"&#x{ord(found[0]):X};", base)
    page = MAINTENANCE_PAGE.format(base=base)
    return Response(page, "503 Service Unavailable", MAINTENANCE_HEADERS)
