"""An admin with a second factor: how the shop refuses a password alone, and which codes it takes.

Each test is a row of the record of a running 2.4.1.
"""

import time
from typing import Any

import pyotp
import pytest

from sandbox.clock import Clock
from tests.sandbox.profiles.answers import REQUIRED, SIGN_IN_REFUSED, reported
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import Reply, RestClient

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
TOKEN = "all/V1/integration/admin/token"
GOOGLE = "all/V1/tfa/provider/google/authenticate"
RIGHT = {"username": "admin", "password": "Admin123pass"}
WRONG = ({"password": "Wrong1234"}, {"username": "nobody"})


@pytest.fixture
def guest(wear: Wear) -> RestClient:
    """Give a guest of a shop whose admin has the second factor set up."""
    guest = wear(admin_totp_secret=SECRET)
    # In the middle of a step no code changes while a test looks at it.
    clock(guest).advance(15 - time.time() % 30)
    return guest


def clock(guest: RestClient) -> Clock:
    """Give the clock of the shop that a guest calls."""
    found: Clock = guest.app.extensions["shop"].clock
    return found


def code(guest: RestClient, seconds_from_now: int = 0) -> str:
    """Give the code of a moment by the shop's clock."""
    return pyotp.TOTP(SECRET).at(int(clock(guest).timestamp()) + seconds_from_now)


def authenticate(guest: RestClient, otp: Any, path: str = GOOGLE, **changes: str) -> Reply:
    """Ask for an admin token with a code."""
    return guest.post(path, {**RIGHT, **changes, "otp": otp})


@pytest.mark.parametrize(
    ("profile", "refusal"),
    [
        (
            {"two_factor": "not-forced"},
            {"message": "Please ask an administrator with sufficient access to configure 2FA first"},
        ),
        (
            {"two_factor": "unconfigured"},
            {
                "message": "You are required to configure personal Two-Factor Authorization in order to login. "
                "Please check your email.",
                "parameters": {"providers": ["google"], "active_providers": []},
            },
        ),
        (
            {"admin_totp_secret": SECRET},
            {
                "message": "Please use the 2fa provider-specific endpoints to obtain a token.",
                "parameters": {"active_providers": ["google"]},
            },
        ),
    ],
)
def test_a_password_alone(wear: Wear, profile: dict[str, str], refusal: dict[str, Any]) -> None:
    """A right one learns what is missing, by what is set up; a wrong one learns nothing of it."""
    guest = wear(**profile)
    assert reported(guest.post(TOKEN, RIGHT)) == (400, refusal)
    assert reported(guest.post(TOKEN, {**RIGHT, "otp": code(guest)})) == (400, refusal)
    for wrong in WRONG:
        assert reported(guest.post(TOKEN, RIGHT | wrong)) == (401, SIGN_IN_REFUSED)


@pytest.mark.parametrize("drift", [0, -30, 30])
def test_a_code_of_now_of_the_step_before_and_of_the_next(guest: RestClient, drift: int) -> None:
    """All three give a token that works, twice as well as once."""
    for _ in range(2):
        reply = authenticate(guest, code(guest, drift))
        assert reply.status_code == 200
    assert guest.bearing(reply.json).get("all/V1/store/storeViews").status_code == 200


@pytest.mark.parametrize("drift", [-60, -90, -600, -900, 60, 900])
def test_a_code_of_another_time(guest: RestClient, drift: int) -> None:
    """More than a step away it is a wrong code."""
    assert reported(authenticate(guest, code(guest, drift))) == (401, {"message": "Invalid code."})


@pytest.mark.parametrize("otp", ["000000", "12345", "letter", "", "right "])
def test_what_is_no_code(guest: RestClient, otp: str) -> None:
    """Whatever its form, it is reported in the same words."""
    sent = otp.replace("right", code(guest))
    assert reported(authenticate(guest, sent)) == (401, {"message": "Invalid code."})


def test_a_code_as_a_number(guest: RestClient) -> None:
    """JSON's number does as well, unless a leading zero is lost with it."""
    number = int(code(guest))
    assert authenticate(guest, number).status_code == (200 if len(str(number)) == 6 else 401)


def test_a_code_left_out(guest: RestClient) -> None:
    """The field is named."""
    missing = (400, {"message": REQUIRED, "parameters": {"fieldName": "otp"}})
    assert reported(guest.post(GOOGLE, RIGHT)) == missing


def test_a_wrong_password_with_a_right_code(guest: RestClient) -> None:
    """It is refused as anywhere, an unknown user too."""
    for wrong in WRONG:
        assert reported(authenticate(guest, code(guest), **wrong)) == (401, SIGN_IN_REFUSED)


def test_providers_that_are_not_set_up(wear: Wear, guest: RestClient) -> None:
    """Another one is not allowed, google itself may not be configured."""
    for provider in ("authy", "duo_security"):
        other = authenticate(guest, code(guest), f"all/V1/tfa/provider/{provider}/authenticate")
        assert reported(other) == (400, {"message": "Provider is not allowed."})
    unconfigured = authenticate(wear(two_factor="unconfigured"), "000000")
    assert reported(unconfigured) == (400, {"message": "Provider is not configured."})


def test_any_scope_does(guest: RestClient) -> None:
    """The admin belongs to no store view."""
    assert authenticate(guest, code(guest), GOOGLE.replace("all", "us")).status_code == 200


def test_wrong_codes_lock_nobody(guest: RestClient) -> None:
    """Seven in a row, and the right one is still good."""
    for _ in range(7):
        assert authenticate(guest, "000000").status_code == 401
    assert authenticate(guest, code(guest)).status_code == 200


def test_a_clock_that_is_off(guest: RestClient) -> None:
    """The shop's clock counts: when it runs ahead, the codes of the caller's own are too old."""
    own = code(guest)
    guest.call("POST", "/sandbox/testing/clock", json={"advance": 120})
    assert authenticate(guest, own).status_code == 401
    assert authenticate(guest, code(guest)).status_code == 200


def test_a_shop_without_a_second_factor(wear: Wear) -> None:
    """It has no such addresses."""
    guest = wear()
    for path in (GOOGLE, GOOGLE.replace("google", "authy")):
        assert reported(authenticate(guest, code(guest), path)) == (
            404,
            {"message": "Request does not match any route."},
        )
