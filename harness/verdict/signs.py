"""Signs of an outage: what a scenario was answered, over REST or in its browser, that no sound shop answers.

A sign alone proves nothing. Some are their own proof; for the others the shop is asked again.
"""

import time
from dataclasses import dataclass, field
from enum import StrEnum
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

from api.errors import NotRest, Refusal, ShopError, Unreachable
from api.wordings import is_reported

GATEWAY = {HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT}
"""What servers say in the place of a shop that is not there."""

KEPT_OUT = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_ACCEPTABLE}


class Kind(StrEnum):
    """What a sign looks like."""

    NO_ANSWER = "no answer"
    """The connection could not be made, broke, or the time was over."""

    GATEWAY = "a gateway's error"
    """502, 503 or 504."""

    FAULT = "a server's error"
    """500 and its like, from PHP or from nobody."""

    NOT_MAGENTO = "something else than Magento"
    """A page where JSON was promised, a redirect, JSON that cannot be read."""

    LIMITED = "too many requests"
    """429."""

    KEPT_OUT = "a firewall's refusal"
    """403 or 406 in words that are not Magento's."""

    ROBOT_TEST = "reCAPTCHA"
    """Magento's own refusal of whoever may be a robot."""

    @property
    def is_proof(self) -> bool:
        """Whether it shows by itself that something stands between the suite and the shop."""
        return self in {Kind.LIMITED, Kind.KEPT_OUT, Kind.ROBOT_TEST}

    @property
    def may_blink(self) -> bool:
        """Whether it may be over in a moment without the shop being at fault."""
        return self in {Kind.NO_ANSWER, Kind.GATEWAY}


@dataclass(frozen=True)
class Sign:
    """One sign: the call ("GET /customer/address/"), what came, when (seconds since 1970), and how to ask again.

    `request` is the REST call, `url` and `method` a browser's; of a form that was posted, `url` is where it went.
    """

    kind: Kind
    call: str
    seen: str
    url: str
    method: str = "GET"
    request: requests.PreparedRequest | None = None
    at: float = field(default_factory=time.time)

    def __str__(self) -> str:
        """Name the call and what came: "GET /customer/address/: 502"."""
        return f"{self.call}: {self.seen}"


def sign_of(error: ShopError) -> Sign | None:
    """Give the sign that a REST call's error is, None for a refusal or an answer of Magento's own."""
    kind = _kind_of(error)
    if kind is None:
        return None
    request = error.request
    url = str(request.url) if request is not None else ""
    method, _, _ = error.call.partition(" ")
    return Sign(kind, error.call, error.problem, url, method, request)


def sign_of_page(method: str, url: str, status: int, *, is_magentos: bool) -> Sign | None:
    """Give the sign that a page's status is; `is_magentos` says whether the page shows that Magento wrote it."""
    kind = _kind_of_status(status)
    if kind is Kind.KEPT_OUT and is_magentos:
        kind = None
    return Sign(kind, f"{method} {urlsplit(url).path}", str(status), url, method) if kind else None


def sign_of_no_page(method: str, url: str, problem: str) -> Sign:
    """Give the sign that a page which never came is."""
    return Sign(Kind.NO_ANSWER, f"{method} {urlsplit(url).path}", problem, url, method)


def _kind_of(error: ShopError) -> Kind | None:
    if isinstance(error, Unreachable):
        return Kind.NO_ANSWER
    if isinstance(error, NotRest):
        kind = _kind_of_status(error.status or 0)
        is_refusal_in_xml = error.answer is not None and "xml" in error.answer.headers.get("Content-Type", "")
        return Kind.NOT_MAGENTO if kind is None or (kind is Kind.KEPT_OUT and is_refusal_in_xml) else kind
    if isinstance(error, Refusal):
        if error.status == HTTPStatus.TOO_MANY_REQUESTS:
            return Kind.LIMITED
        if error.status in GATEWAY:
            return Kind.GATEWAY
        return Kind.ROBOT_TEST if is_reported("the reCAPTCHA is not solved", error.message) else None
    return None


def _kind_of_status(status: int) -> Kind | None:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Kind.LIMITED
    if status in KEPT_OUT:
        return Kind.KEPT_OUT
    if status in GATEWAY:
        return Kind.GATEWAY
    return Kind.FAULT if status >= HTTPStatus.INTERNAL_SERVER_ERROR else None
