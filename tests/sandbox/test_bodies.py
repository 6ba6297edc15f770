"""Bodies as PHP reads them, and what a creation does with fields that few send."""

import gzip
import json
from typing import Any

import pytest

from tests.sandbox.rest_client import ADDRESS, PASSWORD, RestClient, customer

DECODING_ERROR = {"message": "Decoding error."}
TEXT = json.dumps({"customer": customer(), "password": PASSWORD})
JSON = {"Content-Type": "application/json"}


def nested(levels: int) -> str:
    """Write lists in lists."""
    return "[" * levels + "]" * levels


def send(client: RestClient, data: bytes | str) -> tuple[int, Any]:
    """Send a body to the creation of customers, and give status and answer."""
    answer = client.call("POST", "us/V1/customers", headers=JSON, data=data)
    return answer.status_code, answer.json


def test_what_is_not_read(client: RestClient, subtests: pytest.Subtests) -> None:
    """It is no JSON in UTF-8, or nested too deep."""
    rows: tuple[bytes | str, ...] = (
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32-le"),
        TEXT.replace("Jane", "Zoé").encode("latin-1"),
        TEXT.replace("Jane", "\\ud800"),
        gzip.compress(TEXT.encode(), mtime=0),
        TEXT[:-1] + ",}",
        TEXT.replace('"', "'"),
        TEXT.replace('"Jane"', "NaN"),
        TEXT + "x",
        TEXT + TEXT,
        "/* a comment */" + TEXT,
        nested(600),
        f'{{"customer": {nested(600)}}}',
        nested(100_000),
    )
    for body in rows:
        with subtests.test(body=body):
            assert send(client, body) == (400, DECODING_ERROR)


@pytest.mark.parametrize("body", [f" \n{TEXT}\n", TEXT[:-1] + ', "unknown": 1}', TEXT[:-1] + f", {TEXT[1:]}"])
def test_what_is_read(client: RestClient, body: str) -> None:
    """White space around, unknown keys beside, the same key twice."""
    assert send(client, body)[0] == 200


def test_what_has_no_customer(client: RestClient, subtests: pytest.Subtests) -> None:
    """It is JSON, and lacks what is needed."""
    rows: tuple[str, ...] = (
        "null",
        "[]",
        '""',
        "5",
        "{}",
        nested(500),
        '{"customer": null}',
    )
    for body in rows:
        with subtests.test(body=body):
            missing = {
                "message": '"%fieldName" is required. Enter and try again.',
                "parameters": {"fieldName": "customer"},
            }
            assert send(client, body) == (400, missing)


@pytest.mark.parametrize("empty", [[], "x"])
def test_a_customer_that_is_none(client: RestClient, magento: str, empty: Any) -> None:
    """The early releases break down, each in its way."""
    answer = client.post("us/V1/customers", {"customer": empty})
    expected = {"2.4.1": (500, "text/html"), "2.4.7": (500, "text/plain"), "2.4.8": (400, "application/json")}
    assert (answer.status_code, answer.mimetype) == expected[magento]
    assert answer.text.startswith(
        {"2.4.1": "", "2.4.7": "An error has happened during application run.", "2.4.8": "{"}[magento]
    )


def test_a_broken_body_of_a_reading_call(jane: RestClient) -> None:
    """It is looked at though nothing of it is needed."""
    answer = jane.call("GET", "us/V1/customers/me", headers=JSON, data="{broken")
    assert (answer.status_code, answer.json) == (400, DECODING_ERROR)


@pytest.mark.parametrize("value", [1, 2, 3, 0, "2"])
def test_assistance(client: RestClient, admin: RestClient, value: Any) -> None:
    """Whether the shop may act as the customer is taken, and never shown."""
    made = client.create(extension_attributes={"assistance_allowed": value})
    assert made.json["extension_attributes"] == {"is_subscribed": False}
    read = admin.get(f"us/V1/customers/{made.json['id']}")
    assert read.json["extension_attributes"] == {"is_subscribed": False}


def test_an_unknown_extension(client: RestClient, magento: str) -> None:
    """It is refused as any unknown field is."""
    answer = client.create(extension_attributes={"nosuch": 1})
    assert answer.status_code == (500 if magento == "2.4.1" else 400)
    if magento != "2.4.1":
        assert answer.json["parameters"] == {"fieldName": "Nosuch"}


def test_fields_that_are_taken_over(client: RestClient) -> None:
    """The moment of the creation, and a default that is no address of the customer's."""
    sent: dict[str, Any] = {
        "created_at": "2000-01-01 00:00:00",
        "disable_auto_group_change": 1,
        "default_billing": "5",
    }
    address = {name: value for name, value in ADDRESS.items() if not name.startswith("default")}
    made = client.create(**sent, addresses=[address]).json
    assert {name: made[name] for name in sent} == sent


def test_fields_that_are_not(client: RestClient) -> None:
    """A key for the confirmation, the name of a store view, custom attributes that nobody made."""
    unknown: dict[str, Any] = {"custom_attributes": [{"attribute_code": "shoe_size", "value": "9"}]}
    made = client.create(confirmation="key", created_in="Elsewhere", **unknown).json
    assert made["created_in"] == "US Store View"
    assert made.keys().isdisjoint({"confirmation", "custom_attributes"})


@pytest.mark.parametrize(("value", "stored"), [(5, "5"), (True, "1")])
def test_names_that_are_no_text(client: RestClient, value: Any, stored: str) -> None:
    """They become one."""
    assert client.create(firstname=value).json["firstname"] == stored


@pytest.mark.parametrize("text", ["1990-02-03", "02/03/1990", "03.02.1990", "1990-02-03 00:00:00"])
def test_dates_of_birth(client: RestClient, text: str) -> None:
    """Several notations come to the same."""
    assert client.create(dob=text).json["dob"] == "1990-02-03"


def test_a_date_of_birth_that_is_none(client: RestClient, magento: str) -> None:
    """And one to come, which 2.4.8 alone refuses."""
    refused = client.create(dob="1990-13-45")
    assert (refused.status_code, refused.json) == (400, {"message": "Invalid date"})
    assert client.create(dob="2999-01-01").status_code == (400 if magento == "2.4.8" else 200)


def test_a_gender_that_is_none(client: RestClient, magento: str) -> None:
    """2.4.1 stores any number."""
    answer = client.create(gender=9)
    if magento == "2.4.1":
        assert answer.json["gender"] == 9
    else:
        refusal = {"message": "Attribute gender does not contain option with Id 9"}
        assert (answer.status_code, answer.json) == (400, refusal)
