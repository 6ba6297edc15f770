"""Says what it means when the shop refuses, when something else than Magento's REST API answers, or nothing does."""

from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import requests

from api.connection_errors import innermost_cause
from api.errors import (
    NameNotResolved,
    NoTls,
    NotRest,
    ProxyFailed,
    Refusal,
    ShopError,
    Unreachable,
    UntrustedCertificate,
    WrongCertificate,
)
from harness.core.finding import Finding
from harness.preflight.content import content_of, spoils_json
from harness.preflight.findings import finding
from harness.shop.admin import advice
from harness.shop.shop import Shop

_KEPT_OUT = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_ACCEPTABLE}


def explained_error(shop: Shop, error: ShopError) -> Finding:
    """Give the finding that an error of a REST call stands for; a guest's refusal is no error to the checks."""
    if isinstance(error, Unreachable):
        return _of_no_connection(shop, error)
    if isinstance(error, NotRest) and error.answer is not None:
        return _of_something_else(shop, error.answer)
    if isinstance(error, Refusal):
        said = {"call": error.call, "status": error.status, "message": error.message.rstrip(".")}
        return finding("admin-refused", shop, admin=shop.admin_name, advice=advice(error, shop), **said)
    return finding("rest-broken", shop, problem=error)


def is_maintenance(answer: requests.Response) -> bool:
    """Tell whether this is the page with which Magento says that it is under maintenance, whatever its status."""
    return "Error 503: Service Unavailable" in answer.text


def of_proxy(shop: Shop, url: str, problem: str) -> Finding:
    """Say that the proxy to a URL refuses or fails; `problem` is what it said, or the innermost error."""
    proxy = shop.proxy_to(url)
    if str(HTTPStatus.PROXY_AUTHENTICATION_REQUIRED.value) in problem:
        return finding("proxy-refuses", shop, proxy=proxy)
    return finding("proxy-fails", shop, proxy=proxy, url=url, problem=problem.rstrip("."))


def is_basic_auth(answer: requests.Response) -> bool:
    """Tell whether a front with HTTP basic auth answers."""
    challenge = answer.headers.get("WWW-Authenticate", "")
    return answer.status_code == HTTPStatus.UNAUTHORIZED and challenge.lower().startswith("basic")


def keeps_out(answer: requests.Response) -> bool:
    """Tell whether somebody is kept out, as firewalls do."""
    return answer.status_code in _KEPT_OUT


def status_of(answer: requests.Response) -> str:
    """Give an answer's status in digits and words."""
    return f"{answer.status_code} {answer.reason or ''}".strip()


def _of_no_connection(shop: Shop, error: Unreachable) -> Finding:
    match error:
        case ProxyFailed():
            return of_proxy(shop, shop.base_url, innermost_cause(error.__cause__ or error))
        case UntrustedCertificate():
            return finding("untrusted-certificate", shop, problem=error.reason)
        case WrongCertificate():
            return finding("bad-certificate", shop, problem=error.reason)
        case NoTls():
            return finding("not-https", shop)
        case NameNotResolved():
            return finding("unknown-host", shop, host=urlsplit(shop.base_url).hostname)
    return finding("unreachable", shop, problem=error.problem)


def _of_something_else(shop: Shop, answer: requests.Response) -> Finding:
    """Look at what the answer holds before its status: a front may have changed that."""
    if is_maintenance(answer):
        return finding("maintenance", shop)
    if answer.is_redirect:
        return _of_redirect(shop, answer)
    if what := spoils_json(answer):
        return finding("spoiled-json", shop, status=status_of(answer), what=what)
    if is_basic_auth(answer):
        return finding("rest-behind-basic-auth", shop)
    return finding(_id_by_status(answer), shop, **_seen(shop, answer))


def no_rest(shop: Shop, answer: requests.Response) -> Finding:
    """Say that what answers is not Magento's REST API."""
    return finding("no-rest", shop, **_seen(shop, answer))


def _id_by_status(answer: requests.Response) -> str:
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "no-shop-behind"
    if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        return "limited"
    return "firewall" if keeps_out(answer) else "no-rest"


def _seen(shop: Shop, answer: requests.Response) -> dict[str, str]:
    """Give what was seen, and through which proxy: it may be the one that answers."""
    proxy = shop.proxy_to(shop.base_url)
    way = f" through {proxy}" if proxy else ""
    return {"status": status_of(answer), "content": content_of(answer), "way": way}


def _of_redirect(shop: Shop, answer: requests.Response) -> Finding:
    target = urljoin(answer.url, answer.headers["Location"])
    call = f"/rest/{urlsplit(answer.url).path.rpartition('/rest/')[2]}"
    base, same_call, _ = target.partition(call)
    if same_call:
        return finding("redirected", shop, target=base)
    return finding("sent-elsewhere", shop, target=target.partition("?")[0])
