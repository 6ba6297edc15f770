"""Addresses as shops have them: a host per website, no store codes in the path, a host that is not the shop's."""

import sys
from typing import Any

import pytest
import requests

from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.program import complaint, running
from tests.sandbox.rest_client import Reply, RestClient

HOSTS = (("us", "127.0.0.2"), ("de", "127.0.0.3"))
LOGIN = "/customer/account/login/"
CONFIGS = "all/V1/store/storeConfigs"


def configs(admin: RestClient, **headers: str) -> dict[str, dict[str, Any]]:
    """Ask for the addresses of the store views, by code."""
    return {config["code"]: config for config in admin.get(CONFIGS, **headers).json}


def page(guest: RestClient, path: str, host: str) -> Reply:
    """Open a page on a host."""
    return guest.get(path, Host=host)


def open_at(guest: RestClient, base: str) -> None:
    """Let the shop know its own address, as it does once it listens."""
    guest.app.extensions["shop"].urls.base = base


def test_a_host_per_website(wear: Wear) -> None:
    """Each website's pages are on its own host, whose addresses REST tells wherever it is asked."""
    guest = wear(website_hosts=HOSTS)
    open_at(guest, "http://127.0.0.1:8080")
    for host in ("127.0.0.1:8080", "localhost"):
        reported = configs(guest.as_admin(), Host=host)
        assert {code: config["base_link_url"] for code, config in reported.items()} == {
            "default": "http://127.0.0.1:8080/",
            "us": "http://127.0.0.2:8080/",
            "de": "http://127.0.0.3:8080/",
        }
        assert reported["us"]["base_url"] == reported["us"]["secure_base_url"] == "http://127.0.0.2:8080/"
        assert reported["us"]["base_static_url"].startswith("http://127.0.0.2:8080/static/")


def test_pages_of_a_host_per_website(wear: Wear) -> None:
    """The host alone says which store view it is; its code in the path leads nowhere."""
    guest = wear(website_hosts=HOSTS)
    open_at(guest, "http://127.0.0.1:8080")
    assert (
        'action="http://127.0.0.2:8080/customer/account/loginPost/"'
        in page(guest, LOGIN, "127.0.0.2:8080").text
    )
    assert page(guest, f"/us{LOGIN}", "127.0.0.2:8080").status_code == 404
    bounced = page(guest, "/customer/address/", "127.0.0.2:8080")
    assert bounced.location is not None
    assert bounced.location.startswith("http://127.0.0.2:8080/customer/account/login/referer/")


def test_rest_on_a_website_s_host(wear: Wear) -> None:
    """A path without a store view means the website's; with one, it means that one."""
    guest = wear(website_hosts=HOSTS)
    guest.create()
    credentials = {"username": "jdoe@example.com", "password": "Password1"}
    for path, host, status in (
        ("V1/integration/customer/token", "127.0.0.2", 200),
        ("V1/integration/customer/token", "127.0.0.1", 401),
        ("us/V1/integration/customer/token", "127.0.0.1", 200),
    ):
        reply = guest.call("POST", path, json=credentials, headers={"Host": host})
        assert reply.status_code == status


@pytest.mark.parametrize("path", ["/us/customer/account/login/?a=b", "/us/", "/us/customer/section/load/"])
def test_a_host_that_is_not_the_shop_s(wear: Wear, path: str) -> None:
    """Leads to the same path on its own, with a session that is of no use there; REST answers anywhere."""
    guest = wear()
    open_at(guest, "http://127.0.0.1:8080")
    sent_on = page(guest, path, "localhost:8080")
    assert (sent_on.status_code, sent_on.location) == (302, f"http://127.0.0.1:8080{path}")
    assert "PHPSESSID=" in sent_on.headers["Set-Cookie"]
    assert page(guest, "/", "localhost:8080").location == "http://127.0.0.1:8080/default/"
    assert page(guest, path, "127.0.0.1:8080").status_code == 200
    assert guest.get("us/V1/directory/countries/US", Host="localhost:8080").status_code == 200
    assert configs(guest.as_admin(), Host="localhost:8080")["us"]["base_url"] == "http://127.0.0.1:8080/"


def test_a_post_to_another_host_is_answered(wear: Wear) -> None:
    """A form is not sent on: it would lose what was entered."""
    guest = wear()
    open_at(guest, "http://127.0.0.1:8080")
    posted = guest.call("POST", "/us/customer/account/loginPost/", headers={"Host": "localhost:8080"})
    assert posted.location == "http://127.0.0.1:8080/us/customer/account/"  # where a wrong form key leads


def test_no_store_codes_in_the_path(wear: Wear) -> None:
    """Then the default store view has all of the storefront, and the others are out of reach."""
    guest = wear(without_store_codes=True)
    assert {one["base_link_url"] for one in configs(guest.as_admin()).values()} == {"http://localhost/"}
    assert 'action="http://localhost/customer/account/loginPost/"' in guest.get(LOGIN).text
    assert guest.get(f"/us{LOGIN}").status_code == 404
    assert guest.create().status_code == 200


def test_an_inactive_store_view(wear: Wear) -> None:
    """REST lists it as such, and its pages are gone; the others stay."""
    guest = wear(inactive_store_views=frozenset({"us"}))
    views = guest.as_admin().get("all/V1/store/storeViews").json
    assert {view["code"]: view["is_active"] for view in views} == {"default": 1, "admin": 1, "us": 0, "de": 1}
    for path in ("/us/", f"/us{LOGIN}"):
        assert guest.get(path).status_code == 404
    assert guest.get(f"/de{LOGIN}").status_code == 200
    assert guest.create().status_code == 200


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no loopback address but 127.0.0.1")
@pytest.mark.usefixtures("processes")
def test_the_program_answers_on_every_host() -> None:
    """On the same port, REST and pages; a host that is not named is sent on."""
    with running("--website-hosts", "us=127.0.0.2") as store:
        port = store.base_url.rpartition(":")[2]
        us = f"http://127.0.0.2:{port}"
        assert requests.get(f"{us}/rest/us/V1/directory/countries/US", timeout=10).status_code == 200
        assert f'action="{us}/customer/account/loginPost/"' in requests.get(f"{us}{LOGIN}", timeout=10).text
        other = requests.get(f"http://localhost:{port}{LOGIN}", timeout=10, allow_redirects=False)
        assert other.headers["Location"] == f"{store.base_url}{LOGIN}"


@pytest.mark.usefixtures("processes")
def test_hosts_that_are_none() -> None:
    """Each is reported by name."""
    assert complaint("--website-hosts", "en=127.0.0.2").endswith(
        "argument --website-hosts: 'en=127.0.0.2' is no store view with its host, such as us=127.0.0.2"
    )
    assert "the host 'no.such.invalid' is not known to this machine" in complaint(
        "--website-hosts", "us=no.such.invalid"
    )
