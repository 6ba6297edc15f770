"""Signing out, and the page that says good-bye and leaves for the home page."""

from flask import request
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.sessions import forget_sessions
from sandbox.storefront import cookies
from sandbox.storefront.pages import show
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit
from sandbox.tokens import TokenUser, UserType

SCHEMA = ("CREATE TABLE IF NOT EXISTS storefront_sign_out (customer_id INTEGER PRIMARY KEY)",)


@route("customer/account/logout", for_customers=True)
def sign_out(visit: Visit) -> Response:
    """End the session, whether asked by link or by form."""
    if defective("sign-out-ends-tokens") and visit.customer:
        visit.shop.tokens.revoke(TokenUser(UserType.CUSTOMER, visit.customer.id))
    if not defective("deaf-sign-out"):
        visit.session.end(leaves_open=_leaves_open(visit))
    if defective("sign-out-everywhere"):
        forget_sessions(visit.shop)
    farewell = visit.redirect("customer/account/logoutsuccess")
    cookies.forget_browser_state(farewell)
    return farewell


@route("customer/account/logoutsuccess")
def signed_out_page(visit: Visit) -> Response:
    """Say that it is done; a script then goes to the home page."""
    return show(visit, "signed_out")


def _leaves_open(visit: Visit) -> bool:
    """Tell whether the old session stays signed in: on 2.4.1 at an account's first sign-out by form."""
    if defective("living-sign-out"):
        return True
    customer = visit.customer
    if customer is None or request.method != "POST" or visit.shop.version.ends_first_posted_sign_out:
        return False
    with visit.shop.database.transaction() as connection:
        kept = connection.execute("INSERT OR IGNORE INTO storefront_sign_out VALUES (?)", (customer.id,))
    return bool(kept.rowcount)
