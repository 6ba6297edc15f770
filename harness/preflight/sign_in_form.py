"""Finds Magento's sign-in form in a page's HTML, and what guards it.

Themes write the form on the server, so no browser is needed to tell whether one could sign in with it.
"""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

_USERNAME = "login[username]"
_CAPTCHA = "captcha[user_login]"
_ROBOT_TESTS = re.compile(r"re-?captcha|hcaptcha|turnstile", re.IGNORECASE)


@dataclass(frozen=True)
class SignInForm:
    """The form, by what guards it: a captcha of Magento's, or a reCAPTCHA or its like."""

    captcha: bool
    recaptcha: bool


def parsed(page: str) -> BeautifulSoup:
    """Read a page's HTML."""
    return BeautifulSoup(page, "html.parser")


def sign_in_form(page: str, field: str = _USERNAME) -> SignInForm | None:
    """Find the form in a page's HTML by the name of a field of it; None where there is none."""
    form = parsed(page).select_one(f'form:has([name="{field}"])')
    if form is None:
        return None
    return SignInForm(
        captcha=form.select_one(f'[name="{_CAPTCHA}"]') is not None,
        recaptcha=_ROBOT_TESTS.search(str(form)) is not None,
    )
