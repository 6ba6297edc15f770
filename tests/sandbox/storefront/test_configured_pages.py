"""What the pages show of the settings: fields, rules for passwords, templates, cookies, where to land."""

import html
import json
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import unquote

import pytest
import requests

from sandbox.records import AddressDraft, CustomerDraft, RegionDraft
from tests.sandbox.storefront.running_store import PASSWORD, RunningStore, oak_avenue, serve
from tests.sandbox.storefront.signing_in import post, session_key

Setting = Callable[[dict[str, str]], RunningStore]
SHOW = "customer/address/{}_show"
HTML = "customer/address_templates/html"
LENGTH = "customer/password/minimum_password_length"
CLASSES = "customer/password/required_character_classes_number"
EVERYTHING: dict[str, Any] = {"prefix": "Dr", "middlename": "Q", "suffix": "Jr", "fax": "5125552222"}


@pytest.fixture
def serve_set(magento: str) -> Iterator[Setting]:
    """Give the way to serve a store with settings; it has a customer."""
    with ExitStack() as stores:

        def start(settings: dict[str, str]) -> RunningStore:
            return stores.enter_context(serve(magento, settings=settings))

        yield start


def page(http: requests.Session, store: RunningStore, path: str) -> str:
    """Read a page of the us store view."""
    answer = http.get(store.url(path), timeout=5)
    assert answer.status_code == 200
    return answer.text


def signed_in(http: requests.Session, store: RunningStore, *addresses: AddressDraft) -> requests.Session:
    """Sign a new customer in."""
    store.add_customer("jane@example.com", *addresses)
    post(http, store, session_key(http, store))
    return http


def box(http: requests.Session, store: RunningStore) -> str:
    """Read the address in the box for billing."""
    found = re.search(r"<address>(.*?)</address>", page(http, store, "customer/address"), re.DOTALL)
    assert found
    return found[1]


def names(text: str) -> set[str]:
    """List the names of a page's fields."""
    return set(re.findall(r'<(?:input|select)[^>]* name="([^"]+)"', text))


def test_rules_for_passwords(http: requests.Session, serve_set: Setting) -> None:
    """The registration page carries them, whatever a website says for itself."""
    for settings, (length, classes) in (
        ({}, ("8", "3")),
        ({LENGTH: "12", CLASSES: "4", f"{LENGTH}@us_website": "6"}, ("12", "4")),
    ):
        text = page(http, serve_set(settings), "customer/account/create")
        field = re.search(r'<input[^>]* id="password"[^>]*>', text)
        assert field
        assert f'data-password-min-length="{length}"' in field[0]
        assert f'data-password-min-character-sets="{classes}"' in field[0]
        assert "validate-customer-password" in field[0]
        assert 'name="password"' in field[0]


@pytest.mark.parametrize("name", ["prefix", "suffix", "dob", "taxvat", "gender"])
def test_fields_of_the_registration(http: requests.Session, serve_set: Setting, name: str) -> None:
    """They are there when they are shown, and marked when they are required."""
    for shown in ("", "opt", "req"):
        text = page(http, serve_set({SHOW.format(name): shown}), "customer/account/create")
        field = re.search(rf'<(?:input|select)[^>]* name="{name}"[^>]*>', text)
        assert bool(field) == bool(shown)
        assert ("required:true" in field[0] if field else False) == (shown == "req")
        assert names(text).isdisjoint({"telephone", "company", "fax", "street[]"})


def test_a_list_of_prefixes(http: requests.Session, serve_set: Setting) -> None:
    """It takes the text field's place; an optional one may be left empty."""
    for shown, options in (("opt", [" ", "Mr", "Ms", "Dr"]), ("req", ["Mr", "Ms", "Dr"])):
        settings = {SHOW.format("prefix"): shown, "customer/address/prefix_options": "Mr;Ms; Dr"}
        text = page(http, serve_set(settings), "customer/account/create")
        found = re.search(r'<select id="prefix".*?</select>', text, re.DOTALL)
        assert found
        assert re.findall(r"<option[^>]*>(.*?)</option>", found[0]) == options


def test_registering(http: requests.Session, serve_set: Setting) -> None:
    """It makes an account and signs in; what is refused leads back."""
    store = serve_set({LENGTH: "10"})
    form = {"firstname": "Jane", "lastname": "Doe", "email": "new@example.com", "is_subscribed": "1"}
    for password, path in (("Password1", "customer/account/create"), ("Password-10", "customer/account")):
        key = session_key(http, store, "customer/account/create")
        sent = form | {"password": password, "password_confirmation": password, "form_key": key}
        url = store.url("customer/account/createpost")
        answer = http.post(url, data=sent, timeout=5, allow_redirects=False)
        assert answer.headers["Location"] == store.url(path)
    made = store.shop.customers.find_by_email("new@example.com", 2)
    assert made
    assert (made.is_subscribed, made.store_id) == (True, 2)
    assert "Thank you for registering with US Store." in unquote(http.cookies["mage-messages"])


def test_fields_of_the_address_form(http: requests.Session, serve_set: Setting, magento: str) -> None:
    """What is hidden is not asked for; the number of street lines follows the setting."""
    settings = {SHOW.format("telephone"): "", SHOW.format("company"): "", SHOW.format("fax"): "opt"}
    settings |= {"customer/address/street_lines": "3", "customer/create_account/vat_frontend_visibility": "1"}
    store = serve_set(settings)
    text = page(signed_in(http, store), store, "customer/address/new")
    assert names(text).isdisjoint({"telephone", "company", "prefix"})
    assert names(text) >= {"fax", "vat_id", "firstname", "lastname", "city", "postcode", "country_id"}
    street = ["street[]"] * 3 if magento == "2.4.1" else ["street[0]", "street[1]", "street[2]"]
    assert re.findall(r'<input[^>]* name="(street.*?)"', text) == street


@pytest.mark.parametrize(("lines", "inputs"), [("0", 2), ("1", 1), ("21", 20)])
def test_lines_of_the_address_form(
    http: requests.Session, serve_set: Setting, lines: str, inputs: int
) -> None:
    """None leaves two, and there are never more than twenty."""
    store = serve_set({"customer/address/street_lines": lines})
    assert (
        len(re.findall(r'name="street', page(signed_in(http, store), store, "customer/address/new")))
        == inputs
    )


def test_countries_and_regions_of_the_address_form(
    http: requests.Session, serve_set: Setting, magento: str
) -> None:
    """It offers the countries sold to; its scripts get the list of those that ask for a region or a postcode."""
    settings = {"general/country/allow@us_website": "DE,FR", "general/country/default": "FR"}
    settings |= {"general/region/display_all": "0", "general/region/state_required": "US,GB"}
    store = serve_set(settings)
    text = page(signed_in(http, store), store, "customer/address/new")
    assert re.findall(r'<option value="(..)"', text) == ["DE", "FR"]
    assert '<option value="FR" selected>' in text
    blocks = re.findall(r'<script type="text/x-magento-init">(.*?)</script>', text, re.DOTALL)
    rules = json.loads(html.unescape(blocks[-1]))["#country"]
    updater = rules["regionUpdater" if magento == "2.4.1" else "directoryRegionUpdater"]
    assert updater["optionalRegionAllowed"] is False
    assert updater["regionJson"]["config"]["regions_required"] == ["US", "GB"]
    assert updater["countriesWithOptionalZip"] == ["HK", "IE", "MO", "PA", "GB"]


def test_a_country_that_is_not_sold_to(http: requests.Session, serve_set: Setting) -> None:
    """Who sends one all the same is led back to the form, with a message."""
    store = serve_set({})
    key = session_key(signed_in(http, store), store, "customer/address/new")
    form = {
        "firstname": "J",
        "lastname": "D",
        "street[]": "1",
        "street[0]": "1",
        "city": "B",
        "postcode": "1",
    }
    form |= {"telephone": "1", "country_id": "XX", "form_key": key}
    url = store.url("customer/address/formPost")
    answer = http.post(url, data=form, timeout=5, allow_redirects=False)
    assert answer.headers["Location"] == store.url("customer/address/edit")
    message = unquote(http.cookies["mage-messages"])
    assert "Invalid value of &quot;XX&quot; provided for the countryId field." in message


def add_doctor(store: RunningStore, **changes: Any) -> None:
    """Make a customer with everything that an address may hold."""
    berlin = AddressDraft(
        firstname="Jane", lastname="Doe", company="Acme & Söhne", street=["Hauptstr. 1", "2. Stock"],
        city="Berlin", region=RegionDraft(region_id=82), postcode="10115", country_id="DE",
        telephone="512-555-1111", vat_id="DE123456789", default_billing=True, default_shipping=True,
        **{**EVERYTHING, **changes},
    )  # fmt: skip
    names = {name: EVERYTHING[name] for name in ("prefix", "middlename", "suffix")}
    draft = CustomerDraft(
        email="jane@example.com",
        firstname="Jane",
        lastname="Doe",
        store_id=2,
        website_id=2,
        addresses=[berlin],
        **names,
    )
    store.shop.customers.create(draft, PASSWORD)


STOCK_BOX = (
    "Jane Doe<br />\nAcme &amp; Söhne<br />\nHauptstr. 1<br />\n2. Stock<br />\n\n\nBerlin,  Berlin, 10115<br />\n"
    'Germany<br />\nT: <a href="tel:512-555-1111">512-555-1111</a>\n\n<br />VAT: DE123456789'
)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, STOCK_BOX),
        (
            {SHOW.format("company"): "", SHOW.format("telephone"): "", SHOW.format("fax"): "opt"},
            "Jane Doe<br />\n\nHauptstr. 1<br />\n2. Stock<br />\n\n\nBerlin,  Berlin, 10115<br />\nGermany<br />\n\n"
            "<br />F: 5125552222\n<br />VAT: DE123456789",
        ),
        (
            {SHOW.format("prefix"): "opt", SHOW.format("suffix"): "opt", SHOW.format("middlename"): "1"},
            STOCK_BOX.replace("Jane Doe", "Dr Jane Q Doe Jr"),
        ),
        ({f"{HTML}@us": "{{var postcode}} {{var city}}<br />{{var country}}"}, "10115 Berlin<br />Germany"),
        ({f"{HTML}@us_website": "{{var lastname}}, {{var firstname}}"}, "Doe, Jane"),
        ({f"{HTML}@de": "{{var lastname}}"}, STOCK_BOX),
        ({HTML: "{{var city}} {{var region_code}} {{var country_id}} {{var postcode}}"}, "Berlin   10115"),
        ({HTML: "{{var country|upper}}{{var country|raw}}|{{var nosuch}}{{var name}}{{var email}}"}, "|"),
        ({HTML: "{{if company}}C:{{var company}}{{else}}none{{/if}}"}, "C:Acme &amp; Söhne"),
        (
            {HTML: "{{if fax}}F{{else}}none{{/if}}{{depend street2}}, {{var street2}}{{/depend}}"},
            "none, 2. Stock",
        ),
        ({HTML: "{{var street}}"}, "Hauptstr. 1&lt;br /&gt;2. Stock"),
        (
            {HTML: '{{trans "Country"}} {{config path=x}} <b>{{var city}}</b>'},
            '{{trans "Country"}} {{config path=x}} <b>Berlin</b>',
        ),
        ({HTML: ""}, ""),
    ],
)
@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_the_address_template(
    http: requests.Session, serve_set: Setting, settings: dict[str, str], expected: str
) -> None:
    """The store view's own writes the boxes of both pages; what the settings hide has no value in it."""
    store = serve_set(settings)
    add_doctor(store)
    post(http, store, session_key(http, store))
    assert box(http, store) == expected
    assert f"<address>{expected}</address>" in page(http, store, "customer/account")


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_the_name_follows_the_fields(http: requests.Session, serve_set: Setting) -> None:
    """In the contact box and in the section that greets."""
    for settings, name in (({}, "Jane Doe"), ({SHOW.format("prefix"): "opt"}, "Dr Jane Doe")):
        store = serve_set(settings)
        add_doctor(store)
        http.cookies.clear()
        post(http, store, session_key(http, store))
        assert f"<p>{name}<br>jane@example.com" in page(http, store, "customer/account")
        section = http.get(store.url("customer/section/load") + "?sections=customer", timeout=5).json()
        assert section["customer"]["fullname"] == name


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_landing_on_the_dashboard(http: requests.Session, serve_set: Setting) -> None:
    """The header's link says no more where to go back to; a page that was asked for still wins."""
    store = serve_set({"customer/startup/redirect_dashboard": "1"})
    store.add_customer("jane@example.com", oak_avenue())
    home = page(http, store, "")
    assert store.url("customer/account/login") + '"' in home
    assert "/referer/" not in home
    asked = http.get(store.url("customer/address"), timeout=5, allow_redirects=False)
    assert asked.headers["Location"] == store.url("customer/account/login")
    landed = post(http, store, session_key(http, store))
    assert landed.headers["Location"] == store.url("customer/address/index")


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_remember_me(http: requests.Session, serve_set: Setting) -> None:
    """A box on both pages, ticked, where the cart is persistent."""
    box = r'<div id="remember-me-box"[^>]*><input type="checkbox" name="persistent_remember_me"[^>]* checked'
    for settings, count in (({}, 0), ({"persistent/options/enabled": "1"}, 1)):
        store = serve_set(settings)
        for path in ("customer/account/login", "customer/account/create"):
            assert len(re.findall(box, page(http, store, path))) == count


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_settings_of_cookies(http: requests.Session, serve_set: Setting) -> None:
    """Their lifetime ends the session too."""
    store = serve_set({"web/cookie/cookie_lifetime@us_website": "60", "web/cookie/cookie_httponly": "0"})
    answer = signed_in(http, store).get(store.url("customer/account"), timeout=5)
    assert "Max-Age=60" in answer.headers["Set-Cookie"]
    assert "HttpOnly" not in answer.headers["Set-Cookie"]
    store.shop.clock.advance(61)
    assert "/customer/account/login/" in http.get(store.url("customer/account"), timeout=5).url
