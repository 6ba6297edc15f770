"""What usually stands behind an answer that nobody expected, where Magento's own words do not say it.

The table tells what was found on running shops; a cause is a hint for whoever looks on, never a judgement.
"""

import re
from dataclasses import dataclass
from http import HTTPStatus

from api.wordings import is_reported


@dataclass(frozen=True)
class _Usual:
    """A hint for answers of this status whose call, reason and missing right fit; "" fits any."""

    status: int
    hint: str
    call: str = ""
    reason: str = ""
    right: str = ""

    def fits(self, call: str, status: int, message: str, right: str) -> bool:
        is_this = status == self.status and bool(re.search(self.call, call) and re.search(self.right, right))
        return is_this and (not self.reason or is_reported(self.reason, message))


_TABLE = (
    _Usual(
        500,
        "another call took the same e-mail at the same moment, or store_id and website_id were left out; the "
        "shop's log knows more under the report id",
        call=r"^POST \S*/V1/customers$",
    ),
    _Usual(500, "a fault in the shop's code or configuration; its log knows more under the report id"),
    _Usual(
        401,
        "the token has run out or was revoked, or the scope in the URL is not of the customer's website",
        right="^self$",
    ),
    _Usual(
        401,
        "the caller's role lacks this resource, or the token is not taken: it has run out, or is an integration's, "
        "which is no bearer token since 2.4.4",
        right=".",
    ),
    _Usual(
        401,
        "a wrong password, an account that is locked after too many of them or not yet confirmed, or a customer of "
        "another website than the scope in the URL; where every customer is refused, "
        "oauth/authentication_lock/max_failures_count being 0",
        call=r"/customer/token$",
    ),
    _Usual(
        404,
        "a call that this version of Magento does not have, or a module that is switched off",
        reason="no such route",
    ),
    _Usual(
        400, "a store code in the URL that the shop does not have", reason="the request cannot be processed"
    ),
    _Usual(
        400,
        "reCAPTCHA being on for this call, which a suite cannot answer: switch it off on the shop under test",
        reason="the reCAPTCHA is not solved",
    ),
    _Usual(429, "a limit on calls in front of the shop: use fewer workers, or let the suite pass"),
)

_NO_REST = {
    HTTPStatus.FORBIDDEN: "a firewall or content delivery network in front of the shop that does not know the suite",
    HTTPStatus.NOT_FOUND: "a URL that is not of a Magento shop's, or a web server that does not pass /rest on",
    HTTPStatus.BAD_GATEWAY: "PHP not running behind the web server",
    HTTPStatus.SERVICE_UNAVAILABLE: "maintenance mode, which lets some addresses pass and others not",
    HTTPStatus.GATEWAY_TIMEOUT: "PHP running, but not answering within the web server's limit",
}


def of_refusal(call: str, status: int, message: str, right: str = "") -> str:
    """Give the hint for Magento's answer as a sentence, "" where there is none.

    `message` has no placeholders; `right` is the resource that the caller may not use, "" for another reason.
    """
    return next((_sentence(usual.hint) for usual in _TABLE if usual.fits(call, status, message, right)), "")


def of_no_rest(status: int) -> str:
    """Give the hint for an answer that is not from Magento's REST API, "" where there is none."""
    hint = _NO_REST.get(HTTPStatus(status), "") if status in set(HTTPStatus) else ""
    return _sentence(hint) if hint else ""


def _sentence(hint: str) -> str:
    return f"The usual cause: {hint}."
