"""What a browser has to know of a certificate authority of one's own: Chromium reads no such file.

It takes the hashes of the keys that it may trust instead, and looks for them among the certificates that the shop
sends: often its own alone, seldom the authority's. So both are named, the shop's own only after it was vouched for by
the authority under the shop's host name, which Chromium no longer looks at.
"""

import base64
import hashlib
import ssl
import warnings
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509 import load_pem_x509_certificates

from harness.shop.proxy import Proxy

_PATIENCE = 30.0
"""Seconds for the shop to show its certificate."""


def trusted_keys(ca_file: Path, url: str, proxy: Proxy | None = None) -> str:
    """Give the hashes of the authority's keys and of the one at `url`, as Chromium takes them."""
    return _key_hashes(ca_file.read_text(encoding="utf-8") + _certificate_at(url, ca_file, proxy))


def _certificate_at(url: str, ca_file: Path, proxy: Proxy | None) -> str:
    """Give the certificate as PEM; "" where none is shown that holds, which the browser then tells itself."""
    shop = urlsplit(url)
    if shop.scheme != "https":
        return ""
    first = urlsplit(proxy.url) if proxy else shop
    context = ssl.create_default_context(cafile=ca_file)
    connection = HTTPSConnection(first.hostname or "", first.port, timeout=_PATIENCE, context=context)
    if proxy:
        connection.set_tunnel(shop.hostname or "", shop.port, headers=proxy.headers)
    try:
        connection.connect()
        return ssl.DER_cert_to_PEM_cert(connection.sock.getpeercert(binary_form=True) or b"")
    except OSError:
        return ""
    finally:
        connection.close()


def _key_hashes(pem: str) -> str:
    """Give the SHA-256 of each certificate's public key (SPKI) in base64, joined by commas."""
    with warnings.catch_warnings():
        # Many an authority of a company's own has the serial number 0, and its user cannot change that.
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        certificates = load_pem_x509_certificates(pem.encode())
    keys = [
        certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        for certificate in certificates
    ]
    return ",".join(base64.b64encode(hashlib.sha256(key).digest()).decode() for key in keys)
