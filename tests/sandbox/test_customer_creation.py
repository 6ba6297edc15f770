"""POST customers: what makes an account, what is refused, and with which words."""

from typing import Any

import pytest

from tests.sandbox.rest_client import ABSENT, PASSWORD, RestClient, address, customer


def refusal(client: RestClient, password: str = PASSWORD, **changes: Any) -> str:
    """Create a customer who has to be refused, and answer why."""
    answer = client.create(password=password, **changes)
    assert answer.status_code == 400, answer.text
    return str(answer.json["message"])


def test_snake_case_and_camel_case_mix(client: RestClient) -> None:
    """Both spellings of a key are read; the answer is in snake_case."""
    mixed = address(countryId=ABSENT, country_id="US", region={"region_id": 43, "regionCode": "NY"})
    answer = client.create(storeId=2, store_id=ABSENT, addresses=[mixed])
    assert answer.json["addresses"][0]["country_id"] == "US"
    assert answer.json["addresses"][0]["region"]["region"] == "New York"
    assert answer.json["store_id"] == 2


NOT_FOUND = "that was requested wasn't found. Verify the website and try again."


def test_passwords_that_are_refused(subtests: pytest.Subtests, client: RestClient) -> None:
    """The first rule broken is reported, even when the e-mail address is bad as well."""
    for password, message, parameters in [
        ("Pass1ab", "The password needs at least %1 characters. Create a new password and try again.", ["8"]),
        ("Aa1" * 86, "Please enter a password with at most %1 characters.", [256]),
        (
            " Password1",
            "The password can't begin or end with a space. Verify the password and try again.",
            None,
        ),
        (
            "Password1 ",
            "The password can't begin or end with a space. Verify the password and try again.",
            None,
        ),
        (
            "test_password",
            "Minimum of different classes of characters in password is %1. "
            "Classes of characters: Lower Case, Upper Case, Digits, Special Characters.",
            ["3"],
        ),
        (
            "JDoe@Example.com",
            "The password can't be the same as the email address. Create a new password and try again.",
            None,
        ),
    ]:
        with subtests.test(password=password):
            for email in ("jdoe@example.com", "bad"):
                if password.lower() == "jdoe@example.com" and email == "bad":
                    continue
                answer = client.create(password=password, email=email)
                assert answer.status_code == 400
                assert answer.json == {"message": message} | (
                    {"parameters": parameters} if parameters else {}
                )


@pytest.mark.parametrize("password", ["Passw0rd", "Aa1" * 85, "Pass word1", "pass-word1A"])
def test_passwords_that_are_taken(client: RestClient, password: str) -> None:
    """The limits themselves are fine, and the password then lets the customer in."""
    assert client.create(password=password).status_code == 200
    assert client.ask_token(password=password).status_code == 200


def test_a_customer_without_a_password_cannot_sign_in(client: RestClient) -> None:
    """The account exists, and no password fits."""
    created = client.post("us/V1/customers", {"customer": customer()})
    assert created.status_code == 200
    assert client.ask_token().status_code == 401


def test_addresses_of_no_mailbox(subtests: pytest.Subtests, client: RestClient) -> None:
    """What is no e-mail address is reported as such."""
    for email in ["invalid", "a b@example.com", "@example.com", "a@", "a..b@example.com", ".a@example.com"]:
        with subtests.test(email=email):
            assert refusal(client, email=email) == '"Email" is not a valid email address.'


def test_an_email_at_an_impossible_host(client: RestClient, magento: str) -> None:
    """The reasons follow one to a line, worded by release."""
    lines = refusal(client, email="a@nodomain").split("\n")
    assert lines[0] == '"Email" is not a valid hostname.'
    assert lines[1].startswith(
        {
            "2.4.1": "'nodomain' does not match the expected structure",
        }.get(magento, "The input does not match the expected structure")
    )
    assert lines[2] == "'nodomain' looks like a local network name, which is not an acceptable format."
    assert len(lines) == 3


def test_an_email_at_a_host_that_is_none(subtests: pytest.Subtests, client: RestClient) -> None:
    """The reason names the host; an address that is wrong before the @ as well says that last."""
    for host, reason in [
        ("shop.test", "looks like a DNS hostname but we cannot match the TLD against known TLDs."),
        ("shop.x", "looks like a DNS hostname but cannot extract TLD part."),
        ("-shop.com", "looks like a DNS hostname but contains a dash in an invalid position."),
        (
            "my_shop.COM",
            "looks like a DNS hostname but we cannot match it against the hostname schema for TLD 'com'.",
        ),
        ("127.0.0.1", "looks like an IP address, which is not an acceptable format."),
    ]:
        with subtests.test(host=host):
            lines = refusal(client, email=f"a b@{host}").split("\n")
            assert lines[:2] == ['"Email" is not a valid hostname.', f"'{host}' {reason}"]
            assert lines[-1] == '"Email" is not a valid email address.'


def test_letters_beyond_ascii_in_an_email(client: RestClient, magento: str) -> None:
    """The later release takes them before the @, all take them in a host."""
    assert client.create(email="info@müller.de").status_code == 200
    assert client.create(email="jürgen@example.com").status_code == (400 if magento == "2.4.1" else 200)


def test_an_email_that_is_too_long(client: RestClient) -> None:
    """Sixty-four characters before the @ are the most."""
    assert client.create(email=f"{'a' * 64}@example.com").status_code == 200
    assert refusal(client, email=f"{'a' * 65}@example.com") == '"Email" uses too many characters.'


@pytest.mark.parametrize("nothing", [ABSENT, None])
def test_an_email_that_is_missing(client: RestClient, magento: str, nothing: Any) -> None:
    """2.4.8 asks for it first of all, before password and store view; 2.4.1 after both; 2.4.7 breaks down."""
    missing, weak, strange = "The customer email is missing. Enter and try again.", "weak", 999
    if magento == "2.4.1":
        assert refusal(client, email=nothing) == missing
        assert refusal(client, weak, email=nothing).startswith("The password needs at least")
        assert client.create(email=nothing, website_id=strange).status_code == 404
    elif magento == "2.4.7":
        masked = client.create(email=nothing)
        assert (masked.status_code, masked.mimetype) == (500, "application/json")
        assert masked.json["message"].startswith("Internal Error. Details are available in Magento log file.")
    else:
        first = "The email address is required to create a customer account."
        assert refusal(client, email=nothing) == first
        assert refusal(client, weak, email=nothing, website_id=strange) == first


def test_an_email_that_is_empty(client: RestClient) -> None:
    """All releases look at it late, and in the same words."""
    assert refusal(client, email="") == "The customer email is missing. Enter and try again."
    assert refusal(client, "weak", email="").startswith("The password needs at least")


def test_an_email_in_another_case_is_taken_too(client: RestClient) -> None:
    """E-mail addresses are stored as sent and compared without case."""
    assert client.create(email="Mixed.Case@Example.com").json["email"] == "Mixed.Case@Example.com"
    assert refusal(client, email="mixed.case@example.com").startswith("A customer with the same email")
    assert client.ask_token("MIXED.case@example.com").status_code == 200


def test_all_attribute_problems_are_reported_at_once(client: RestClient) -> None:
    """Names and e-mail are checked together, one line each."""
    assert refusal(client, firstname="", lastname=ABSENT, email="bad") == (
        '"First Name" is a required value.\n"Last Name" is a required value.\n'
        '"Email" is not a valid email address.'
    )


@pytest.mark.parametrize(
    "name", ["Anne-Marie", "D'Artagnan", "O’Neil", "Dr. Erika", "Erika & Max", "Zoë", "हिन्दी"]
)
def test_names_that_every_release_takes(client: RestClient, name: str) -> None:
    """Letters of any script with the usual marks come back unchanged."""
    answer = client.create(firstname=name, lastname=name, addresses=[address(firstname=name)])
    assert answer.status_code == 200, answer.text
    assert answer.json["firstname"] == name


@pytest.mark.parametrize("name", ["<i>Jane</i>", "{{ Jane }}", "Jane #1", "Jane 😀", "$(date)"])
def test_names_that_later_releases_refuse(client: RestClient, magento: str, name: str) -> None:
    """Markup and symbols in a name were once stored as sent."""
    answer = client.create(firstname=name, middlename=name)
    if magento == "2.4.1":
        assert answer.json["firstname"] == name
    else:
        assert (answer.status_code, answer.json) == (
            400,
            {"message": "First Name is not valid!\nMiddle Name is not valid!"},
        )


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_characters_are_checked_beside_all_else(client: RestClient) -> None:
    """What is missing or malformed is reported first, then the names, then a birthday to come."""
    assert refusal(client, firstname="<i>", lastname="", email="bad", dob="2999-01-01").split("\n") == [
        '"Last Name" is a required value.',
        '"Email" is not a valid email address.',
        "First Name is not valid!",
        "The Date of Birth should not be greater than today.",
    ]


def test_a_name_of_blanks_is_a_name(client: RestClient) -> None:
    """Only an empty one is missing."""
    assert client.create(firstname=" ").json["firstname"] == " "


def test_a_script_as_a_value(client: RestClient, magento: str) -> None:
    """The later releases refuse it in any field, before every other rule; it was stored as sent."""
    script = "<script>alert(1)</script>"
    for changes, field in (
        ({"lastname": script}, "lastname"),
        ({"addresses": [address(company=script)]}, "company"),
    ):
        answer = client.create(email=f"{field}@example.com", **changes)
        if magento == "2.4.1":
            assert answer.status_code == 200
        else:
            assert answer.json == {
                "message": '"%field_name" does not contains valid value.',
                "parameters": {"field_name": field},
            }


def test_a_name_of_more_than_255_characters(client: RestClient, magento: str) -> None:
    """2.4.1 cuts it without a word, the later releases refuse it; 255 are fine."""
    assert client.create(firstname="J" * 255, email="long@example.com").status_code == 200
    answer = client.create(firstname="J" * 256)
    if magento == "2.4.1":
        assert answer.json["firstname"] == "J" * 255
    else:
        assert (answer.status_code, answer.json) == (400, {"message": "First Name is not valid!"})


@pytest.mark.parametrize(
    ("store_id", "website_id", "status", "expected"),
    [
        (2, 2, 200, (2, 2)),
        (ABSENT, 3, 200, (3, 3)),
        (3, ABSENT, 200, (3, 3)),
        (0, 2, 200, (2, 2)),
        (3, 2, 400, "The store view is not in the associated website."),
        (999, 2, 400, "The store view is not in the associated website."),
        (999, ABSENT, 404, "The store that was requested wasn't found. Verify the store and try again."),
        (ABSENT, 999, 404, f"The website with id 999 {NOT_FOUND}"),
        (2, 999, 404, f"The website with id 999 {NOT_FOUND}"),
    ],
)
def test_the_ids_decide_where_the_account_belongs(
    client: RestClient, store_id: Any, website_id: Any, status: int, expected: Any
) -> None:
    """The ids in the body count, not the scope; each can stand for the other."""
    answer = client.create(scope="default", store_id=store_id, website_id=website_id)
    assert answer.status_code == status
    if status == 200:
        assert (answer.json["store_id"], answer.json["website_id"]) == expected
    else:
        assert answer.json == {"message": expected}


@pytest.mark.parametrize("nothing", [ABSENT, 0, None])
def test_without_both_ids_the_shop_breaks_down(client: RestClient, nothing: Any) -> None:
    """A shop with store codes in its addresses answers an empty 500."""
    answer = client.create(store_id=nothing, website_id=nothing)
    assert (answer.status_code, answer.text) == (500, "")


def test_a_group_may_only_be_chosen_with_rights(client: RestClient, admin: RestClient, magento: str) -> None:
    """Guests could choose a group in the early releases."""
    assert admin.create(group_id=2, email="a@example.com").json["group_id"] == 2
    assert admin.create(group_id=0, email="b@example.com").json["group_id"] == 0
    assert refusal(admin, group_id=999999) == "The specified customer group id does not exist."
    answer = client.create(group_id=1)
    if magento == "2.4.1":
        assert answer.status_code == 200
    else:
        assert answer.status_code == 401
        assert answer.json["parameters"] == {"resources": "Magento_Customer::manage"}


def test_an_id_in_the_body(client: RestClient) -> None:
    """A known e-mail address makes it a customer who exists, an unknown one a customer who does not.

    It is looked for in the website of the scope, whatever the body says.
    """
    made = client.create().json["id"]
    assert refusal(client, id=made) == "This customer already exists in this store."
    assert client.create(scope="de", id=made).json["parameters"]["field2Value"] == "3"
    unknown = client.create(id=made, email="other@example.com")
    assert unknown.status_code == 404
    assert (
        unknown.json["message"] == "No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"
    )
    assert unknown.json["parameters"] == {
        "fieldName": "email",
        "fieldValue": "other@example.com",
        "field2Name": "websiteId",
        "field2Value": "2",
    }


def test_unknown_properties(client: RestClient, magento: str) -> None:
    """Nothing is created; only the later release names the property, at any depth."""
    for changes in ({"nickname2": "x"}, {"addresses": [address(nickname2="x")]}):
        answer = client.create(**changes)
        if magento == "2.4.1":
            assert answer.status_code == 500
            assert answer.json["message"].startswith(
                "Internal Error. Details are available in Magento log file."
            )
        else:
            assert answer.status_code == 400
            assert answer.json["parameters"] == {"fieldName": "Nickname2"}
    assert client.create().status_code == 200


def test_unknown_accounts_of_a_shop_are_alike_in_every_website(client: RestClient) -> None:
    """One e-mail address may have an account in each website, with its own token."""
    first = client.create().json["id"]
    second = client.create(scope="de", store_id=3, website_id=3).json["id"]
    assert first != second
    assert client.as_customer(scope="de").get("de/V1/customers/me").json["id"] == second
    assert client.as_customer().get("us/V1/customers/me").json["id"] == first


def test_newsletter_and_optional_fields(client: RestClient) -> None:
    """What is optional is echoed when sent, and left out when not."""
    answer = client.create(
        extension_attributes={"is_subscribed": True}, dob="1990-02-03", gender="2", taxvat="X"
    )
    assert answer.json["extension_attributes"] == {"is_subscribed": True}
    assert (answer.json["dob"], answer.json["gender"], answer.json["taxvat"]) == ("1990-02-03", 2, "X")
    assert answer.json.keys().isdisjoint({"prefix", "middlename", "suffix", "password", "password_hash"})
