"""Signing out, and the page that says good-bye and leaves for the home page."""

from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.storefront import cookies
from sandbox.storefront.pages import show
from sandbox.storefront.routes import route
from sandbox.storefront.sessions import forget_sessions
from sandbox.storefront.visit import Visit


@route("customer/account/logout", for_customers=True)
def sign_out(visit: Visit) -> Response:
    """End the session, whether asked by link or by form."""
    visit.session.ended = not defective("deaf-sign-out")
    if defective("sign-out-everywhere"):
        forget_sessions(visit.shop)
    farewell = visit.redirect("customer/account/logoutsuccess")
    cookies.forget_browser_state(farewell)
    return farewell


@route("customer/account/logoutsuccess")
def signed_out_page(visit: Visit) -> Response:
    """Say that it is done; a script then goes to the home page."""
    return show(visit, "signed_out")
