"""Settings over REST: what is asked for, refused, dropped in silence, and whose setting decides."""

from typing import Any

import pytest

from tests.sandbox.profiles.answers import reported
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import ABSENT, RestClient, address

SHOW = "customer/address/{}_show"
STREET_LINES = "customer/address/street_lines"
ALLOWED = "general/country/allow"
PASSWORD_LENGTH = "customer/password/minimum_password_length"
CLASSES = "customer/password/required_character_classes_number"
LOCKOUT, LOCK_MINUTES = "customer/password/lockout_failures", "customer/password/lockout_threshold"
MOST_TRIES, TRY_SECONDS = "oauth/authentication_lock/max_failures_count", "oauth/authentication_lock/timeout"
GERMAN = {"countryId": "DE", "region": {"regionId": 82}, "city": "Berlin", "postcode": "10115"}


def required(name: str) -> dict[str, Any]:
    """Give the refusal that names a missing field."""
    return {"message": '"%fieldName" is required. Enter and try again.', "parameters": {"fieldName": name}}


def fail(client: RestClient, times: int) -> None:
    """Ask for a token with a wrong password."""
    for _ in range(times):
        assert client.ask_token(password="Wrong-Password1").status_code == 401


@pytest.mark.parametrize("field", ["telephone", "company", "fax"])
def test_fields_of_an_address(wear: Wear, field: str) -> None:
    """Required ones are named by REST; others may be missing, and hidden ones are kept all the same."""
    lacking = [address(**{field: value}) for value in (ABSENT, "")]
    demanding = wear(settings={SHOW.format(field): "req"})
    for one in lacking:
        assert reported(demanding.create(addresses=[one])) == (400, required(field))
    for shown in ("opt", ""):
        guest = wear(settings={SHOW.format(field): shown})
        stored = guest.create(addresses=[lacking[0]]).json["addresses"][0]
        assert stored.get(field) == ("" if field == "telephone" else None)
        sent = guest.create(email="two@example.com", addresses=[address(**{field: "512-555-2222"})])
        assert sent.json["addresses"][0][field] == "512-555-2222"


def test_an_old_customer_without_a_telephone(wear: Wear) -> None:
    """She cannot be saved any more once it is required, whether her addresses are sent or not."""
    guest = wear(settings={SHOW.format("telephone"): "opt"})
    made = guest.create(addresses=[address(telephone=ABSENT)]).json
    guest.put("/sandbox/testing/controls", {"settings": {SHOW.format("telephone"): "req"}})
    admin = guest.as_admin()
    body = {name: made[name] for name in ("email", "firstname", "lastname", "website_id")}
    for more in ({}, {"addresses": made["addresses"]}):
        answer = admin.put(f"us/V1/customers/{made['id']}", {"customer": body | more})
        assert reported(answer) == (400, {"message": '"Phone Number" is a required value.'})


def test_the_website_of_the_call_decides_about_fields(wear: Wear, magento: str) -> None:
    """Whatever the customer's; 2.4.1 words it otherwise where they differ."""
    guest = wear(settings={f"{SHOW.format('telephone')}@us_website": "req", SHOW.format("telephone"): "opt"})
    bare: dict[str, Any] = {"addresses": [address(telephone=ABSENT)]}
    german: dict[str, Any] = {"store_id": 3, "website_id": 3}
    texts = {"message": '"Phone Number" is a required value.'}
    assert reported(guest.create(**bare)) == (400, required("telephone"))
    assert reported(guest.create(**bare, **german)) == (
        400,
        texts if magento == "2.4.1" else required("telephone"),
    )
    for number, scope in enumerate(("de", "all", "default")):
        assert guest.create(scope, email=f"{number}@example.com", **bare).status_code == 200


@pytest.mark.parametrize("lines", [0, 1, 3, 20])
def test_lines_of_a_street(wear: Wear, lines: int) -> None:
    """As many as are set, and no more; with none set every address is refused."""
    guest = wear(settings={STREET_LINES: str(lines)})
    street = [f"Line {number}" for number in range(lines + 1)]
    refusal = {"message": f'"Street Address" cannot contain more than {lines} lines.'}
    assert reported(guest.create(addresses=[address(street=street)])) == (400, refusal)
    if lines:
        made = guest.create(addresses=[address(street=street[:lines])]).json
        assert made["addresses"][0]["street"] == street[:lines]


def test_a_shop_that_sells_to_one_country(wear: Wear) -> None:
    """Addresses elsewhere are dropped in silence, and refused where a customer is changed."""
    guest = wear(settings={f"{ALLOWED}@us_website": "DE"})
    assert [one["id"] for one in guest.get("us/V1/directory/countries").json] == ["DE"]
    for scope in ("de", "all"):
        assert len(guest.get(f"{scope}/V1/directory/countries").json) > 200
    for country in ("US", "XX", "de"):
        answer = guest.get(f"us/V1/directory/countries/{country}")
        assert reported(answer) == (404, {"message": "The country isn't available."})
    dropped = guest.create().json
    assert dropped["addresses"] == []
    assert dropped.keys().isdisjoint({"default_billing", "default_shipping"})
    assert guest.create("de", email="through-de@example.com").json["addresses"] == []
    elsewhere = guest.create(email="de@example.com", store_id=3, website_id=3)
    assert len(elsewhere.json["addresses"]) == 1
    body = {name: dropped[name] for name in ("email", "firstname", "lastname", "website_id")}
    path = f"us/V1/customers/{dropped['id']}"
    answer = guest.as_admin().put(path, {"customer": body | {"addresses": [address()]}})
    assert (answer.status_code, answer.json["parameters"]) == (400, {"fieldName": "countryId", "value": "US"})
    taken = guest.as_admin().put(path, {"customer": body | {"addresses": [address(**GERMAN)]}})
    assert taken.json["addresses"][0]["country_id"] == "DE"


def test_regions_and_postcodes(wear: Wear) -> None:
    """A region is asked for where a country has no list of them; countries may go without a postcode."""
    guest = wear(
        settings={"general/region/state_required": "US,GB", "general/country/optional_zip_countries": "US"}
    )
    assert guest.create(addresses=[address(region=ABSENT, postcode=ABSENT)]).status_code == 200
    british = {"countryId": "GB", "region": ABSENT}
    refused = guest.create(email="gb@example.com", addresses=[address(**british)])
    assert reported(refused) == (400, required("region"))
    bare = guest.create(
        email="gb@example.com", addresses=[address(countryId="FR", region=ABSENT, postcode="")]
    )
    assert reported(bare) == (400, required("postcode"))


@pytest.mark.parametrize(
    ("settings", "password", "parameters"),
    [
        ({PASSWORD_LENGTH: "6"}, "Pass1", ["6"]),
        ({PASSWORD_LENGTH: "6"}, "Passw1", None),
        ({PASSWORD_LENGTH: "12"}, "Password-11", ["12"]),
        ({f"{PASSWORD_LENGTH}@us_website": "12"}, "Password-11", None),
        ({PASSWORD_LENGTH: "0"}, "aA1", None),
        ({CLASSES: "4"}, "Password1", ["4"]),
        ({CLASSES: "2"}, "password1", None),
        ({CLASSES: "1"}, "password", None),
        ({CLASSES: "5"}, "Password-1", ["5"]),
    ],
)
def test_passwords(wear: Wear, settings: dict[str, str], password: str, parameters: list[str] | None) -> None:
    """The refusal carries the number that is set; a website's own counts for nothing."""
    answer = wear(settings=settings).create(password=password)
    assert answer.status_code == (200 if parameters is None else 400)
    assert answer.json.get("parameters") == parameters


def test_locks(wear: Wear) -> None:
    """After as many failures as are set, or never."""
    for settings, failures, status in (
        ({LOCKOUT: "3"}, 3, 401),
        ({LOCKOUT: "3"}, 2, 200),
        ({f"{LOCKOUT}@us_website": "3"}, 3, 200),
        ({LOCKOUT: "0", MOST_TRIES: "99"}, 20, 200),
        ({LOCK_MINUTES: "0", MOST_TRIES: "99"}, 20, 200),
        ({MOST_TRIES: "3"}, 3, 401),
        ({MOST_TRIES: "0"}, 0, 401),
        ({MOST_TRIES: "3", TRY_SECONDS: "0"}, 6, 200),
    ):
        guest = wear(settings=settings)
        guest.create()
        fail(guest, failures)
        assert guest.ask_token().status_code == status, settings


def test_the_default_group(wear: Wear) -> None:
    """A store view's own, whatever the call's scope."""
    guest = wear(settings={"customer/create_account/default_group@us": "2"})
    for number, scope in enumerate(("us", "all")):
        assert guest.create(scope, email=f"{number}@example.com").json["group_id"] == 2
    assert guest.create("de", email="de@example.com", store_id=3, website_id=3).json["group_id"] == 1
    admin = guest.as_admin()
    for path, group in (("us/V1/customerGroups/default", 2), ("all/V1/customerGroups/default/2", 2)):
        assert admin.get(path).json["id"] == group
    assert admin.get("us/V1/customerGroups/default/3").json["id"] == 1


def test_confirmation_goes_by_the_customers_website(wear: Wear) -> None:
    """Not by the call's."""
    guest = wear(settings={"customer/create_account/confirm@us_website": "1"})
    guest.create("all")
    assert guest.ask_token().status_code == 401
    guest.create("us", email="de@example.com", store_id=3, website_id=3)
    assert guest.ask_token("de@example.com", scope="de").status_code == 200


def test_settings_while_the_store_runs(wear: Wear) -> None:
    """A test may change them all, and a reset takes them back; a path that is unknown changes nothing."""
    guest = wear(settings={ALLOWED: "DE"})
    controls = "/sandbox/testing/controls"
    assert guest.put(controls, {"settings": {f"{ALLOWED}@us": "US"}}).status_code == 200
    assert guest.get("us/V1/directory/countries/US").status_code == 200
    assert guest.get("de/V1/directory/countries/US").status_code == 200
    refused = guest.put(controls, {"settings": {"general/country/alow": "DE"}})
    assert (refused.status_code, refused.json["refused"][-21:]) == (400, "general/country/allow")
    guest.post("/sandbox/testing/reset", {})
    assert guest.get("us/V1/directory/countries/US").status_code == 404
