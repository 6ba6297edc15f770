"""What the shop's answers tell beside their content: who vouches for it, what time it is there, who answers."""

import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import requests


class FirstImpression:
    """Watches answers; this is a response hook for a `requests` session.

    `answer` is the latest one, `clock_ahead` by how much this machine's clock is ahead of the shop's, to a second,
    None where the shop tells no time.
    """

    def __init__(self) -> None:
        self.answer: requests.Response | None = None
        self.clock_ahead: timedelta | None = None
        self._certificate: Mapping[str, Any] = {}

    def __call__(self, response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
        """Take notice of an answer; its connection is still open here."""
        self.answer = response
        self._certificate = self._certificate or _certificate(response)
        self.clock_ahead = _clock_ahead(response)

    @property
    def issuer(self) -> str:
        """Give who issued the shop's certificate, "" without one."""
        names = {key: value for part in self._certificate.get("issuer", ()) for key, value in part}
        return str(names.get("organizationName") or names.get("commonName") or "")

    @property
    def certificate_end(self) -> datetime | None:
        """Give when the shop's certificate ends, None without one."""
        end = self._certificate.get("notAfter")
        return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(end)), UTC) if end else None


def _certificate(response: requests.Response) -> Mapping[str, Any]:
    """Look at the connection's certificate; neither requests nor urllib3 has a public way to it."""
    socket = getattr(getattr(response.raw, "connection", None), "sock", None)
    certificate: Mapping[str, Any] | None = (
        socket.getpeercert() if isinstance(socket, ssl.SSLSocket) else None
    )
    return certificate or {}


def _clock_ahead(response: requests.Response) -> timedelta | None:
    try:
        told = parsedate_to_datetime(response.headers["Date"])
    except (KeyError, ValueError):
        return None
    # The shop wrote its answer some time between the request and now, and cut its time off to a full second.
    return datetime.now(UTC) - response.elapsed / 2 - told - timedelta(seconds=0.5)
