"""The addresses of a customer: what they need, what becomes of regions and countries, and in which order they come."""

import itertools
from typing import Any

import pytest

from tests.sandbox.rest_client import ABSENT, Reply, RestClient, address

REQUIRED = '"%fieldName" is required. Enter and try again.'


def created(client: RestClient, **changes: Any) -> Reply:
    """Create a customer whose one address has changes."""
    return client.create(addresses=[address(**changes)])


@pytest.mark.parametrize(
    ("field", "nothing"),
    [
        *itertools.product(
            ("firstname", "lastname", "city", "telephone", "postcode"), (ABSENT, "", " ", None)
        ),
        *itertools.product(("street",), (ABSENT, None, [], [""], ["", " "], [None])),
    ],
)
def test_a_field_that_an_address_needs(
    client: RestClient, admin: RestClient, field: str, nothing: Any
) -> None:
    """The customer is undone with the address, and the e-mail address is free again."""
    answer = created(client, **{field: nothing})
    assert (answer.status_code, answer.json) == (
        400,
        {"message": REQUIRED, "parameters": {"fieldName": field}},
    )
    assert admin.get("all/V1/customers/search?searchCriteria=").json["total_count"] == 0
    assert client.create().status_code == 200


def test_an_account_that_was_undone_burns_its_id(client: RestClient) -> None:
    """The next account gets the id after it."""
    created(client, city=ABSENT)
    created(client, city=ABSENT)
    assert client.create().json["id"] == 3


def test_several_missing_fields(client: RestClient) -> None:
    """All are named, in one error of many."""
    answer = created(client, city=ABSENT, street=[], postcode="")
    assert answer.json["message"] == "One or more input exceptions have occurred."
    assert {error["parameters"]["fieldName"] for error in answer.json["errors"]} == {
        "city",
        "street",
        "postcode",
    }
    assert {error["message"] for error in answer.json["errors"]} == {REQUIRED}


@pytest.mark.parametrize("country", ["HK", "IE", "MO", "PA", "GB"])
def test_countries_that_need_no_postcode(client: RestClient, country: str) -> None:
    """The key is then left out."""
    answer = created(client, countryId=country, postcode=ABSENT, region=ABSENT)
    assert answer.status_code == 200
    assert "postcode" not in answer.json["addresses"][0]


@pytest.mark.parametrize(
    ("region", "country", "shown", "region_id"),
    [
        ({"regionId": 43, "region": "Texas"}, "US", ("NY", "New York", 43), 43),
        ({"regionId": "43"}, "US", ("NY", "New York", 43), 43),
        ({"regionCode": "NY"}, "US", (None, None, 0), 0),
        ({}, "US", (None, None, 0), 0),
        (ABSENT, "US", (None, None, 0), None),
        ({"region": "Greater London"}, "GB", ("Greater London", "Greater London", 0), 0),
    ],
)
def test_what_becomes_of_a_region(
    client: RestClient, region: Any, country: str, shown: tuple[Any, ...], region_id: int | None
) -> None:
    """The id wins over the text, a code alone counts for nothing, free text stands for both."""
    shown_address = created(client, region=region, countryId=country).json["addresses"][0]
    assert tuple(shown_address["region"].values()) == shown
    assert shown_address.get("region_id") == region_id


@pytest.mark.parametrize("region_id", [999999, 82])
def test_a_region_that_the_country_has_not(client: RestClient, region_id: int) -> None:
    """An unknown region and one of another country are refused alike."""
    answer = created(client, region={"regionId": region_id})
    assert answer.status_code == 400
    assert answer.json["parameters"] == {"fieldName": "regionId", "value": str(region_id)}


@pytest.mark.parametrize("country", ["XX", "", ABSENT])
def test_an_address_of_an_unknown_country_is_dropped(client: RestClient, country: Any) -> None:
    """Without a word, and the others are kept."""
    answer = client.create(
        addresses=[address(countryId=country), address(city="Albany", defaultBilling=False)]
    )
    assert [one["city"] for one in answer.json["addresses"]] == ["Albany"]
    assert "default_billing" not in answer.json
    assert answer.json["default_shipping"] == str(answer.json["addresses"][0]["id"])


def test_a_street_of_three_lines(client: RestClient) -> None:
    """Two lines are the most, however they are sent; empty ones around them do not count."""
    for street in (["1", "2", "3"], ["1", "2\n3"], ["1", "", "3"]):
        answer = created(client, street=street)
        assert (answer.status_code, answer.json) == (
            400,
            {"message": '"Street Address" cannot contain more than 2 lines.'},
        )
    for number, (street, stored) in enumerate(
        ((["1", "2", ""], ["1", "2"]), (["", "2"], ["2"]), (["1", ""], ["1"]), (["1\n2"], ["1", "2"]))
    ):
        taken = client.create(email=f"jane{number}@example.com", addresses=[address(street=street)])
        assert taken.json["addresses"][0]["street"] == stored


@pytest.mark.parametrize("city", ["Köln", "New York", "Saint-Denis", "L'Aquila"])
def test_cities_that_every_release_takes(client: RestClient, city: str) -> None:
    """Letters, spaces, hyphens and apostrophes."""
    assert created(client, city=city).json["addresses"][0]["city"] == city


@pytest.mark.parametrize("city", ["St. Gallen", "Frankfurt (Oder)", "Halle/Saale", "Berlin 2", "<b>Purchase"])
def test_cities_that_the_latest_release_refuses(client: RestClient, magento: str, city: str) -> None:
    """What was free text is checked now, and the account undone."""
    answer = created(client, city=city)
    assert answer.status_code == (400 if magento == "2.4.8" else 200)
    if magento == "2.4.8":
        assert answer.json["message"].startswith("Invalid City. Please use")
        assert client.create().status_code == 200


@pytest.mark.parametrize(
    ("telephone", "is_taken"),
    [("+49 (30) 123-456", True), ("030/123456", False), ("030.123456", False), ("1" * 21, False)],
)
def test_telephone_numbers_in_the_latest_release(
    client: RestClient, magento: str, telephone: str, is_taken: bool
) -> None:
    """Digits, spaces, plus, minus and brackets, twenty in all."""
    answer = created(client, telephone=telephone)
    assert answer.status_code == (200 if is_taken or magento != "2.4.8" else 400)
    if answer.status_code == 400:
        assert answer.json["message"].startswith("Invalid Phone Number. Please use")


def test_defaults_are_what_the_flags_say(client: RestClient) -> None:
    """No address becomes a default by being the first; of two that claim it, the last is."""
    none = client.create(addresses=[address(defaultBilling=False, defaultShipping=ABSENT)])
    assert none.json.keys().isdisjoint({"default_billing", "default_shipping"})
    both = client.create(
        email="both@example.com", addresses=[address(city="Albany"), address(city="Buffalo")]
    )
    cities = {one["id"]: one["city"] for one in both.json["addresses"]}
    assert cities[int(both.json["default_billing"])] == "Buffalo"
    assert [one["city"] for one in both.json["addresses"] if one.get("default_shipping")] == ["Buffalo"]


def test_an_id_of_a_new_address_is_ignored(client: RestClient) -> None:
    """The address gets an id of its own, and belongs to the new customer."""
    answer = created(client, id=4711, customer_id=4711)
    assert answer.json["addresses"][0]["id"] != 4711
    assert answer.json["addresses"][0]["customer_id"] == answer.json["id"]


def test_the_order_of_addresses(jane: RestClient, magento: str) -> None:
    """By id as recorded of 2.4.1 and 2.4.7; in any order on 2.4.8."""
    cities = ["Albany", "Buffalo", "Purchase", "Utica"]
    body = {"customer": {"email": "jdoe@example.com", "firstname": "Jane", "lastname": "Doe"}}
    jane.put(
        "us/V1/customers/me",
        {"customer": body["customer"] | {"addresses": [address(city=city) for city in cities]}},
    )
    orders = {
        tuple(one["city"] for one in jane.get("us/V1/customers/me").json["addresses"]) for _ in range(30)
    }
    assert all(sorted(order) == cities for order in orders)
    assert (orders == {tuple(cities)}) is (magento != "2.4.8")
