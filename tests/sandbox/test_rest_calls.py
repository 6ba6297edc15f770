"""Routes, scopes, methods, content types and formats: what holds for every REST call, whatever it asks for."""

import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.sandbox.rest_client import RestClient, address, customer

STORE_VIEWS = "all/V1/store/storeViews"
NOT_AUTHORIZED = "The consumer isn't authorized to access %resources."
NO_ROUTE = {"message": "Request does not match any route."}
NO_SCOPE = {"message": "Specified request cannot be processed."}


def test_every_spelling_of_an_address_answers(admin: RestClient, subtests: pytest.Subtests) -> None:
    """A final slash, the front script and any scope lead to the same list."""
    rows: tuple[str, ...] = (
        "/rest/all/V1/store/storeViews/",
        "/index.php/rest/all/V1/store/storeViews",
        "/rest/V1/store/storeViews",
        "/rest/de/V1/store/storeViews",
    )
    for path in rows:
        with subtests.test(path=path):
            answer = admin.get(path)
            assert answer.status_code == 200
            assert {view["code"] for view in answer.json} == {"admin", "default", "us", "de"}


@pytest.mark.parametrize(
    "path", ["xx/V1/store/storeViews", "US/V1/store/storeViews", "all//V1/store/storeViews"]
)
def test_an_unknown_scope_is_a_bad_request(admin: RestClient, path: str) -> None:
    """A code that no store view has, a wrong case and an empty scope are refused as a whole."""
    answer = admin.get(path)
    assert (answer.status_code, answer.json) == (400, NO_SCOPE)


def test_an_unknown_route_is_not_found(admin: RestClient, subtests: pytest.Subtests) -> None:
    """What no route fits is not found, with nothing but the message."""
    rows: tuple[str, ...] = (
        "all/V1//store/storeViews",
        "us/V1/no/such",
        "us/V2/customers",
        "us/V1",
    )
    for path in rows:
        with subtests.test(path=path):
            answer = admin.get(path)
            assert (answer.status_code, answer.json) == (404, NO_ROUTE)


def test_methods_that_rest_does_not_know(admin: RestClient, magento: str) -> None:
    """The releases refuse them with another status and another text; HEAD is among them."""
    status, texts = (
        405,
        {name: f"The {name} HTTP method is not supported." for name in ("OPTIONS", "PATCH")},
    )
    if magento == "2.4.1":
        status, texts = 400, dict.fromkeys(("OPTIONS", "PATCH"), "Request method is invalid.")
    for method, text in texts.items():
        answer = admin.call(method, STORE_VIEWS)
        assert (answer.status_code, answer.json) == (status, {"message": text})
    head = admin.call("HEAD", STORE_VIEWS)
    assert (head.status_code, head.text) == (status, "")


def test_how_the_token_must_be_sent(subtests: pytest.Subtests, client: RestClient, admin: RestClient) -> None:
    """The scheme may be in lower case; everything else that is odd makes a guest."""
    for authorization, status in [
        ("Bearer {token}", 200),
        ("bearer {token}", 200),
        ("Bearer  {token}", 401),
        ('Bearer "{token}"', 401),
        ("Bearer {token} more", 401),
        ("{token}", 401),
        ("Basic {token}", 401),
        ("Bearer ", 401),
        ("Bearer a.b.c", 401),
        ("Bearer ä", 401),
    ]:
        with subtests.test(authorization=authorization):
            answer = client.get(STORE_VIEWS, Authorization=authorization.format(token=admin.token))
            assert answer.status_code == status
            if status == 401:
                assert answer.json == {
                    "message": NOT_AUTHORIZED,
                    "parameters": {"resources": "Magento_Backend::store"},
                }


def test_a_bad_token_does_not_matter_where_none_is_needed(client: RestClient) -> None:
    """Open routes take the caller for a guest."""
    assert client.bearing("nonsense").create().status_code == 200


def test_which_answers_set_a_session_cookie(client: RestClient, admin: RestClient, magento: str) -> None:
    """A refused caller's, and those about a customer; 2.4.1 says SameSite only when it renews a cookie."""
    cookie = client.get(STORE_VIEWS).headers["Set-Cookie"]
    assert re.match(r"PHPSESSID=\w{26};", cookie)
    assert "HttpOnly" in cookie
    assert "Max-Age=3600" in cookie
    assert ("SameSite=Lax" in cookie) is (magento != "2.4.1")
    made = client.create()
    opened = [
        client.get(STORE_VIEWS),
        made,
        client.ask_token(),
        client.as_customer().get("us/V1/customers/me"),
    ]
    for answer in opened:
        assert "Set-Cookie" in answer.headers
        assert (answer.headers["Pragma"], answer.headers["Expires"][:16]) == ("no-cache", "Thu, 19 Nov 1981")
    for answer in (admin.get(STORE_VIEWS), admin.get("us/V1/no/such")):
        assert set(answer.headers.keys()).isdisjoint({"Set-Cookie", "Pragma", "Expires"})


def test_headers_that_say_how_an_answer_may_be_used(client: RestClient, admin: RestClient) -> None:
    """None may be stored; the one against frames stands on good answers alone."""
    for answer, frames in ((admin.get(STORE_VIEWS), "SAMEORIGIN"), (client.get(STORE_VIEWS), None)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers.get("X-Frame-Options") == frames
        assert set(answer.headers.keys()).isdisjoint({"X-Content-Type-Options", "Content-Security-Policy"})


def test_headers_of_every_answer(admin: RestClient) -> None:
    """Answers are never cached, and the front server is nginx."""
    for answer in (admin.get(STORE_VIEWS), admin.get("us/V1/no/such")):
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Server"] == "nginx"


def test_a_body_that_cannot_be_read(subtests: pytest.Subtests, client: RestClient) -> None:
    """The content type is checked first, then the body."""
    for content_type, message in [
        ("", "Content-Type header is empty."),
        ("text/plain", "Server cannot understand Content-Type HTTP header media type text/plain"),
        ("application/json; charset=latin1", "UTF-8 is the only supported charset."),
        ("application/json, text/plain", "Content-Type header is invalid."),
        ("application/json", "Decoding error."),
        ("application/xml", "Decoding error."),
    ]:
        with subtests.test(content_type=content_type):
            headers = {"Content-Type": content_type} if content_type else {}
            answer = client.call("POST", "us/V1/customers", headers=headers, data="{bad")
            assert (answer.status_code, answer.json) == (400, {"message": message})


@pytest.mark.parametrize("charset", ["", "; charset=utf-8", ";charset=UTF-8"])
def test_a_body_in_utf_8(client: RestClient, charset: str) -> None:
    """UTF-8 may be named in any way, and need not be."""
    body = json.dumps({"customer": customer(firstname="Zoë")}, ensure_ascii=False).encode()
    answer = client.call(
        "POST", "us/V1/customers", headers={"Content-Type": f"application/json{charset}"}, data=body
    )
    assert (answer.status_code, answer.json["firstname"]) == (200, "Zoë")


def test_half_a_surrogate_pair_is_no_json(client: RestClient) -> None:
    """Written as an escape it parses, and still stands for no character."""
    data = '{"username": "\\ud800", "password": "x"}'
    headers = {"Content-Type": "application/json"}
    answer = client.call("POST", "us/V1/integration/customer/token", headers=headers, data=data)
    assert (answer.status_code, answer.json) == (400, {"message": "Decoding error."})


def test_an_empty_body_lacks_the_parameters_only(client: RestClient) -> None:
    """Without a body no content type is asked for."""
    answer = client.call("POST", "us/V1/customers")
    assert answer.json == {
        "message": '"%fieldName" is required. Enter and try again.',
        "parameters": {"fieldName": "customer"},
    }


def test_the_query_wins_over_the_body(client: RestClient, admin: RestClient) -> None:
    """A parameter in the address replaces one of the body; what stands in the path replaces both."""
    made = client.create().json["id"]
    other = client.create(email="other@example.com").json["id"]
    for name in ("customerId", "customer_id"):
        assert admin.get(f"all/V1/customers/{made}?{name}={other}").json["id"] == made
    answer = client.post(
        "us/V1/integration/customer/token?password=Wrong1234",
        {"username": "jdoe@example.com", "password": "Password1"},
    )
    assert answer.status_code == 401


def test_the_format_follows_the_accept_header(subtests: pytest.Subtests, admin: RestClient) -> None:
    """JSON unless XML is wanted more; a browser gets XML."""
    for accept, mimetype in [
        ("*/*", "application/json"),
        ("", "application/json"),
        ("application/json", "application/json"),
        ("application/*", "application/json"),
        ("text/xml", "application/xml"),
        ("application/json;q=0.5, application/xml", "application/xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
    ]:
        with subtests.test(accept=accept):
            assert admin.get(STORE_VIEWS, Accept=accept).mimetype == mimetype


def test_a_format_that_the_shop_has_not(admin: RestClient) -> None:
    """The shop breaks down when only an image is accepted."""
    assert admin.get(STORE_VIEWS, Accept="image/png").status_code == 500


def test_xml_of_values_and_errors(client: RestClient, admin: RestClient) -> None:
    """Lists become items, errors keep their envelope, a plain value is the text of the root."""
    created = client.create()
    confirmed = admin.get(f"all/V1/customers/{created.json['id']}/confirm", Accept="application/xml")
    assert ElementTree.fromstring(confirmed.text).text == "account_confirmation_not_required"
    shown = ElementTree.fromstring(
        admin.get(f"all/V1/customers/{created.json['id']}", Accept="application/xml").text
    )
    assert shown.findtext("addresses/item/street/item") == "123 Oak Ave"
    assert shown.findtext("addresses/item/default_billing") == "true"
    refused = client.get(STORE_VIEWS, Accept="application/xml")
    assert refused.mimetype == "application/xml"
    assert ElementTree.fromstring(refused.text).findtext("parameters/resources") == "Magento_Backend::store"


def test_xml_in_the_body(client: RestClient) -> None:
    """A customer and a sign-in may be sent as XML; what the root is called does not matter."""
    created = client.call(
        "POST",
        "us/V1/customers",
        headers={"Content-Type": "application/xml"},
        data="""<request><customer><email>x@example.com</email><firstname>Jane</firstname>
        <lastname>Doe</lastname><store_id>2</store_id><website_id>2</website_id><addresses><item>
        <default_billing>true</default_billing><firstname>Jane</firstname><lastname>Doe</lastname>
        <street><item>1 Oak Ave</item><item>Flat 2</item></street><city>Purchase</city>
        <country_id>US</country_id><postcode>10755</postcode><telephone>512</telephone>
        <region><region_id>43</region_id></region></item></addresses></customer>
        <password>Password1</password></request>""",
    )
    assert created.status_code == 200, created.text
    assert created.json["addresses"][0]["street"] == ["1 Oak Ave", "Flat 2"]
    assert created.json["default_billing"] == str(created.json["addresses"][0]["id"])
    token = client.call(
        "POST",
        "us/V1/integration/customer/token",
        headers={"Content-Type": "text/xml"},
        data="<login><username>x@example.com</username><password>Password1</password></login>",
    )
    assert client.bearing(token.json).get("us/V1/customers/me").json["email"] == "x@example.com"


def test_a_part_of_a_list(admin: RestClient, subtests: pytest.Subtests) -> None:
    """The parameter `fields` picks keys, and leaves nothing when it makes no sense."""
    rows: tuple[tuple[str, list[object]], ...] = (
        ("code,id", [{"id": 2, "code": "us"}]),
        ("code", [{"code": "us"}]),
        ("nothing", [[]]),
        ("id[", []),
    )
    for fields, expected in rows:
        with subtests.test(fields=fields):
            answer = admin.get(f"all/V1/store/storeConfigs?storeCodes[]=us&fields={fields}")
            assert json.dumps(answer.json) == json.dumps(expected), (
                "in the order of the answer, not of the parameter"
            )


def test_a_part_of_nested_objects(client: RestClient, admin: RestClient) -> None:
    """Brackets reach into objects and lists of objects; an empty list comes out as null, as PHP has it."""
    nobody = admin.get("all/V1/customers/search?searchCriteria=&fields=items[email],total_count")
    assert nobody.json == {"items": None, "total_count": 0}
    client.create()
    answer = admin.get(
        "all/V1/customers/search?searchCriteria=&fields=items[email,addresses[city]],total_count"
    )
    assert answer.json == {
        "items": [{"email": "jdoe@example.com", "addresses": [{"city": "Purchase"}]}],
        "total_count": 1,
    }


def test_values_of_a_wrong_type(client: RestClient, subtests: pytest.Subtests) -> None:
    """The message is rendered, names every level, and has no parameters."""
    rows: tuple[tuple[dict[str, Any], str], ...] = (
        (
            {"website_id": [2]},
            'Error occurred during "website_id" processing. The "array" value\'s type is invalid. The "int" type',
        ),
        (
            {"firstname": {"a": 1}},
            'Error occurred during "firstname" processing. The "array" value\'s type is invalid. The "string" type',
        ),
        (
            {"storeId": True},
            'Error occurred during "storeId" processing. The "1" value\'s type is invalid. The "int" type',
        ),
        (
            {"addresses": [address(street="1 Oak Ave")]},
            'Error occurred during "addresses" processing. Error occurred during "street" processing. '
            'The "string" value\'s type is invalid. The "string[]" type',
        ),
    )
    for changes, message in rows:
        with subtests.test(changes=changes):
            answer = client.create(**changes)
            assert answer.status_code == 400
            assert answer.json == {"message": f"{message} was expected. Verify and try again."}


def test_values_of_a_fitting_type(client: RestClient) -> None:
    """Numbers may be sent as text, and text as numbers."""
    answer = client.create(store_id="2", website_id="2", firstname=5, addresses=[address(postcode=10755)])
    assert answer.status_code == 200
    assert (answer.json["firstname"], answer.json["addresses"][0]["postcode"]) == ("5", "10755")


def test_an_id_that_is_no_number(admin: RestClient) -> None:
    """A path parameter has a type as well."""
    answer = admin.get("all/V1/customers/abc")
    assert (answer.status_code, answer.json["message"]) == (
        400,
        'The "abc" value\'s type is invalid. The "int" type was expected. Verify and try again.',
    )


def test_german_texts(client: RestClient, magento: str) -> None:
    """On the German store view the later release has a language pack; texts of other scopes stay English."""
    refused = client.get("de/V1/customers/me").json
    signed_in = client.ask_token(scope="de").json
    german = magento == "2.4.8"
    assert refused["parameters"] == {"resources": "self"}
    assert refused["message"].startswith("Der Verbraucher ist nicht berechtigt") is german
    assert signed_in["message"].startswith("Die Anmeldung des Kontos war falsch") is german
    assert client.get("us/V1/customers/me").json["message"] == NOT_AUTHORIZED


def test_the_shop_does_not_tell_its_patch_level(client: RestClient) -> None:
    """The version page is the same in every store view and release."""
    for path in ("/magento_version", "/us/magento_version"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (200, "Magento/2.4 (Community)")
        assert client.call("HEAD", path).status_code == 200


def test_countries_and_regions(client: RestClient, magento: str) -> None:
    """A guest may ask for countries; the German store view of the later release names them in German."""
    countries = client.get("us/V1/directory/countries").json
    assert len(countries) == 249
    germany = client.get("de/V1/directory/countries/DE").json
    assert germany["full_name_english"] == "Germany"
    assert germany["full_name_locale"] == ("Deutschland" if magento == "2.4.8" else "Germany")
    new_york = next(
        region
        for region in client.get("us/V1/directory/countries/US").json["available_regions"]
        if region["code"] == "NY"
    )
    assert new_york == {"id": "43", "code": "NY", "name": "New York"}
    unknown = client.get("us/V1/directory/countries/XX")
    assert (unknown.status_code, unknown.json) == (404, {"message": "The country isn't available."})
