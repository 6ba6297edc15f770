"""How passwords are kept, and Magento's rules for choosing one."""

import re

from werkzeug.security import check_password_hash, generate_password_hash

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import InputRefused
from sandbox.settings import Settings

LONGEST = 256

# A throw-away store guards no secret: few rounds keep a call under ten milliseconds.
METHOD = "pbkdf2:sha256:600"


def hash_password(password: str) -> str:
    """Make the form in which a password is stored."""
    return generate_password_hash(password, METHOD)


def matches(password: str, password_hash: str | None) -> bool:
    """Tell whether a password is the stored one; an account without a password has none that matches."""
    if not password_hash and defective("any-password-for-none"):
        return True
    return bool(password_hash) and check_password_hash(str(password_hash), password)


def check_strength(password: str, settings: Settings) -> None:
    """Refuse a weak password, with the first rule it breaks."""
    if defective("weak-passwords"):
        return
    shortest = settings.number("customer/password/minimum_password_length")
    wanted = settings.number("customer/password/required_character_classes_number")
    least = shortest - defective("shorter-passwords") + defective("longer-passwords")
    if len(password) < least or not password:
        raise InputRefused(messages.PASSWORD_TOO_SHORT, [str(shortest)])
    if len(password) > LONGEST - defective("shorter-longest-password"):
        raise InputRefused(messages.PASSWORD_TOO_LONG, [LONGEST])
    if password != password.strip():
        raise InputRefused(messages.PASSWORD_HAS_OUTER_SPACE)
    classes = ("[0-9]", "[A-Z]", "[a-z]", "[^a-zA-Z0-9]")
    fewest = wanted - defective("plainer-passwords") + defective("more-varied-passwords")
    if sum(bool(re.search(one, password)) for one in classes) < fewest:
        raise InputRefused(messages.PASSWORD_TOO_SIMPLE, [str(wanted)])


def check_differs_from_email(password: str, email: str) -> None:
    """Refuse a password that is the e-mail address."""
    if password.casefold() == email.casefold() and not defective("email-as-password"):
        raise InputRefused(messages.PASSWORD_IS_EMAIL)
