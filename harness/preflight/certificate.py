"""Looks at the shop's certificate: who vouches for it, and until when. Whether it is good, REST calls have told."""

import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from harness.preflight.examination import Examination, Line
from harness.shop.shop import Shop

SOON = timedelta(days=14)

_PORT = 443
_SECONDS = 10


def certificate(examination: Examination) -> Iterator[Line]:
    """Say who issued it and when it ends; behind a proxy it is not seen."""
    seen = _certificate(examination.shop)
    if not seen:
        return
    issuer = _issuer(seen)
    end = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(seen["notAfter"])), UTC)
    if end - datetime.now(UTC) < SOON:
        yield examination.found("old-certificate", issuer=issuer, end=f"{end:%Y-%m-%d}")
    else:
        yield Line("certificate", f"issued by {issuer}, good until {end:%Y-%m-%d}")


def _certificate(shop: Shop) -> Mapping[str, Any] | None:
    """Get it by a handshake of its own: requests lets nobody look at the one it made."""
    address = urlsplit(shop.base_url)
    ca_file = str(shop.ca_file) if shop.ca_file else None
    settings = requests.Session().merge_environment_settings(shop.base_url, {}, None, ca_file, None)
    if address.scheme != "https" or shop.proxy or settings["proxies"].get("https"):
        return None
    trusted = DEFAULT_CA_BUNDLE_PATH if settings["verify"] is True else str(settings["verify"])
    place = (str(address.hostname), address.port or _PORT)
    try:
        context = ssl.create_default_context()
        context.load_verify_locations(*(trusted, None) if Path(trusted).is_file() else (None, trusted))
        with (
            socket.create_connection(place, timeout=_SECONDS) as connection,
            context.wrap_socket(connection, server_hostname=address.hostname) as secured,
        ):
            return secured.getpeercert()
    except OSError:
        return None


def _issuer(certificate: Mapping[str, Any]) -> str:
    names = {key: value for part in certificate.get("issuer", ()) for key, value in part}
    return str(names.get("organizationName") or names.get("commonName") or "nobody named")
