"""Releases that broke in one place: a route dies in PHP, says something else than it promises, or is lost in front."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import request
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.front import nginx

Spoil = Callable[[Response], None]


@dataclass(frozen=True)
class Fault:
    """What becomes of the answers to calls of this method whose path the pattern finds."""

    method: str
    path: str
    spoil: Spoil

    def meets(self, method: str, path: str) -> bool:
        """Tell whether a call is one of these."""
        return method == self.method and re.search(self.path, path) is not None


def _dies(response: Response) -> None:
    """Answer as PHP does that breaks off with its display of errors switched off."""
    response.status = "500 Internal Server Error"
    response.headers["Content-Type"] = "text/html; charset=UTF-8"
    response.set_data(b"")


def _is_lost_in_front(response: Response) -> None:
    """Answer as nginx does where the answer's headers are too long for it."""
    response.status = "502 Bad Gateway"
    response.headers["Content-Type"] = "text/html"
    response.headers.pop("Location", None)
    response.set_data(nginx.PAGE.format(status="502 Bad Gateway").encode())


def _begins_with_a_notice(response: Response) -> None:
    notice = b"\nNotice: Undefined index: prefix in /app/code/Ours/Names/Plugin.php on line 41\n"
    response.set_data(notice + response.get_data())


def _is_a_page(response: Response) -> None:
    response.headers["Content-Type"] = "text/html; charset=UTF-8"
    response.set_data(b"<!doctype html><title>Home page</title><h1>Home page</h1>")


def _is_called_html(response: Response) -> None:
    response.headers["Content-Type"] = "text/html; charset=UTF-8"


FAULTS = {
    "creation-dies": Fault("POST", r"/V1/customers$", _dies),
    "sign-in-dies": Fault("POST", r"/customer/account/loginPost", _dies),
    "address-book-is-lost": Fault("GET", r"/customer/address/(index/)?$", _is_lost_in_front),
    "notice-before-websites": Fault("GET", r"/V1/store/websites$", _begins_with_a_notice),
    "groups-called-html": Fault("GET", r"/V1/store/storeGroups$", _is_called_html),
    "own-address-as-page": Fault("GET", r"/V1/customers/me/billingAddress$", _is_a_page),
    "change-dies": Fault("PUT", r"/V1/customers/me$", _dies),
}
"""The faults by the names of the store's table of defects."""


def spoil(response: Response) -> Response:
    """Spoil the answer to the current request where the store is wrong there."""
    for name, fault in FAULTS.items():
        if fault.meets(request.method, request.path) and defective(name):
            fault.spoil(response)
    return response
