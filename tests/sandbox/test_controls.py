"""What a real shop lacks: the test controls for tests, and the defects that they switch on."""

import time

import pytest

from sandbox.application import create_app
from sandbox.configuration import Configuration
from sandbox.defects import DEFECTS
from tests.sandbox.rest_client import RestClient

CONTROLS = "/sandbox/testing/controls"
STORE_VIEWS = "all/V1/store/storeViews"


def test_a_shop_has_no_handles_unless_asked_for(magento: str) -> None:
    """Without the option nothing answers at their addresses."""
    plain = RestClient(create_app(Configuration(magento=magento)))
    for path in ("reset", "clock"):
        assert plain.call("POST", f"/sandbox/testing/{path}", json={"advance": 1}).status_code == 404
    assert plain.get(CONTROLS).status_code == 404


def test_reset_empties_the_shop(client: RestClient, admin: RestClient) -> None:
    """Customers, tokens, throttles, moved time and changed controls are gone, and it works as before."""
    client.create()
    jane = client.as_customer()
    client.put(CONTROLS, {"defects": ["wrong-website-id"]})
    client.call("POST", "/sandbox/testing/clock", json={"advance": 60})
    assert client.call("POST", "/sandbox/testing/reset").json["defects"] == []
    assert jane.get("us/V1/customers/me").status_code == 401
    assert client.create().json["id"] == 1
    assert admin.bearing(client.as_admin().token).get(STORE_VIEWS).status_code == 200


def test_the_clock_moves_over_http(jane: RestClient, client: RestClient) -> None:
    """An hour later the token is over."""
    client.call("POST", "/sandbox/testing/clock", json={"advance": 3601})
    assert jane.get("us/V1/customers/me").status_code == 401


def test_rest_becomes_slow(client: RestClient) -> None:
    """Every call then takes a time out of the range; other controls stay as they are."""
    assert client.put(CONTROLS, {"rest_latency": [60, 80]}).json["rest_latency"] == [60, 80]
    begun = time.perf_counter()
    client.get("us/V1/directory/countries/US")
    assert time.perf_counter() - begun >= 0.06
    assert client.get(CONTROLS).json["page_latency"] == [0, 0]


def test_an_unknown_handle_or_defect_is_refused(client: RestClient) -> None:
    """A misspelt name must not pass for a defect that nothing notices."""
    assert client.put(CONTROLS, {"defects": ["no-such-defect"]}).json == {"unknown": ["no-such-defect"]}
    assert client.put(CONTROLS, {"rest_latncy": [1, 2]}).status_code == 400
    assert client.get(CONTROLS).json["defects"] == []


def test_the_shop_tells_its_defects(client: RestClient) -> None:
    """Each by its name, with what is wrong."""
    assert client.get("/sandbox/testing/defects").json == DEFECTS


def test_the_shop_tells_what_it_was_asked(client: RestClient) -> None:
    """REST and pages, in their order, and forgets it when it is emptied; what tests ask is none of it."""
    client.call("POST", "/sandbox/testing/reset")
    client.get(STORE_VIEWS)
    client.get("/us/customer/account/login/")
    asked = client.get("/sandbox/testing/requests").json
    assert [one["path"] for one in asked] == [f"/rest/{STORE_VIEWS}", "/us/customer/account/login/"]
    assert asked[0]["at"] <= asked[1]["at"] <= time.time()


def test_every_defect_says_what_is_wrong(subtests: pytest.Subtests) -> None:
    """One sentence each, for whoever lists them."""
    for name in DEFECTS:
        with subtests.test(name=name):
            assert DEFECTS[name].endswith(".")


def test_wrong_website_id(client: RestClient, admin: RestClient) -> None:
    """The us store view is said to be in another website, in which the shop then refuses its customers."""
    client.put(CONTROLS, {"defects": ["wrong-website-id"]})
    us = next(view for view in admin.get(STORE_VIEWS).json if view["code"] == "us")
    assert us["website_id"] == 3
    refused = client.create(store_id=us["id"], website_id=us["website_id"])
    assert refused.json == {"message": "The store view is not in the associated website."}


def test_no_default_flags(client: RestClient) -> None:
    """The address is kept, but is nobody's default."""
    client.put(CONTROLS, {"defects": ["no-default-flags"]})
    made = client.create().json
    assert len(made["addresses"]) == 1
    assert made.keys().isdisjoint({"default_billing", "default_shipping"})
    assert client.as_customer().get("us/V1/customers/me/billingAddress").json == []


def test_foreign_customer_token(client: RestClient) -> None:
    """The token is good, and another's; with nobody else in the website as well as with somebody."""
    made = client.create().json["id"]
    client.put(CONTROLS, {"defects": ["foreign-customer-token"]})
    assert client.as_customer().get("us/V1/customers/me").json["id"] != made
    client.put(CONTROLS, {"defects": []})
    assert client.as_customer().get("us/V1/customers/me").json["id"] == made


def test_defects_may_be_there_from_the_start(magento: str) -> None:
    """As when the store is started with the option."""
    app = create_app(Configuration(magento=magento, defects=frozenset({"no-default-flags"})))
    assert "default_billing" not in RestClient(app).create().json
