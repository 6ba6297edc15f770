"""The cookies that the shop's server writes; the browser's scripts add their own."""

import hashlib
import json
import re
from typing import Any
from urllib.parse import quote, unquote

from flask import request
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.storefront.sessions import FORM_KEY_LENGTH, LIFETIME, Session, random_key
from sandbox.storefront.visit import Visit

SESSION = "PHPSESSID"
VARY = "X-Magento-Vary"
FORM_KEY = "form_key"
MESSAGES = "mage-messages"
CACHE_SESSION = "mage-cache-sessid"
CONTENT_VERSION = "private_content_version"
LOGIN_REDIRECT = "login_redirect"
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
        response.set_cookie(CONTENT_VERSION, version, max_age=10 * YEAR, samesite="Lax")


def _write_session(visit: Visit, response: Response) -> None:
    # 2.4.1 says nothing of other sites when a session begins, and Lax whenever it renews the cookie.
    same_site = "Lax" if SESSION in request.cookies else _same_site(visit)
    if defective("session-for-other-sites"):
        same_site = None
    closed: dict[str, Any] = {"httponly": not defective("session-for-scripts"), "samesite": same_site}
    if visit.session.ended:
        response.delete_cookie(SESSION, secure=request.is_secure, **closed)
        return
    response.set_cookie(SESSION, visit.session.id, max_age=LIFETIME, secure=request.is_secure, **closed)


def _write_vary(visit: Visit, response: Response) -> None:
    """Tell the page cache which variant this browser gets: the last store view that was asked decides."""
    customer = None if visit.session.ended else visit.customer
    if customer is not None:
        context = f"{visit.store.code} {customer.group_id} signed in"
        mark = hashlib.sha256(context.encode()).hexdigest()
        response.set_cookie(VARY, mark, max_age=LIFETIME, httponly=True, samesite="Lax")
    elif VARY in request.cookies:
        response.delete_cookie(VARY, httponly=True, samesite="Lax")


def _write_messages(visit: Visit, response: Response) -> None:
    if visit.session.ended or response.mimetype == "application/json":
        return
    waiting = visit.session.take_messages()
    if waiting:
        everything = [*_unread_messages(), *waiting]
        same_site = _same_site(visit, "Strict")
        response.set_cookie(MESSAGES, quote(json.dumps(everything)), max_age=YEAR, samesite=same_site)


def _same_site(visit: Visit, wanted: str = "Lax") -> str | None:
    return wanted if visit.shop.version.same_site_cookies else None


def _unread_messages() -> list[dict[str, str]]:
    try:
        unread = json.loads(unquote(request.cookies.get(MESSAGES, "")))
    except ValueError:
        return []
    return unread if isinstance(unread, list) else []
