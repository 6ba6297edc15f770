"""Asking for tokens and using them: their form, their website, and who is refused what."""

import base64
import json
from typing import Any

import pytest

from sandbox.application import create_app
from sandbox.configuration import Configuration
from tests.sandbox.rest_client import RestClient

REFUSED = {
    "message": "The account sign-in was incorrect or your account is disabled temporarily. "
    "Please wait and try again later."
}
REQUIRED = '"%fieldName" is required. Enter and try again.'


def parts(token: str) -> list[dict[str, Any]]:
    """Decode the header and the claims of a JWT."""
    return [json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2]]


def test_credentials_that_are_missing(subtests: pytest.Subtests, client: RestClient) -> None:
    """Both routes name what is missing, one error by itself and two in a list."""
    for route in ["us/V1/integration/customer/token", "all/V1/integration/admin/token"]:
        for credentials, missing in [
            ({"username": "", "password": ""}, {"username", "password"}),
            ({"username": None, "password": None}, {"username", "password"}),
            ({}, {"username", "password"}),
            ({"username": "x"}, {"password"}),
            ({"username": "x", "password": ""}, {"password"}),
            ({"password": "x"}, {"username"}),
            ({"username": " ", "password": ""}, {"password"}),
        ]:
            with subtests.test(route=route, credentials=str(credentials)):
                answer = client.post(route, credentials)
                assert answer.status_code == 400
                errors = answer.json.get("errors", [answer.json])
                assert {error["parameters"]["fieldName"] for error in errors} == missing
                assert {error["message"] for error in errors} == {REQUIRED}


def test_every_reason_to_refuse_looks_the_same(client: RestClient) -> None:
    """Wrong, unknown, with a blank too many, in another website's scope: one answer."""
    client.create()
    answers = [
        client.ask_token(password="Wrong1234"),
        client.ask_token("nobody@example.com"),
        client.ask_token(password="Password1 "),
        *(client.ask_token(scope=scope) for scope in ("de", "default", "all")),
        client.post(
            "V1/integration/customer/token", {"username": "jdoe@example.com", "password": "Password1"}
        ),
        client.post("all/V1/integration/admin/token", {"username": "admin", "password": "Wrong1234"}),
        client.post("all/V1/integration/admin/token", {"username": "nobody", "password": "Admin123pass"}),
    ]
    for answer in answers[:3] + answers[4:]:
        assert (answer.status_code, answer.json) == (401, REFUSED)
    assert answers[3].status_code == 401


def test_a_customer_of_the_default_website_may_use_any_scope_of_it(client: RestClient) -> None:
    """The scopes default, all and none all look in the default website; only all is nobody's own."""
    client.create(store_id=1, website_id=1)
    for scope in ("default", "all"):
        assert client.ask_token(scope=scope).status_code == 200
    jane = client.as_customer(scope="all")
    assert jane.get("default/V1/customers/me").status_code == 200
    assert jane.get("V1/customers/me").status_code == 200
    assert jane.get("all/V1/customers/me").status_code == 401


def test_two_tokens_work_side_by_side(client: RestClient, magento: str) -> None:
    """Opaque tokens differ; both kinds stay valid."""
    client.create()
    tokens = [client.ask_token().json for _ in range(2)]
    if magento == "2.4.1":
        assert tokens[0] != tokens[1]
    for token in tokens:
        assert client.bearing(token).get("us/V1/customers/me").status_code == 200


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_what_a_jwt_says(client: RestClient, admin: RestClient) -> None:
    """It names the user, the kind of user, and an hour."""
    made = client.create().json["id"]
    for token, user, kind in ((client.ask_token().json, made, 3), (admin.token, 1, 2)):
        header, claims = parts(str(token))
        assert header["alg"] == "HS256"
        assert header["kid"]
        assert (claims["uid"], claims["utypid"]) == (user, kind)
        assert claims["exp"] - claims["iat"] == 3600


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_a_forged_jwt(client: RestClient, jane: RestClient) -> None:
    """Another user, another signature and no algorithm at all are refused."""
    header, claims, signature = str(jane.token).split(".")
    other = (
        base64.urlsafe_b64encode(json.dumps(parts(str(jane.token))[1] | {"uid": 99, "utypid": 2}).encode())
        .decode()
        .rstrip("=")
    )
    none = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    forged = [
        f"{header}.{other}.{signature}",
        f"{none}.{claims}.",
        f"{header}.{claims}.{signature}x",
        "a.b",
        "..",
    ]
    for token in forged:
        assert client.bearing(token).get("us/V1/customers/me").status_code == 401
    assert jane.get("us/V1/customers/me").status_code == 200


def test_what_each_call_needs(subtests: pytest.Subtests, client: RestClient, jane: RestClient) -> None:
    """A guest is refused with the resource, and so is a customer where the admin is meant."""
    for method, path, resource in [
        ("GET", "us/V1/customers/me", "self"),
        ("PUT", "us/V1/customers/me", "self"),
        ("PUT", "us/V1/customers/me/password", "self"),
        ("GET", "us/V1/customers/me/billingAddress", "self"),
        ("GET", "us/V1/customers/me/shippingAddress", "self"),
        ("GET", "all/V1/customers/1", "Magento_Customer::customer"),
        ("GET", "all/V1/customers/search", "Magento_Customer::customer"),
        ("PUT", "all/V1/customers/1", "Magento_Customer::manage"),
        ("PUT", "all/V1/customers/validate", "Magento_Customer::manage"),
        ("GET", "all/V1/customers/1/confirm", "Magento_Customer::manage"),
        ("PUT", "all/V1/customers/a@b.com/activate", "Magento_Customer::manage"),
        ("GET", "all/V1/customers/1/billingAddress", "Magento_Customer::manage"),
        ("GET", "all/V1/customers/addresses/1", "Magento_Customer::manage"),
        ("DELETE", "all/V1/addresses/1", "Magento_Customer::manage"),
        ("DELETE", "all/V1/customers/1", "Magento_Customer::delete"),
        ("GET", "all/V1/store/websites", "Magento_Backend::store"),
        ("GET", "all/V1/store/storeGroups", "Magento_Backend::store"),
        ("GET", "all/V1/store/storeConfigs", "Magento_Backend::store"),
    ]:
        with subtests.test(method=method, path=path):
            callers = [client] if resource == "self" else [client, jane]
            for caller in callers:
                answer = caller.call(method, path)
                assert answer.status_code == 401
                assert answer.json["parameters"] == {"resources": resource}


def test_revoking_ends_all_tokens_of_the_customer(client: RestClient, magento: str) -> None:
    """The route is one of the later releases; a guest may not use it."""
    client.create()
    first, second = client.as_customer(), client.as_customer()
    route = "us/V1/integration/customer/revoke-customer-token"
    if magento == "2.4.1":
        assert first.post(route, {}).status_code == 404
        return
    assert client.post(route, {}).json["parameters"] == {"resources": "self"}
    assert first.post(route).json is True
    for revoked in (first, second):
        assert revoked.get("us/V1/customers/me").status_code == 401


def test_store_views_of_a_website_share_its_customers(magento: str) -> None:
    """A second store view of the website, which a shop has only when asked, takes the token of the first."""
    shop = RestClient(create_app(Configuration(magento=magento, second_us_store_view=True)))
    shop.create()
    jane = shop.as_customer()
    seen = jane.get("us_outlet/V1/customers/me")
    assert (seen.status_code, seen.json["email"]) == (200, "jdoe@example.com")
    assert jane.get("de/V1/customers/me").status_code == 401
