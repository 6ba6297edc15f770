"""An integration that may do everything, and proves itself by OAuth 1.0a: which signatures the shop takes.

Each test is a row of the record of the running shops, or several alike.
"""

import time
from typing import Any

import pytest

from tests.sandbox.profiles.answers import REQUIRED, reported, unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.profiles.signing import INTEGRATION, Signer
from tests.sandbox.rest_client import RestClient, customer

STORE_VIEWS = "all/V1/store/storeViews"
SEARCH = "us/V1/customers/search"
INVALID = (401, {"message": "The signature is invalid. Verify and try again."})


@pytest.fixture
def guest(wear: Wear) -> RestClient:
    """Give a guest of a shop that knows the integration."""
    return wear(integration=INTEGRATION)


@pytest.fixture
def signer(guest: RestClient) -> Signer:
    """Give the integration."""
    return Signer(guest)


def new_customer(email: str = "jdoe@example.com") -> dict[str, Any]:
    """Give the body that makes a customer."""
    return {"customer": customer(email=email), "password": "Password1"}


def search(*filters: tuple[str, str], group: str = "filter_groups", condition: str = "condition_type") -> str:
    """Give a search whose groups hold one filter each; the values are written as they stand."""
    parts = []
    for index, (field, value) in enumerate(filters):
        name = f"searchCriteria[{group}][{index}][filters][0]"
        parts += [f"{name}[field]={field}", f"{name}[value]={value}", f"{name}[{condition}]=eq"]
    return f"{SEARCH}?{'&'.join(parts)}"


@pytest.mark.parametrize("method", ["HMAC-SHA1", "HMAC-SHA256"])
def test_signature_methods(signer: Signer, magento: str, method: str) -> None:
    """SHA256 is good everywhere, SHA1 in the old release alone."""
    reply = signer.but(method=method).get(STORE_VIEWS)
    if method == "HMAC-SHA256" or magento == "2.4.1":
        assert reply.status_code == 200
    else:
        refusal = {"message": "Signature method %1 is not supported", "parameters": [method]}
        assert reported(reply) == (400, refusal)


@pytest.mark.parametrize("method", ["HMAC-SHA512", "PLAINTEXT", "MD5"])
def test_other_signature_methods(signer: Signer, guest: RestClient, method: str) -> None:
    """Nothing else is, anywhere."""
    _, headers = signer.header("GET", f"http://localhost/rest/{STORE_VIEWS}")
    headers["Authorization"] = headers["Authorization"].replace("HMAC-SHA256", method)
    refusal = {"message": "Signature method %1 is not supported", "parameters": [method]}
    assert reported(guest.get(STORE_VIEWS, **headers)) == (400, refusal)


@pytest.mark.parametrize("path", [STORE_VIEWS, "us/V1/store/storeViews"])
def test_reading_store_views(signer: Signer, path: str) -> None:
    """In any scope."""
    assert signer.get(path).status_code == 200


@pytest.mark.parametrize("email", ["jdoe@example.com", "jane+1@example.com"])
def test_a_customer_made_found_and_deleted(signer: Signer, guest: RestClient, email: str) -> None:
    """Signed from first to last; deleted twice, the second answer names the id."""
    made = signer.call("POST", "us/V1/customers", new_customer(email)).json
    assert signer.get(search(("email", email.replace("+", "%2B")))).json["total_count"] == 1
    credentials = {"username": email, "password": "Password1"}
    token = signer.call("POST", "us/V1/integration/customer/token", credentials).json
    assert guest.bearing(token).get("us/V1/customers/me").json["id"] == made["id"]
    path = f"all/V1/customers/{made['id']}"
    assert reported(signer.call("DELETE", path)) == (200, True)
    assert reported(signer.call("DELETE", path)) == (
        404,
        {
            "message": "No such entity with %fieldName = %fieldValue",
            "parameters": {"fieldName": "customerId", "fieldValue": made["id"]},
        },
    )


def test_an_integration_is_no_customer(signer: Signer) -> None:
    """It may read the own record, and has none."""
    missing = {"message": REQUIRED, "parameters": {"fieldName": "customerId"}}
    assert reported(signer.get("us/V1/customers/me")) == (400, missing)


def test_a_signature_in_the_query(signer: Signer) -> None:
    """Is not looked at."""
    reply = signer.but(signature_type="QUERY").get(STORE_VIEWS)
    assert reported(reply) == unauthorized("Magento_Backend::store")


def test_a_realm_and_another_host_name(signer: Signer) -> None:
    """Both are fine, as long as what is signed is what is asked."""
    assert signer.but(realm="shop").get(STORE_VIEWS).status_code == 200
    assert signer.call("GET", STORE_VIEWS, host="http://127.0.0.1:8080").status_code == 200


def test_an_integration_needs_no_second_factor(wear: Wear) -> None:
    """Nor does one that a shop with two-factor admins knows."""
    guest = wear(integration=INTEGRATION, admin_totp_secret="JBSWY3DPEHPK3PXP")
    assert Signer(guest).get(STORE_VIEWS).status_code == 200


def test_a_search_that_survives_signing(subtests: pytest.Subtests, signer: Signer) -> None:
    """Whatever is in it, brackets plain or encoded."""
    for path in [
        search(("email", "x")),
        search(("email", "x"), group="filterGroups", condition="conditionType"),
        search(("email", "x"), ("firstname", "y")),
        f"{search(('email', 'x'))}&searchCriteria[filter_groups][0][filters][1][field]=email"
        "&searchCriteria[filter_groups][0][filters][1][value]=y",
        f"{SEARCH}?searchCriteria[sortOrders][0][field]=email&searchCriteria[pageSize]=2"
        "&searchCriteria[currentPage]=1&fields=items[id],total_count",
        *(
            search(("email", value))
            for value in ("%25", "%2C", "~", "%2B", "%40", "%2F", "%3D", "%26", "%C3%BC", "", "a%20b")
        ),
        search(("email", "x")).replace("[", "%5B").replace("]", "%5D"),
        search(*[("email", "x")] * 10),
        f"{SEARCH}?searchCriteria=",
    ]:
        with subtests.test(path=path):
            assert signer.get(path).status_code == 200


@pytest.mark.parametrize("path", [search(("email", "a+b")), search(*[("email", "x")] * 11)])
def test_a_search_that_does_not(signer: Signer, path: str) -> None:
    """A blank written as a plus, and an eleventh group: the shop works out another signature."""
    assert reported(signer.get(path)) == INVALID


def test_a_search_for_nothing(signer: Signer) -> None:
    """No query at all is not enough."""
    missing = {"message": REQUIRED, "parameters": {"fieldName": "searchCriteria"}}
    assert reported(signer.get(SEARCH)) == (400, missing)


def test_wrong_secrets(signer: Signer, subtests: pytest.Subtests) -> None:
    """Each of the four, unknown or of another length, is distinguished."""
    rows: tuple[tuple[dict[str, str], int, Any], ...] = (
        ({"consumer_secret": "x" * 32}, *INVALID),
        ({"access_token_secret": "x" * 32}, *INVALID),
        ({"consumer_key": "x" * 32}, 401, {"message": "A consumer having the specified key does not exist"}),
        ({"consumer_key": "x" * 31}, 401, {"message": "Consumer key is not the correct length"}),
        ({"access_token": "x" * 32}, 401, {"message": "Specified token does not exist"}),
        (
            {"access_token": "x" * 31},
            400,
            {"message": "The token length is invalid. Check the length and try again."},
        ),
    )
    for secrets, status, message in rows:
        with subtests.test(secrets=secrets):
            assert reported(signer.with_secrets(**secrets).get(STORE_VIEWS)) == (status, message)


def test_a_signature_under_a_wrong_label(signer: Signer, guest: RestClient) -> None:
    """SHA1 that says SHA256 is wrong."""
    _, headers = signer.but(method="HMAC-SHA1").header("GET", f"http://localhost/rest/{STORE_VIEWS}")
    headers["Authorization"] = headers["Authorization"].replace("HMAC-SHA1", "HMAC-SHA256")
    assert reported(guest.get(STORE_VIEWS, **headers)) == INVALID


@pytest.mark.parametrize("seconds", [-3600, -610, -290, 290])
def test_a_clock_that_may_be_off(signer: Signer, seconds: int) -> None:
    """The past is not checked, and a little ahead is fine."""
    assert signer.but(timestamp=str(int(time.time()) + seconds)).get(STORE_VIEWS).status_code == 200


@pytest.mark.parametrize("seconds", [610, 3600, 86400])
def test_a_clock_too_far_ahead(signer: Signer, seconds: int) -> None:
    """More than ten minutes are refused, in words that say little."""
    reply = signer.but(timestamp=str(int(time.time()) + seconds)).get(STORE_VIEWS)
    assert reported(reply) == (401, {"message": "An error occurred validating the nonce"})


@pytest.mark.parametrize("timestamp", ["1795446316", "1795446317"])
def test_a_nonce_is_good_once(signer: Signer, timestamp: str) -> None:
    """Sent again, at the same time or another, it is refused: a retry has to sign anew."""
    signer.guest.call("POST", "/sandbox/testing/clock", json={"advance": 1795446316 - time.time()})
    first = signer.but(nonce="once", timestamp="1795446316")
    assert first.get(STORE_VIEWS).status_code == 200
    used = {"message": "The nonce is already being used by the consumer with ID %1", "parameters": ["1"]}
    assert reported(first.but(timestamp=timestamp).get(STORE_VIEWS)) == (401, used)


def test_a_header_without_a_token(signer: Signer, guest: RestClient) -> None:
    """Two legs are not enough."""
    _, headers = signer.header("GET", f"http://localhost/rest/{STORE_VIEWS}")
    token = f' oauth_token="{INTEGRATION.access_token}",'
    assert token in headers["Authorization"]
    headers["Authorization"] = headers["Authorization"].replace(token, "")
    missing = {"message": REQUIRED, "parameters": {"fieldName": "oauth_token"}}
    assert reported(guest.get(STORE_VIEWS, **headers)) == (400, missing)


def test_a_header_with_a_key_alone(guest: RestClient) -> None:
    """Everything that lacks is named."""
    reply = guest.get(STORE_VIEWS, Authorization=f'OAuth oauth_consumer_key="{INTEGRATION.consumer_key}"')
    assert reply.status_code == 400
    assert reply.json["message"] == "One or more input exceptions have occurred."
    assert {error["message"] for error in reply.json["errors"]} == {REQUIRED}
    assert [error["parameters"]["fieldName"] for error in reply.json["errors"]] == [
        "oauth_signature",
        "oauth_signature_method",
        "oauth_nonce",
        "oauth_timestamp",
        "oauth_token",
    ]


def test_an_empty_header(guest: RestClient) -> None:
    """Is as good as none."""
    for header in ("OAuth ", "OAuth"):
        reply = guest.get(STORE_VIEWS, Authorization=header)
        assert reported(reply) == unauthorized("Magento_Backend::store")


def test_the_access_token_as_a_bearer(guest: RestClient, magento: str) -> None:
    """It is an admin token in the old release, and nothing in the new one, which does not say why."""
    bearer = guest.bearing(INTEGRATION.access_token)
    made = bearer.post("us/V1/customers", new_customer()).json["id"]
    if magento == "2.4.1":
        assert bearer.get(STORE_VIEWS).status_code == 200
        assert reported(bearer.delete(f"all/V1/customers/{made}")) == (200, True)
    else:
        assert reported(bearer.get(STORE_VIEWS)) == unauthorized("Magento_Backend::store")
        assert reported(bearer.delete(f"all/V1/customers/{made}")) == unauthorized("Magento_Customer::delete")


def test_the_access_token_as_a_bearer_where_it_is_allowed(wear: Wear) -> None:
    """Then it is an admin token in every release."""
    bearer = wear(integration=INTEGRATION, integration_as_bearer=True).bearing(INTEGRATION.access_token)
    made = bearer.post("us/V1/customers", new_customer()).json["id"]
    assert bearer.get(STORE_VIEWS).status_code == 200
    assert reported(bearer.delete(f"all/V1/customers/{made}")) == (200, True)


def test_a_shop_without_an_integration(wear: Wear) -> None:
    """Knows no consumer."""
    reply = Signer(wear()).get(STORE_VIEWS)
    assert reported(reply) == (401, {"message": "A consumer having the specified key does not exist"})
