"""Passwords of a certain length and a certain number of classes of characters, as a shop's rules count them."""

import secrets
import string

_CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits, "!+-_")
"""What Magento tells apart; everything that is none of the first three is the fourth."""


def password_of(length: int, classes: int) -> str:
    """Give a random password with as many characters as `length`, of as many classes as `classes` (at least one)."""
    return "".join(secrets.choice(_CLASSES[place % max(classes, 1)]) for place in range(length))
