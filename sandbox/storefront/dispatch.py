"""The way of a request through the storefront: store view, session, form key, guests, controller, cookies."""

import random
import time
import zlib
from datetime import timedelta
from pathlib import Path

from flask import Blueprint, redirect, request
from werkzeug.http import http_date
from werkzeug.wrappers import Response

from sandbox import sessions
from sandbox.configuration import Milliseconds
from sandbox.defects import defective
from sandbox.sessions import open_session, save_session
from sandbox.shop import current_shop
from sandbox.storefront import cookies
from sandbox.storefront.pages import not_found
from sandbox.storefront.routes import HOME, ROUTES, read_path
from sandbox.storefront.visit import Visit

INVALID_FORM_KEY = "Invalid Form Key. Please refresh the page."
SECTION_LOAD = "customer/section/load"
MY_ACCOUNT = "customer/account/index"
ADDRESS_BOOK = "customer/address/index"
SIGN_IN = "customer/account/loginpost"

STATIC = Path(__file__).parent / "static"
# Like Magento, the version is a part of the address: a browser may keep what it has until something changes.
STATIC_VERSION = zlib.crc32(b"".join(file.read_bytes() for file in sorted(STATIC.iterdir())))
STATIC_SECONDS = 365 * 24 * 3600

# No page may be kept: Back has to ask again.
PAGE_HEADERS = {
    "Cache-Control": "max-age=0, must-revalidate, no-cache, no-store",
    "Pragma": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "X-XSS-Protection": "1; mode=block",
    "X-Frame-Options": "SAMEORIGIN",
    "Content-Security-Policy-Report-Only": "default-src 'self' 'unsafe-inline' data:",
}

blueprint = Blueprint(
    "storefront",
    __name__,
    template_folder="templates",
    static_folder=STATIC,
    static_url_path=f"/static/version{STATIC_VERSION}/frontend",
)


@blueprint.route("/", defaults={"path": ""}, methods=["GET", "POST"])
@blueprint.route("/<path:path>", methods=["GET", "POST"])
def answer(path: str) -> Response:
    """Answer any address of the storefront."""
    visit = _begin_visit(path)
    response = _respond(visit)
    cookies.write(visit, response)
    save_session(visit.shop, visit.session)
    _put_headers(visit, response)
    if visit.route != HOME:  # the one page here that comes out of the page cache
        response.headers["X-Magento-Tags"] = "FPC"
    return response


def _put_headers(visit: Visit, response: Response) -> None:
    response.headers.extend(PAGE_HEADERS)
    if (visit.route == MY_ACCOUNT and defective("stored-account")) or (
        visit.route == ADDRESS_BOOK and defective("stored-address-book")
    ):
        response.headers["Cache-Control"] = "max-age=0, must-revalidate, no-cache"
    now = visit.shop.clock.now()
    response.headers["Expires"] = http_date(now - timedelta(days=365))
    if not visit.found and visit.shop.version.public_not_found:
        response.headers["Pragma"] = "cache"
        response.headers["Expires"] = http_date(now + timedelta(days=1))


@blueprint.after_request
def keep_static_files(response: Response) -> Response:
    """Let the browser keep pictures, styles and scripts."""
    if request.endpoint == "storefront.static":
        response.headers["Cache-Control"] = f"public, max-age={STATIC_SECONDS}, immutable"
    return response


def _begin_visit(path: str) -> Visit:
    shop = current_shop()
    segments = [segment for segment in path.split("/") if segment and segment != "index.php"]
    store, segments = shop.urls.find_store(request.host, segments)
    route, parameters = read_path(segments) if store.is_active else ("", {})
    # Whoever waits has not read the session yet, so that a slow call undoes nothing that happens meanwhile.
    _wait(shop.controls.section_latency if route == SECTION_LOAD else shop.controls.page_latency)
    session = open_session(shop, request.cookies.get(sessions.COOKIE), store)
    visit = Visit(shop, store, session, route, parameters)
    cookies.adopt_form_key(session)
    return visit


def _respond(visit: Visit) -> Response:
    if request.method != "POST" and visit.shop.urls.misses(visit.store, request.host_url):
        return _send_to_own_host(visit)
    if visit.is_expelled:
        return redirect(visit.shop.urls.root(visit.store, request.host_url) + "/")
    route = ROUTES.get(visit.route)
    method = "GET" if request.method == "HEAD" else request.method
    if route is None or method not in route.methods:
        return not_found(visit)
    if method == "POST" and not _form_key_is_right(visit):
        visit.add_message("error", INVALID_FORM_KEY)
        return _after_wrong_form_key(visit)
    if route.for_customers and visit.customer is None:
        return _send_to_sign_in(visit)
    return route.controller(visit)


def _send_to_own_host(visit: Visit) -> Response:
    """Lead to the same page on the shop's own host; a path without any page to the store view's home page."""
    if not request.path.strip("/"):
        return redirect(visit.base_url)
    return redirect(visit.shop.urls.root(visit.store, request.host_url) + request.environ["REQUEST_URI"])


def _form_key_is_right(visit: Visit) -> bool:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest" or defective("unchecked-form-key"):
        return True
    return request.form.get("form_key") == visit.session.form_key


def _after_wrong_form_key(visit: Visit) -> Response:
    if visit.route == SIGN_IN:
        return visit.redirect("customer/account")
    came_from = request.referrer or ""
    return redirect(came_from if visit.is_own(came_from) else visit.base_url)


def _send_to_sign_in(visit: Visit) -> Response:
    if defective("guests-go-home"):
        return redirect(visit.base_url)
    visit.state["before_auth_url"] = visit.current_url
    return redirect(visit.sign_in_url())


def _wait(latency: Milliseconds) -> None:
    low, high = latency
    if high:
        time.sleep(random.uniform(low, high) / 1000)  # noqa: S311 - a delay is no secret
