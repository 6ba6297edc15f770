"""A store that speaks https, with a certificate of a company's own authority."""

import socket
import ssl
from pathlib import Path

import pytest
import requests

from tests.sandbox.profiles.certificates import Certificates, make_certificates
from tests.sandbox.program import complaint, running

CONFIGS = "/rest/all/V1/store/storeConfigs"
ADMIN = {"username": "admin", "password": "Admin123pass"}


@pytest.fixture(scope="module")
def certificates(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """Give an authority and what it signed."""
    return make_certificates(tmp_path_factory.mktemp("certificates"))


def test_https(certificates: Certificates) -> None:
    """Addresses begin with https; who does not know the authority breaks off; a silent caller disturbs nobody."""
    with running("--tls", certificates.option) as store:
        assert store.base_url.startswith("https://127.0.0.1:")
        port = int(store.base_url.rpartition(":")[2])
        with (
            socket.create_connection(("127.0.0.1", port), timeout=10),
            socket.create_connection(("127.0.0.1", port), timeout=10) as plain,
            requests.Session() as session,
        ):
            plain.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            with pytest.raises(requests.exceptions.SSLError):
                session.get(store.base_url, timeout=10)
            session.trust_env = False  # variables of this machine may name other authorities
            session.verify = str(certificates.authority)
            cookies = session.get(f"{store.base_url}/us/", timeout=10).headers["Set-Cookie"]
            assert "Secure" in cookies
            token = session.post(
                f"{store.base_url}/rest/all/V1/integration/admin/token", json=ADMIN, timeout=10
            ).json()
            headers = {"Authorization": f"Bearer {token}"}
            configs = session.get(f"{store.base_url}{CONFIGS}", headers=headers, timeout=10).json()
            us = next(config for config in configs if config["code"] == "us")
            assert us["base_link_url"] == us["secure_base_link_url"] == f"{store.base_url}/us/"
            page = session.get(f"{store.base_url}/us/customer/account/login/", timeout=10)
            assert f'action="{store.base_url}/us/customer/account/loginPost/"' in page.text


def test_the_certificate_is_what_it_says(certificates: Certificates) -> None:
    """Another name than those in it is refused, so that a suite's check of names can be tried."""
    with running("--tls", certificates.option) as store:
        context = ssl.create_default_context(cafile=certificates.authority)
        port = int(store.base_url.rpartition(":")[2])
        with (
            socket.create_connection(("127.0.0.1", port), timeout=10) as connection,
            pytest.raises(ssl.SSLCertVerificationError),
        ):
            context.wrap_socket(connection, server_hostname="shop.example")


def test_files_that_are_none(certificates: Certificates, tmp_path: Path) -> None:
    """Missing ones, and a key that is another's, are reported at the start."""
    assert "does not name two files, a certificate and its key" in complaint("--tls", "a.pem:b.pem")
    foreign = f"{certificates.certificate}:{tmp_path / 'other.key'}"
    (tmp_path / "other.key").write_text("no key")
    assert "is no certificate with its key" in complaint("--tls", foreign)
