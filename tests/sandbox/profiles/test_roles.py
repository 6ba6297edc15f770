"""Admins and integrations with limited roles: what each of them is refused, call by call."""

import pytest

from tests.sandbox.profiles.answers import SIGN_IN_REFUSED, reported, unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.profiles.signing import INTEGRATION, Signer
from tests.sandbox.rest_client import customer

STORE_VIEWS = "all/V1/store/storeViews"
SEARCH = "us/V1/customers/search?searchCriteria="
TOKEN = "all/V1/integration/admin/token"
RIGHT = {"username": "admin", "password": "Admin123pass"}

STORE = unauthorized("Magento_Backend::store")
CUSTOMER = unauthorized("Magento_Customer::customer")
DELETE = unauthorized("Magento_Customer::delete")
SELF = unauthorized("self")
ALLOWED = None
ROWS = [
    ("dashboard", STORE, CUSTOMER),
    ("customers", STORE, ALLOWED),
    ("stores", ALLOWED, CUSTOMER),
]
Refusal = tuple[int, object] | None


def is_as_said(reply: tuple[int, object], refusal: Refusal) -> bool:
    """Tell whether a reply is the refusal, or a success where there is none."""
    return reply == refusal if refusal else reply[0] == 200


def test_an_admin_with_a_role(wear: Wear, subtests: pytest.Subtests) -> None:
    """The token is given to all; what is open to guests is open, deleting to none of the three."""
    for role, store_views, search in ROWS:
        with subtests.test(role=role):
            admin = wear(admin_role=role).as_admin()
            made = admin.create()
            assert made.status_code == 200
            assert admin.ask_token().status_code == 200
            assert is_as_said(reported(admin.get(STORE_VIEWS)), store_views)
            assert is_as_said(reported(admin.get(SEARCH)), search)
            assert reported(admin.get("us/V1/customers/me")) == SELF
            assert reported(admin.delete(f"all/V1/customers/{made.json['id']}")) == DELETE


def test_an_integration_with_a_role(wear: Wear, subtests: pytest.Subtests) -> None:
    """Signed or, where that is allowed, by its bare token, it may do what an admin of the role may."""
    for role, store_views, search in ROWS:
        with subtests.test(role=role):
            guest = wear(admin_role=role, integration=INTEGRATION, integration_as_bearer=True)
            signer, bearer = Signer(guest), guest.bearing(INTEGRATION.access_token)
            made = signer.call("POST", "us/V1/customers", {"customer": customer(), "password": "Password1"})
            path = f"all/V1/customers/{made.json['id']}"
            for get, delete in (
                (signer.get, signer.call("DELETE", path)),
                (bearer.get, bearer.delete(path)),
            ):
                assert is_as_said(reported(get(STORE_VIEWS)), store_views)
                assert is_as_said(reported(get(SEARCH)), search)
                assert is_as_said(reported(get(path)), search)
                assert reported(get("us/V1/customers/me")) == SELF
                assert reported(delete) == DELETE


def test_an_admin_without_any_role(wear: Wear) -> None:
    """A right password learns it; a wrong one is not."""
    guest = wear(admin_role="none")
    assert reported(guest.post(TOKEN, RIGHT)) == (
        401,
        {"message": "More permissions are needed to access this."},
    )
    assert reported(guest.post(TOKEN, RIGHT | {"password": "Wrong1234"})) == (401, SIGN_IN_REFUSED)


def test_a_refusal_on_the_german_store_view(wear: Wear, magento: str) -> None:
    """Its words are the store view's, the resource it names is not translated."""
    status, body = reported(wear(admin_role="dashboard").as_admin().get("de/V1/store/storeViews"))
    german = "Der Verbraucher ist nicht berechtigt, auf %resources zuzugreifen."
    assert (status, body["parameters"]) == (401, {"resources": "Magento_Backend::store"})
    assert (body["message"] == german) == (magento == "2.4.8")
