"""The cookies that the shop's server writes; the browser's scripts add their own."""

import hashlib
import json
import re
from urllib.parse import quote, unquote

from flask import request
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.sessions import COOKIE as SESSION
from sandbox.sessions import FORM_KEY_LENGTH, Session, has_moved, lifetime, random_key
from sandbox.storefront.visit import Visit

VARY = "X-Magento-Vary"
FORM_KEY = "form_key"
MESSAGES = "mage-messages"
CACHE_SESSION = "mage-cache-sessid"
CONTENT_VERSION = "private_content_version"
LOGIN_REDIRECT = "login_redirect"
PERSISTENT_CART = "persistent_shopping_cart"
YEAR = 365 * 24 * 3600


def adopt_form_key(session: Session) -> None:
    """Where the browser brings a form key of its own, that one is the session's from now on."""
    own = request.cookies.get(FORM_KEY, "")
    if re.fullmatch(f"[A-Za-z0-9]{{{FORM_KEY_LENGTH}}}", own):
        session.form_key = own


def forget_browser_state(response: Response) -> None:
    """Make the browser's scripts begin anew, as signing in and out does."""
    for name in (CACHE_SESSION, FORM_KEY):
        if name in request.cookies:
            response.delete_cookie(name)


def write(visit: Visit, response: Response) -> None:
    """Set and delete what this answer changes."""
    _write_session(visit, response)
    _write_vary(visit, response)
    _write_messages(visit, response)
    if request.method == "POST":
        version = random_key(32).lower()
        response.set_cookie(
            CONTENT_VERSION, version, max_age=10 * YEAR, secure=request.is_secure, samesite="Lax"
        )


def _write_session(visit: Visit, response: Response) -> None:
    if visit.is_expelled:
        response.delete_cookie(SESSION, httponly=True)
        return
    if visit.session.is_outdated or has_moved(visit.shop, visit.session):
        return  # an answer that comes late must not take the new id away from the browser
    is_renewed = SESSION in request.cookies
    same_site = "Lax" if is_renewed or visit.shop.version.same_site_cookies else None
    if defective("session-for-other-sites"):
        same_site = None
    _set_for_the_server(visit, response, SESSION, visit.session.id, same_site)


def is_marked_signed_in(visit: Visit) -> bool:
    """Tell whether the browser's X-Magento-Vary asks for the pages of the customer who is signed in."""
    return visit.customer is not None and request.cookies.get(VARY) == _variant(visit)


def _write_vary(visit: Visit, response: Response) -> None:
    """Tell the page cache which variant this browser gets: the last store view that was asked decides."""
    if visit.customer or VARY in request.cookies:
        _set_for_the_server(visit, response, VARY, _variant(visit), "Lax")


def _variant(visit: Visit) -> str:
    who = f"{visit.customer.group_id} signed in" if visit.customer else "guest"
    return hashlib.sha256(f"{visit.store.code} {who}".encode()).hexdigest()


def _set_for_the_server(
    visit: Visit, response: Response, name: str, value: str, same_site: str | None
) -> None:
    response.set_cookie(
        name,
        value,
        max_age=lifetime(visit.shop, visit.store),
        httponly=visit.shop.settings.is_on("web/cookie/cookie_httponly", visit.store)
        and not (name == SESSION and defective("session-for-scripts")),
        secure=request.is_secure,
        samesite=same_site,
    )


def _write_messages(visit: Visit, response: Response) -> None:
    if response.mimetype == "application/json":
        return
    waiting = visit.session.take_messages()
    if waiting:
        everything = [*_unread_messages(), *waiting]
        same_site = "Strict" if visit.shop.version.same_site_cookies else None
        response.set_cookie(MESSAGES, quote(json.dumps(everything)), max_age=YEAR, samesite=same_site)


def _unread_messages() -> list[dict[str, str]]:
    try:
        unread = json.loads(unquote(request.cookies.get(MESSAGES, "")))
    except ValueError:
        return []
    return unread if isinstance(unread, list) else []
