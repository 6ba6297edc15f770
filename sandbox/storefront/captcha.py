"""The captcha of the sign-in form: asked for after three failed tries for one e-mail address, always, or never.

After failed tries it stays with the browser's session, and with the address until a sign-in succeeds.
"""

import itertools
import secrets
from contextlib import suppress

from flask import request
from werkzeug.wrappers import Response

from sandbox.errors import SignInRefused
from sandbox.shop import Shop
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS storefront_sign_in_attempts"
    " (email TEXT PRIMARY KEY COLLATE NOCASE, attempts INTEGER NOT NULL)",
)
ALWAYS = "always"
INCORRECT = "Incorrect CAPTCHA"
LETTERS = "ABCDEFGHJKMnpqrstuvwxyz23456789"
WORD_LENGTH = 5
# No password is that short: it is wrong for sure.
WRONG_PASSWORD = ""


def is_shown(visit: Visit) -> bool:
    """Tell whether this browser's sign-in form has the captcha."""
    if not _is_enabled(visit):
        return False
    return _setting(visit, "mode") == ALWAYS or bool(visit.session.data.get("shows_captcha"))


def refuses(visit: Visit, email: str) -> bool:
    """Count a try to sign in, and tell whether a captcha stands in its way."""
    if not _is_enabled(visit):
        return False
    most = int(_setting(visit, "failed_attempts_login"))
    required = is_shown(visit) or _attempts(visit.shop, email) >= most
    refused = required and not _is_solved(visit)
    if refused:
        _count_as_failure(visit, email)
    if email and _log_attempt(visit.shop, email) >= most:
        visit.session.data["shows_captcha"] = True
    return refused


def forget_attempts(shop: Shop, email: str) -> None:
    """Begin to count anew, after a successful sign-in."""
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM storefront_sign_in_attempts WHERE email = ?", (email,))


@route("captcha/image/index", methods=("GET",))
def image(visit: Visit) -> Response:
    """Draw a new word for this session."""
    word = visit.session.data["captcha_word"] = "".join(secrets.choice(LETTERS) for _ in range(WORD_LENGTH))
    letters = "".join(
        f'<text x="{18 + 34 * place}" y="{46 + 6 * side}" rotate="{8 * side}">{letter}</text>'
        for place, (letter, side) in enumerate(zip(word, itertools.cycle((1, -1)), strict=False))
    )
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="70" font-family="Georgia, serif"'
        ' font-size="36" fill="#514943"><rect width="200" height="70" fill="#f0f0f0"/>'
        f'{letters}<path d="M5 45 Q60 10 100 38 T195 28" fill="none" stroke="#a6a6a6"/></svg>'
    )
    return Response(picture, mimetype="image/svg+xml")


def _is_enabled(visit: Visit) -> bool:
    return _setting(visit, "enable") == "1"


def _setting(visit: Visit, name: str) -> str:
    return visit.shop.settings.text(f"customer/captcha/{name}", visit.store)


def _is_solved(visit: Visit) -> bool:
    word = visit.session.data.pop("captcha_word", None)
    entered = request.form.get("captcha[user_login]", "")
    return bool(word) and entered.casefold() == str(word).casefold()


def _count_as_failure(visit: Visit, email: str) -> None:
    customer = visit.shop.customers.find_by_email(email, visit.store.website_id)
    if customer is not None:
        with suppress(SignInRefused):
            visit.shop.credentials.check_password(customer.id, WRONG_PASSWORD)


def _attempts(shop: Shop, email: str) -> int:
    with shop.database.transaction() as connection:
        row = connection.execute(
            "SELECT attempts FROM storefront_sign_in_attempts WHERE email = ?", (email,)
        ).fetchone()
    return int(row["attempts"]) if row else 0


def _log_attempt(shop: Shop, email: str) -> int:
    with shop.database.transaction() as connection:
        connection.execute(
            "INSERT INTO storefront_sign_in_attempts VALUES (?, 1)"
            " ON CONFLICT (email) DO UPDATE SET attempts = attempts + 1",
            (email,),
        )
        return _attempts(shop, email)
