"""Looks at the storefront of the store view under test: that a browser could open it and sign in there.

The pages are asked for without a browser: what stands in the way is in their HTML.
"""

from collections.abc import Iterator
from http import HTTPStatus

import requests

from api.rest_client import innermost_cause
from harness.browser.access import origin, storefront_address
from harness.preflight.error_findings import is_basic_auth, keeps_out, status_of
from harness.preflight.examination import Examination, Line
from harness.preflight.sign_in_form import SUPPORTED, sign_in_form
from harness.preflight.storefront_visit import visited

SIGN_IN_PAGE = "/customer/account/login/"


def storefront(examination: Examination) -> Iterator[Line]:
    """Open the sign-in page."""
    assert examination.store_config
    address = storefront_address(examination.shop, examination.store_config)
    try:
        page = visited(examination.shop, f"{address}{SIGN_IN_PAGE}")
    except (requests.RequestException, ValueError) as error:  # the latter for a redirect to no address at all
        yield examination.found("storefront-unreachable", problem=f"{address} ({innermost_cause(error)})")
        return
    if page.status_code != HTTPStatus.OK:
        yield _without_a_page(examination, page)
        return
    examination.sign_in_page = page
    yield Line("storefront", f"{address} opens")
    if origin(page.url) != origin(address):
        yield examination.found(
            "storefront-moved", address=address, target=page.url.partition(SIGN_IN_PAGE)[0]
        )


def form(examination: Examination) -> Iterator[Line]:
    """Look whether the page objects know the sign-in form."""
    assert examination.sign_in_page is not None
    seen = {"address": examination.sign_in_page.url, "themes": ", ".join(SUPPORTED)}
    form = sign_in_form(examination.sign_in_page.text)
    if form is None:
        yield examination.found("no-sign-in-form", **seen)
    elif form.family is None:
        yield examination.found("unknown-theme", **seen)
    elif form.family not in SUPPORTED:
        yield examination.found("unsupported-theme", family=form.family, **seen)
    else:
        yield Line("sign-in form", f"of the family {form.family}")


def captcha(examination: Examination) -> Iterator[Line]:
    """Look whether anything asks for a human being."""
    assert examination.sign_in_page is not None
    form = sign_in_form(examination.sign_in_page.text)
    if form and (form.captcha or form.recaptcha):
        name = "captcha" if form.captcha else "recaptcha"
        yield examination.found(name, address=examination.sign_in_page.url)
    else:
        yield Line("captcha", "none at the sign-in form")


def _without_a_page(examination: Examination, answer: requests.Response) -> Line:
    seen = {"address": answer.url, "status": status_of(answer)}
    if is_basic_auth(answer):
        return examination.found("storefront-password", **seen)
    if keeps_out(answer):
        return examination.found("storefront-blocked", **seen)
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return examination.found("storefront-down", **seen)
    return examination.found("no-sign-in-page", **seen)
