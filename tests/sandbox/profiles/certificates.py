"""A certificate authority of one's own, as a company has it, and a certificate that it signed for the store.

openssl makes them, so that no key lies in the repository.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMES = "subjectAltName=IP:127.0.0.1,IP:127.0.0.2,DNS:localhost"
NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


@dataclass(frozen=True)
class Certificates:
    """The files: the authority's certificate, and the store's certificate with its key."""

    authority: Path
    certificate: Path
    key: Path

    @property
    def option(self) -> str:
        """What `--tls` takes."""
        return f"{self.certificate}:{self.key}"


def make_certificates(folder: Path) -> Certificates:
    """Make an authority and a certificate for the addresses of this machine, good for a day."""
    made = Certificates(folder / "ca.pem", folder / "store.pem", folder / "store.key")
    authority_key, request = folder / "ca.key", folder / "store.csr"
    _openssl(
        *("req", "-x509", *NEW_KEY, "-subj", "/CN=A company's own", "-days", "1"),
        *("-keyout", authority_key, "-out", made.authority),
    )
    _openssl(
        *("req", *NEW_KEY, "-subj", "/CN=store", "-addext", NAMES, "-keyout", made.key, "-out", request),
    )
    _openssl(
        *("x509", "-req", "-in", request, "-copy_extensions", "copy", "-days", "1"),
        *("-CA", made.authority, "-CAkey", authority_key, "-CAcreateserial", "-out", made.certificate),
    )
    return made


def _openssl(*arguments: str | Path) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)  # noqa: S607 - wherever it is
