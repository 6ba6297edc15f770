"""A browser is given the very hashes of keys that openssl computes."""

import base64
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from harness.browser.certificates import trusted_keys
from harness.run.embedded_store import EmbeddedStore
from tests.sandbox.profiles.certificates import Certificates, make_certificates


@pytest.fixture(scope="module")
def made(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Make an authority and a certificate of the store."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def test_authority_alone_is_named_where_nothing_is_encrypted(made: Certificates) -> None:
    """A shop without TLS shows no certificate."""
    assert trusted_keys(made.authority, "http://127.0.0.1:9") == hash_by_openssl(made.authority)


def test_certificate_of_the_shop_is_named_too(made: Certificates) -> None:
    """The shop sends its own alone, and the authority vouches for it."""
    store = EmbeddedStore(["--tls", made.option])
    try:
        keys = trusted_keys(made.authority, store.shop.base_url)
    finally:
        store.stop()
    assert keys == f"{hash_by_openssl(made.authority)},{hash_by_openssl(made.certificate)}"


def test_certificate_of_another_authority_is_not_named(made: Certificates, tmp_path: Path) -> None:
    """The browser is reported of no key that the authority does not vouch for."""
    other = make_certificates(tmp_path)
    store = EmbeddedStore(["--tls", other.option])
    try:
        keys = trusted_keys(made.authority, store.shop.base_url)
    finally:
        store.stop()
    assert keys == hash_by_openssl(made.authority)


@pytest.mark.filterwarnings("error")
def test_several_authorities_in_one_file(made: Certificates, tmp_path: Path) -> None:
    """Whatever stands between them; one has the serial number 0, as home-made ones often have."""
    old = tmp_path / "old.pem"
    new_key = ("-newkey", "rsa:2048", "-nodes", "-keyout", str(tmp_path / "old.key"))
    _openssl("req", "-x509", *new_key, "-subj", "/CN=old", "-set_serial", "0", "-out", str(old))
    file = tmp_path / "both.pem"
    file.write_text(f"The old one:\n{old.read_text()}\nand the new one:\n{made.authority.read_text()}")
    expected = f"{hash_by_openssl(old)},{hash_by_openssl(made.authority)}"
    assert trusted_keys(file, "http://127.0.0.1:9") == expected


def hash_by_openssl(certificate: Path) -> str:
    """Give the hash of a certificate's key, as Chromium takes it."""
    pem = _openssl("x509", "-in", str(certificate), "-noout", "-pubkey")
    return base64.b64encode(
        sha256(_openssl("pkey", "-pubin", "-outform", "der", given=pem)).digest()
    ).decode()


def _openssl(*arguments: str, given: bytes = b"") -> bytes:
    finished = subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True)  # noqa: S607
    return finished.stdout
