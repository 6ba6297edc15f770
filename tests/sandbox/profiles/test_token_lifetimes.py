"""Tokens that live shorter than a release's own do, so that a run outlives them."""

import pytest

from tests.sandbox.profiles.answers import reported, unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import RestClient


def advance(client: RestClient, seconds: float) -> None:
    """Let time pass in the shop."""
    client.call("POST", "/sandbox/testing/clock", json={"advance": seconds})


@pytest.mark.parametrize(
    ("profile", "path", "resource"),
    [
        ({"admin_token_lifetime": 90}, "all/V1/store/storeViews", "Magento_Backend::store"),
        ({"customer_token_lifetime": 90}, "us/V1/customers/me", "self"),
    ],
)
def test_a_token_expires_when_reported(wear: Wear, profile: dict[str, int], path: str, resource: str) -> None:
    """It is good until then, and afterwards a new one is."""
    guest = wear(**profile)
    guest.create()
    sign_in = guest.as_admin if "admin_token_lifetime" in profile else guest.as_customer
    caller = sign_in()
    advance(guest, 85)
    assert caller.get(path).status_code == 200
    advance(guest, 6)
    assert reported(caller.get(path)) == unauthorized(resource)
    assert sign_in().get(path).status_code == 200
