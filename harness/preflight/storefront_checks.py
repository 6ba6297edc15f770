"""Looks at the storefront of the store view under test: that a browser could open it and sign in there.

The pages are asked for without a browser: what stands in the way is in their HTML.
"""

from dataclasses import dataclass
from http import HTTPStatus

import requests

from api.connection_errors import innermost_cause
from api.models import StoreConfig
from harness.browser.access import origin, storefront_url
from harness.preflight.check import Fine, Found, Line, Look, Result
from harness.preflight.error_findings import is_basic_auth, is_maintenance, keeps_out, of_proxy, status_of
from harness.preflight.sign_in_form import SignInForm, sign_in_form
from harness.preflight.storefront_visit import REGISTRATION_PAGE, SIGN_IN_PAGE, visited


@dataclass(frozen=True)
class SignInPage:
    """The storefront's sign-in page, as it came: requests' own object."""

    response: requests.Response


@dataclass(frozen=True)
class RegistrationPage:
    """The page on which customers register: its HTML."""

    text: str


def look_at_storefront(look: Look) -> Result:
    """Open the sign-in page."""
    url = storefront_url(look.shop, look.given(StoreConfig))
    try:
        page = visited(look.shop, f"{url}{SIGN_IN_PAGE}")
    except requests.exceptions.ProxyError as error:
        return Found((of_proxy(look.shop, url, innermost_cause(error)),))
    except (requests.RequestException, ValueError) as error:  # the latter for a redirect to no URL at all
        return look.found("storefront-unreachable", problem=f"{url} ({innermost_cause(error)})")
    if page.status_code != HTTPStatus.OK or is_maintenance(page):
        return _without_a_page(look, page)
    lines = [Line("storefront", f"{url} opens")]
    if origin(page.url) != origin(url):
        target = page.url.partition(SIGN_IN_PAGE)[0]
        lines.append(look.warning("storefront-moved", url=url, target=target))
    return Fine(tuple(lines), SignInPage(page))


def look_at_form(look: Look) -> Result:
    """Look for the sign-in form; gives it."""
    page = look.given(SignInPage).response
    form = sign_in_form(page.text)
    if form is None:
        return look.found("no-sign-in-form", url=page.url)
    return Fine((Line("sign-in form", "is Magento's"),), form)


def look_at_registration(look: Look) -> Result:
    """Open the page on which customers register; a shop may do without, so nothing is found where it does."""
    url = look.given(SignInPage).response.url.partition(SIGN_IN_PAGE)[0] + REGISTRATION_PAGE
    try:
        own = storefront_url(look.shop, look.given(StoreConfig))
        page = visited(look.shop, url, storefront=own)
    except (requests.RequestException, ValueError):
        return Fine()
    return Fine(gives=RegistrationPage(page.text)) if page.status_code == HTTPStatus.OK else Fine()


def look_at_captcha(look: Look) -> Result:
    """Look whether anything asks for a human being."""
    form = look.given(SignInForm)
    if form.captcha or form.recaptcha:
        id_ = "captcha" if form.captcha else "recaptcha"
        return look.found(id_, url=look.given(SignInPage).response.url)
    lines = [Line("captcha", "none at the sign-in form")]
    if _registration_is_guarded(look):
        lines.append(look.warning("registration-recaptcha"))
    return Fine(tuple(lines))


def _registration_is_guarded(look: Look) -> bool:
    """Look at the page on which customers register: what guards it may guard REST's POST customers too."""
    page = look.helped_by(RegistrationPage)
    form = sign_in_form(page.text, "firstname") if page else None
    return form is not None and form.recaptcha


def _without_a_page(look: Look, answer: requests.Response) -> Found:
    seen = {"url": answer.url, "status": status_of(answer)}
    if is_maintenance(answer):
        return look.found("storefront-down", url=answer.url, status="Magento's maintenance page")
    if answer.status_code == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return Found((of_proxy(look.shop, answer.url, status_of(answer)),))
    if is_basic_auth(answer):
        return look.found("storefront-password", **seen)
    if keeps_out(answer) or answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return look.found("storefront-blocked", **seen)
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return look.found("storefront-down", **seen)
    return look.found("no-sign-in-page", **seen)
