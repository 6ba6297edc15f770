"""What an admin asks beyond stock: fields, passwords; and whom the shop admits: guests, accounts everywhere."""

from typing import Any

import pytest

from tests.sandbox.profiles.answers import reported, unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.rest_client import ABSENT, address

STORES = ("storeViews", "storeGroups", "websites", "storeConfigs")
TAX, GENDER = "customer/address/taxvat_show", "customer/address/gender_show"
TAKEN = {"message": "A customer with the same email address already exists in an associated website."}


def test_a_required_field(wear: Wear, magento: str, subtests: pytest.Subtests) -> None:
    """Its label is named; with a value it is kept. A date of birth is asked for on 2.4.1 alone."""
    rows: tuple[tuple[str, str, str | int], ...] = (
        ("dob", "Date of Birth", "1990-02-28"),
        ("taxvat", "Tax/VAT Number", "DE123"),
        ("gender", "Gender", 2),
        ("prefix", "Name Prefix", "Dr."),
        ("suffix", "Name Suffix", "Jr."),
    )
    for field, label, value in rows:
        with subtests.test(field=field):
            guest = wear(settings={f"customer/address/{field}_show": "req"})
            empty = [ABSENT, None] if field == "gender" else [ABSENT, None, ""]
            if field == "dob" and magento != "2.4.1":
                assert guest.create(email="undated@example.com").status_code == 200
                empty = []
            changes: list[dict[str, Any]] = [{field: lacking} for lacking in empty]
            for change in changes:
                assert reported(guest.create(**change)) == (
                    400,
                    {"message": f'"{label}" is a required value.'},
                )
            filled: dict[str, Any] = {field: value}
            if field in ("prefix", "suffix"):
                # The address needs it too, and says so in the same words.
                assert reported(guest.create(**filled)) == (
                    400,
                    {"message": f'"{label}" is a required value.'},
                )
                filled["addresses"] = [address(**filled)]
            assert guest.create(**filled).json[field] == value


def test_everything_that_lacks_is_reported_at_once(wear: Wear) -> None:
    """With the names and the e-mail, line by line."""
    guest = wear(settings={TAX: "req", GENDER: "req"}, required_attributes=("loyalty_number",))
    assert guest.create(firstname="").json == {
        "message": '"First Name" is a required value.\n"Tax/VAT Number" is a required value.\n'
        '"Gender" is a required value.\n"Loyalty Number" is a required value.'
    }


def test_a_required_attribute(wear: Wear) -> None:
    """It is kept and shown everywhere; one that the shop does not know is ignored."""
    guest = wear(required_attributes=("loyalty_number",))
    unknown = {"attribute_code": "shoe_size", "value": "9"}
    for lacking in ([], [unknown], [{"attribute_code": "loyalty_number", "value": ""}]):
        refused = guest.create(custom_attributes=lacking)
        assert reported(refused) == (400, {"message": '"Loyalty Number" is a required value.'})
    own = {"attribute_code": "loyalty_number", "value": "L-1"}
    assert guest.create(custom_attributes=[unknown, own]).json["custom_attributes"] == [own]
    jane = guest.as_customer()
    assert jane.get("us/V1/customers/me").json["custom_attributes"] == [own]
    changed = {"email": "jdoe@example.com", "firstname": "Janet", "lastname": "Doe"}
    assert jane.put("us/V1/customers/me", {"customer": changed}).json["custom_attributes"] == [own]


def test_attributes_of_a_shop_that_has_none(wear: Wear) -> None:
    """Are taken, and forgotten."""
    made = wear().create(custom_attributes=[{"attribute_code": "shoe_size", "value": "9"}])
    assert made.status_code == 200
    assert "custom_attributes" not in made.json


def test_longer_passwords(wear: Wear) -> None:
    """The number is reported, when an account is made and when a password is changed."""
    guest = wear(settings={"customer/password/minimum_password_length": "12"})
    too_short = {
        "message": "The password needs at least %1 characters. Create a new password and try again.",
        "parameters": ["12"],
    }
    assert reported(guest.create(password="Password-11")) == (400, too_short)
    assert guest.create(password="Password--12").status_code == 200
    token = guest.ask_token(password="Password--12").json
    change = {"currentPassword": "Password--12", "newPassword": "Password-11"}
    assert reported(guest.bearing(token).put("us/V1/customers/me/password", change)) == (400, too_short)


def test_guests_may_read_stores(wear: Wear) -> None:
    """All four lists, and nothing else; a bad token does not matter then."""
    guest = wear(settings={"webapi/webapisecurity/allow_insecure": "1"})
    for name in STORES:
        assert guest.get(f"all/V1/store/{name}").status_code == 200
        assert guest.bearing("x" * 32).get(f"all/V1/store/{name}").status_code == 200
    assert reported(guest.get("all/V1/customers/1")) == unauthorized("Magento_Customer::customer")
    for name in STORES:
        assert reported(wear().get(f"all/V1/store/{name}")) == unauthorized("Magento_Backend::store")


def test_accounts_of_every_website(wear: Wear) -> None:
    """One e-mail address is one customer, whose token is good in every scope but all."""
    guest = wear(settings={"customer/account_share/scope": "0"})
    made = guest.create().json
    assert reported(guest.create(store_id=3, website_id=3)) == (400, TAKEN)
    for scope in ("us", "de", "default", "all"):
        jane = guest.as_customer(scope=scope)
        for place in ("us", "de", "default"):
            assert jane.get(f"{place}/V1/customers/me").json == made
        assert reported(jane.get("all/V1/customers/me")) == unauthorized("self")


def test_a_store_view_of_another_website(wear: Wear) -> None:
    """Fits where accounts are shared by all websites, as long as it exists."""
    guest = wear(settings={"customer/account_share/scope": "0"})
    made = guest.create(store_id=3, website_id=2).json
    assert (made["store_id"], made["website_id"], made["created_in"]) == (3, 2, "Germany Store View")
    refusal = {"message": "The store view is not in the associated website."}
    assert reported(guest.create(email="two@example.com", store_id=99, website_id=2)) == (400, refusal)
    assert reported(wear().create(store_id=3, website_id=2)) == (400, refusal)


def test_the_sample_customer_of_a_demanding_shop(wear: Wear) -> None:
    """Has all that the admin requires, and can be used at once."""
    settings = {
        f"customer/address/{name}_show": "req" for name in ("dob", "taxvat", "gender", "prefix", "fax")
    }
    settings |= {"customer/password/minimum_password_length": "14", "customer/create_account/confirm": "1"}
    guest = wear(sample_customer=True, settings=settings, required_attributes=("loyalty_number",))
    token = guest.ask_token("roni.cost@example.com", "Password111111").json
    assert guest.bearing(token).get("us/V1/customers/me").json["dob"] == "1973-12-15"
