"""A shop whose customers have to confirm their e-mail address: how it refuses them until then, and the way round."""

from typing import Any

import pytest

from tests.sandbox.profiles.answers import SIGN_IN_REFUSED, reported, unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import RestClient

NOT_CONFIRMED = {"message": "This account isn't confirmed. Verify and try again."}
NICHT_BESTAETIGT = {
    "message": "Dieses Konto ist nicht bestätigt. Überprüfen Sie und versuchen Sie es erneut."
}


@pytest.fixture
def guest(wear: Wear) -> RestClient:
    """Give a guest of such a shop."""
    return wear(settings={"customer/create_account/confirm": "1"})


def refusal(magento: str) -> dict[str, Any]:
    """Give what a release says of a customer who has not confirmed: the old one does not tell."""
    return NOT_CONFIRMED if magento == "2.4.8" else SIGN_IN_REFUSED


def test_a_new_account_does_not_tell(guest: RestClient) -> None:
    """Made by a guest or by the admin, the answer has no key; the admin reads it from the record."""
    for maker, email in ((guest, "one@example.com"), (guest.as_admin(), "two@example.com")):
        made = maker.create(email=email)
        assert made.status_code == 200
        assert "confirmation" not in made.json
        record = guest.as_admin().get(f"all/V1/customers/{made.json['id']}").json
        assert len(record["confirmation"]) == 32
        assert record == made.json | {"confirmation": record["confirmation"]}


def test_a_token_is_refused(guest: RestClient, magento: str) -> None:
    """The new release says why, whatever the password; so also for an account that an admin made."""
    guest.create()
    guest.as_admin().create(email="two@example.com")
    for email in ("jdoe@example.com", "two@example.com"):
        for password in ("Password1", "Wrong1234"):
            assert reported(guest.ask_token(email, password)) == (401, refusal(magento))


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_a_token_is_refused_in_german(guest: RestClient) -> None:
    """On the German store view."""
    guest.create(store_id=3, website_id=3)
    assert reported(guest.ask_token(scope="de")) == (401, NICHT_BESTAETIGT)


def test_refused_tokens_are_counted(guest: RestClient) -> None:
    """After six the reason is no longer reported, in no release."""
    guest.create()
    for _ in range(6):
        guest.ask_token()
    assert reported(guest.ask_token()) == (401, SIGN_IN_REFUSED)


def test_the_way_round(guest: RestClient) -> None:
    """The admin asks for the state, reads the key and activates the account, which is then like any other."""
    made = guest.create().json
    admin = guest.as_admin()
    state, record = f"all/V1/customers/{made['id']}/confirm", f"all/V1/customers/{made['id']}"
    activate = "us/V1/customers/jdoe@example.com/activate"
    assert reported(guest.get(state)) == unauthorized("Magento_Customer::manage")
    assert reported(admin.get(state)) == (200, "account_confirmation_required")
    key = admin.get(record).json["confirmation"]
    wrong = {"message": "The confirmation token is invalid. Verify the token and try again."}
    assert reported(admin.put(activate, {"confirmationKey": "wrong"})) == (400, wrong)
    active = admin.put(activate, {"confirmationKey": key})
    assert (active.status_code, active.json["id"]) == (200, made["id"])
    assert reported(admin.get(state)) == (200, "account_confirmed")
    assert "confirmation" not in admin.get(record).json
    assert guest.as_customer().get("us/V1/customers/me").status_code == 200
    again = {"message": "The account is already active."}
    assert reported(admin.put(activate, {"confirmationKey": key})) == (400, again)


def test_a_shop_that_asks_for_none(wear: Wear) -> None:
    """Says so."""
    guest = wear()
    made = guest.create().json
    state = guest.as_admin().get(f"all/V1/customers/{made['id']}/confirm")
    assert reported(state) == (200, "account_confirmation_not_required")
