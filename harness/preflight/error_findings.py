"""Says what it means when the shop refuses, when something else than Magento's REST API answers, or nothing does."""

import re
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import requests

from api.errors import NotRest, Refusal, ShopError, Unreachable
from harness.preflight.examination import Examination, Line
from harness.shop.admin import explained

_UNKNOWN_AUTHORITY = "self.signed certificate|unable to get (local )?issuer"
_NO_TLS = "WRONG_VERSION_NUMBER|RECORD_LAYER_FAILURE"
_NO_NAME = (
    "[Nn]ame or service not known|nodename nor servname|getaddrinfo failed|name resolution|does not resolve"
)
"""How Linux, macOS and Windows say that a name cannot be looked up."""

_KEPT_OUT = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_ACCEPTABLE,
    HTTPStatus.TOO_MANY_REQUESTS,
}


def explained_error(examination: Examination, error: ShopError) -> Line:
    """Tell the finding that an error of a REST call stands for."""
    answer = examination.answer
    if isinstance(error, Unreachable):
        return _of_no_connection(examination, error)
    if isinstance(error, NotRest) and answer is not None:
        return _of_something_else(examination, answer)
    if isinstance(error, Refusal) and examination.merchant_calls:
        explanation = explained(error, examination.shop)
        return examination.found(
            "merchant-refused", merchant=examination.shop.merchant, explanation=explanation
        )
    return examination.found("rest-broken", problem=error)


def is_maintenance(answer: requests.Response) -> bool:
    """Tell whether this is the page with which Magento says that it is under maintenance."""
    return (
        answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE
        and "Error 503: Service Unavailable" in answer.text
    )


def is_basic_auth(answer: requests.Response) -> bool:
    """Tell whether a wall of HTTP basic auth answers."""
    challenge = answer.headers.get("WWW-Authenticate", "")
    return answer.status_code == HTTPStatus.UNAUTHORIZED and challenge.lower().startswith("basic")


def keeps_out(answer: requests.Response) -> bool:
    """Tell whether somebody is kept out, as firewalls do."""
    return answer.status_code in _KEPT_OUT


def status_of(answer: requests.Response) -> str:
    """Give an answer's status in digits and words."""
    return f"{answer.status_code} {answer.reason or ''}".strip()


def _of_no_connection(examination: Examination, error: Unreachable) -> Line:
    verification = re.search(r"certificate verify failed: (.*?)\.?\s*\(_ssl", error.problem)
    if verification:
        trusted = not re.search(_UNKNOWN_AUTHORITY, verification[1])
        return examination.found(
            "bad-certificate" if trusted else "untrusted-certificate", problem=verification[1]
        )
    if re.search(_NO_TLS, error.problem):
        return examination.found("not-https")
    if re.search(_NO_NAME, error.problem):
        return examination.found("unknown-host", host=urlsplit(examination.shop.base_url).hostname)
    return examination.found("unreachable", problem=error.problem)


def _of_something_else(examination: Examination, answer: requests.Response) -> Line:
    if answer.is_redirect:
        return _of_redirect(examination, answer)
    if is_maintenance(answer):
        return examination.found("maintenance")
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return examination.found("no-shop-behind", status=status_of(answer))
    if is_basic_auth(answer):
        return examination.found("rest-behind-basic-auth")
    if keeps_out(answer):
        return examination.found("firewall", status=status_of(answer))
    content_type = answer.headers.get("Content-Type", "no content type")
    return examination.found("no-rest", status=status_of(answer), content_type=content_type)


def _of_redirect(examination: Examination, answer: requests.Response) -> Line:
    target = urljoin(answer.url, answer.headers["Location"])
    call = f"/rest/{urlsplit(answer.url).path.rpartition('/rest/')[2]}"
    base, same_call, _ = target.partition(call)
    if same_call:
        return examination.found("redirected", target=base)
    return examination.found("sent-elsewhere", target=target.partition("?")[0])
