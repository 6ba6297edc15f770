"""Recognises Magento's sign-in form in a page's HTML: whose theme it is of, and what guards it.

Themes write the form on the server, so no browser is needed to tell whether one could sign in with it.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from pages.themes.luma import LUMA

SUPPORTED = (LUMA.name,)
"""The families of themes that the page objects know."""

HYVA = "Hyvä"

_USERNAME = "login[username]"
_CAPTCHA = "captcha[user_login]"
_ROBOT_TESTS = re.compile(r"re-?captcha|hcaptcha|turnstile", re.IGNORECASE)


@dataclass(frozen=True)
class SignInForm:
    """The form: its theme's family, None for none that is known, and whether a captcha or its like guards it."""

    family: str | None
    captcha: bool
    recaptcha: bool


def sign_in_form(page: str, field: str = _USERNAME) -> SignInForm | None:
    """Find the form in a page's HTML by the name of a field of it; None where there is none."""
    reader = _Reader(field)
    reader.feed(page)
    reader.close()
    if reader.form is None:
        return None
    return SignInForm(
        family=reader.family,
        captcha=_CAPTCHA in reader.form,
        recaptcha=any(_ROBOT_TESTS.search(text) for text in reader.form),
    )


class _Reader(HTMLParser):
    """Gathers the texts of every form, those of its attributes and scripts included, and keeps the right one."""

    def __init__(self, field: str) -> None:
        super().__init__()
        self._field = field
        self.form: list[str] | None = None
        self._open_form: list[str] | None = None
        self._is_luma = False
        self._is_hyva = False

    @property
    def family(self) -> str | None:
        """Tell the theme's family by what only it has; Luma's may borrow Hyvä's attributes."""
        if self._is_luma:
            return LUMA.name
        return HYVA if self._is_hyva else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self._is_luma |= attributes.get("id") == "authenticationPopup"
        self._is_luma |= tag == "script" and attributes.get("type") == "text/x-magento-init"
        self._is_hyva |= "x-data" in attributes or attributes.get("id") == "customer-menu"
        if tag == "form":
            self._open_form = []
        if self._open_form is not None:
            self._open_form += [value for value in attributes.values() if value]
            if attributes.get("name") == self._field:
                self.form = self._open_form

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open_form = None

    def handle_data(self, data: str) -> None:
        if self._open_form is not None:
            self._open_form.append(data)
