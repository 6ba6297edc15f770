"""The calls under customers/me: what a customer reads and changes of the own account."""

from typing import Any

import pytest

from tests.sandbox.rest_client import RestClient, address, customer

ME = "us/V1/customers/me"


def test_the_own_record_is_what_was_created(client: RestClient) -> None:
    """It holds no more and no less than the answer to the creation."""
    made = client.create().json
    assert client.as_customer().get(ME).json == made


def test_the_own_record_cannot_be_another_ones(client: RestClient, jane: RestClient) -> None:
    """An id in the address or in the body does not change whose record it is."""
    other = client.create(email="other@example.com").json["id"]
    own = jane.get(f"{ME}?customerId={other}").json
    assert own["email"] == "jdoe@example.com"
    changed = jane.put(ME, {"customer": customer(id=other, email="jdoe@example.com", lastname="Roe")})
    assert (changed.json["id"], changed.json["lastname"]) == (own["id"], "Roe")


def test_default_addresses(client: RestClient) -> None:
    """Each is a whole address with its flags; without one the answer is an empty list."""
    billing = address(defaultShipping=False)
    shipping = address(defaultBilling=False, city="Albany")
    client.create(addresses=[billing, shipping])
    jane = client.as_customer()
    shown = jane.get(f"{ME}/billingAddress").json
    assert shown["default_billing"] is True
    assert "default_shipping" not in shown
    assert jane.get(f"{ME}/shippingAddress").json["city"] == "Albany"
    client.create(email="none@example.com", addresses=[])
    for kind in ("billingAddress", "shippingAddress"):
        assert client.as_customer("none@example.com").get(f"{ME}/{kind}").json == []


@pytest.mark.parametrize("path", ["", "/billingAddress", "/shippingAddress"])
def test_the_admin_has_no_own_record(admin: RestClient, path: str) -> None:
    """The admin may call, and learns that a customer is missing."""
    answer = admin.get(ME + path)
    assert (answer.status_code, answer.json) == (
        400,
        {
            "message": '"%fieldName" is required. Enter and try again.',
            "parameters": {"fieldName": "customerId"},
        },
    )


def test_a_change_keeps_what_it_does_not_name(jane: RestClient) -> None:
    """Fields left out stay, the list of addresses as a whole as well."""
    before = jane.get(ME).json
    after = jane.put(
        ME,
        {"customer": {"email": "jane@example.com", "firstname": "Janet", "lastname": "Doe", "taxvat": "X1"}},
    ).json
    assert (after["firstname"], after["email"], after["taxvat"]) == ("Janet", "jane@example.com", "X1")
    assert after["addresses"] == before["addresses"]
    assert after["default_billing"] == before["default_billing"]
    assert after["updated_at"] >= before["updated_at"]


def test_a_list_of_addresses_replaces_the_old_one(jane: RestClient) -> None:
    """An address with its id is changed, others are added, those not named are deleted with their defaults."""
    kept = jane.get(ME).json["addresses"][0]["id"]
    body = customer(
        addresses=[
            address(id=kept, city="Albany"),
            address(city="Utica", defaultBilling=True, defaultShipping=False),
        ]
    )
    changed = jane.put(ME, {"customer": body}).json
    cities = {one["id"]: one["city"] for one in changed["addresses"]}
    assert cities[kept] == "Albany"
    assert sorted(cities.values()) == ["Albany", "Utica"]
    assert cities[int(changed["default_billing"])] == "Utica"
    emptied = jane.put(ME, {"customer": customer(addresses=[])}).json
    assert emptied["addresses"] == []
    assert emptied.keys().isdisjoint({"default_billing", "default_shipping"})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"email": ""}, "The customer email is missing. Enter and try again."),
        (
            {"email": "other@example.com"},
            "A customer with the same email address already exists in an associated website.",
        ),
        ({"firstname": ""}, '"First Name" is a required value.'),
        ({"addresses": [address(city="")]}, '"%fieldName" is required. Enter and try again.'),
        (
            {"addresses": [address(countryId="XX")]},
            'Invalid value of "%value" provided for the %fieldName field.',
        ),
    ],
)
def test_a_change_that_is_refused_changes_nothing(
    client: RestClient, jane: RestClient, changes: dict[str, Any], message: str
) -> None:
    """The rules are those of the creation, but an unknown country is reported."""
    client.create(email="other@example.com")
    before = jane.get(ME).json
    answer = jane.put(ME, {"customer": customer(lastname="Roe") | changes})
    assert (answer.status_code, answer.json["message"]) == (400, message)
    assert jane.get(ME).json == before


def test_another_password(client: RestClient, jane: RestClient) -> None:
    """The old one has to be right, the new one strong; then only the new one is valid."""
    path = f"{ME}/password"
    wrong = jane.put(path, {"currentPassword": "Wrong1234", "newPassword": "Another1Password"})
    assert wrong.status_code == 401
    assert wrong.json == {
        "message": "The password doesn't match this account. Verify the password and try again."
    }
    weak = jane.put(path, {"currentPassword": "Password1", "newPassword": "weak"})
    assert (weak.status_code, weak.json["parameters"]) == (400, ["8"])
    # The address is no strong password either: that it is the address is reported first.
    same = jane.put(path, {"currentPassword": "Password1", "newPassword": "JDOE@example.com"})
    assert same.json["message"].startswith("The password can't be the same as the email address.")
    missing = jane.put(path, {"current_password": "Password1"})
    assert missing.json["parameters"] == {"fieldName": "newPassword"}
    assert jane.put(path, {"currentPassword": "Password1", "newPassword": "Another1Password"}).json is True
    assert client.ask_token().status_code == 401
    assert client.ask_token(password="Another1Password").status_code == 200


def test_another_customers_address(
    jane: RestClient, client: RestClient, admin: RestClient, magento: str
) -> None:
    """2.4.1 lets it be overwritten, a genuine fault; the later releases refuse in words of their own."""
    made = client.create(email="other@example.com").json
    other = made["addresses"][0]["id"]
    body = {"email": "jdoe@example.com", "firstname": "Jane", "lastname": "Doe"}
    change = {"customer": body | {"addresses": [address(id=other, city="Utica")]}}
    answer = jane.put("us/V1/customers/me", change)
    stored = admin.get(f"us/V1/customers/{made['id']}").json["addresses"][0]["city"]
    if magento == "2.4.1":
        assert (answer.status_code, stored) == (200, "Utica")
    else:
        texts = {
            "2.4.7": "Provided customer ID",
            "2.4.8": "A customer with the same email address already exists",
        }
        assert (answer.status_code, stored) == (400, "Purchase")
        assert answer.json["message"].startswith(texts[magento])
    missing = {"customer": body | {"addresses": [address(id=999999)]}}
    refused = jane.put("us/V1/customers/me", missing)
    assert (refused.status_code, refused.json["parameters"]["fieldName"]) == (404, "addressId")
