"""A shop that is down: the pages of Magento's maintenance and of nginx alone, and that they come and go."""

import pytest

from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import RestClient

CONTROLS = "/sandbox/testing/controls"
EVERYTHING = [
    ("GET", "/rest/all/V1/store/storeViews"),
    ("POST", "/rest/all/V1/integration/admin/token"),
    ("GET", "/rest/us/schema"),
    ("GET", "/magento_version"),
    ("GET", "/us/customer/account/login/"),
    ("GET", "/"),
]
BASES = {
    "2.4.1": '"http://localhost/errors/default/"',
    "2.4.7": '"http&#x3A;&#x2F;&#x2F;localhost&#x2F;errors&#x2F;default&#x2F;"',
    "2.4.8": '"http&#x3A;&#x2F;&#x2F;localhost&#x2F;errors&#x2F;default&#x2F;"',
}
NGINX_PAGE = (
    "<html>\n<head><title>{0}</title></head>\n<body>\n<center><h1>{0}</h1></center>\n"
    "<hr><center>nginx</center>\n</body>\n</html>"
)


def set_outage(guest: RestClient, outage: str | None) -> None:
    """Break the shop, or mend it."""
    assert guest.put(CONTROLS, {"outage": outage}).json["outage"] == outage


def test_maintenance(subtests: pytest.Subtests, wear: Wear, magento: str) -> None:
    """Every address answers with the same page in HTML, whatever was asked for."""
    for method, path in EVERYTHING:
        for accept in ["*/*", "text/html"]:
            with subtests.test(method=method, path=path, accept=accept):
                reply = wear(outage="maintenance").call(method, path, headers={"Accept": accept}, json={})
                assert reply.status == "503 Service Unavailable"
                assert reply.content_type == "text/html; charset=UTF-8"
                assert "Retry-After" not in reply.headers
                assert reply.headers["X-Content-Type-Options"] == "nosniff"
                assert reply.headers["X-Frame-Options"] == "SAMEORIGIN"
                assert "X-XSS-Protection" in reply.headers
                assert reply.text.startswith(
                    '<!doctype html>\n<html xmlns="http://www.w3.org/1999/xhtml" >\n<head>\n'
                    f"    <title>Error 503: Service Unavailable</title>\n    <base href={BASES[magento]} />\n"
                    '    <meta http-equiv="Content-Type"'
                )
                assert "<h1>Service Temporarily Unavailable</h1>" in reply.text
                assert (
                    "The server is temporarily unable to service your request due to maintenance downtime or "
                    "capacity problems. Please try again later." in reply.text
                )


def test_nginx_without_magento(subtests: pytest.Subtests, wear: Wear) -> None:
    """Its own page, word for word, and without a charset."""
    for outage, status in [("bad-gateway", "502 Bad Gateway"), ("gateway-timeout", "504 Gateway Time-out")]:
        for method, path in EVERYTHING:
            with subtests.test(outage=outage, method=method, path=path):
                reply = wear(outage=outage).call(method, path, json={})
                assert reply.status == status
                assert reply.headers["Content-Type"] == "text/html"
                assert "Retry-After" not in reply.headers
                assert reply.text == NGINX_PAGE.format(status)


@pytest.mark.parametrize("outage", ["maintenance", "bad-gateway", "gateway-timeout"])
def test_a_shop_breaks_and_is_mended(wear: Wear, outage: str) -> None:
    """In the middle of a run, by the test controls, which an outage leaves alone; the next request is answered."""
    guest = wear()
    admin = guest.as_admin()
    set_outage(guest, outage)
    assert admin.get("all/V1/store/storeViews").status_code >= 502
    set_outage(guest, None)
    assert admin.get("all/V1/store/storeViews").status_code == 200
    set_outage(guest, outage)
    guest.call("POST", "/sandbox/testing/reset")
    assert guest.as_admin().token


def test_an_unknown_outage(wear: Wear) -> None:
    """Is refused, and leaves the shop as it was."""
    guest = wear()
    assert guest.put(CONTROLS, {"outage": "flood"}).json == {"unknown": ["flood"]}
    assert guest.get("/magento_version").status_code == 200


def test_bad_gateway_for_the_first_seconds(wear: Wear) -> None:
    """Then the shop is ready."""
    guest = wear(bad_gateway=20)
    for advance, status in ((0, 502), (15, 502), (6, 200)):
        guest.call("POST", "/sandbox/testing/clock", json={"advance": advance})
        assert guest.get("/magento_version").status_code == status
        assert guest.get("us/V1/directory/countries/US").status_code == status
