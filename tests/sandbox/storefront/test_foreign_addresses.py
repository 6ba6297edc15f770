"""Another customer's address: its form opens empty, and nothing that is sent to it changes it."""

import json
from urllib.parse import unquote

import pytest
import requests

from sandbox.records import Customer
from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.signing_in import post, session_key


@pytest.fixture
def other(store: RunningStore) -> Customer:
    """Have another customer with an address."""
    return store.add_customer("other@example.com", oak_avenue(company="Other Company"))


@pytest.fixture
def jane(http: requests.Session, store: RunningStore) -> requests.Session:
    """Give the browser of a customer who is signed in and has an address of her own."""
    store.add_customer("jane@example.com", oak_avenue())
    post(http, store, session_key(http, store))
    return http


def form_key(jane: requests.Session, store: RunningStore) -> str:
    """Read the key that the shop expects."""
    return session_key(jane, store, "customer/address")


def messages(jane: requests.Session) -> list[str]:
    """Read the messages that wait for the browser."""
    return [one["text"] for one in json.loads(unquote(jane.cookies.get("mage-messages") or "[]"))]


@pytest.mark.parametrize("path", ["edit/id/{id}", "edit/id/999999", "edit/id/0", "edit/id/abc", "edit"])
def test_the_form(jane: requests.Session, store: RunningStore, other: Customer, path: str) -> None:
    """It is that for a new address, with her own name and nothing else."""
    url = store.url("customer/address/" + path.format(id=other.addresses[0].id))
    answer = jane.get(url, timeout=5, allow_redirects=False)
    assert answer.status_code == 200
    assert "<title>Add New Address</title>" in answer.text
    assert 'name="firstname" value="Jane"' in answer.text
    for foreign in ("Other Company", "123 Oak Ave", "10755"):
        assert foreign not in answer.text
    assert messages(jane) == []


def test_saving(jane: requests.Session, store: RunningStore, other: Customer) -> None:
    """It is refused, wherever the id is named."""
    address_id = other.addresses[0].id
    form = {"form_key": form_key(jane, store), "firstname": "J", "lastname": "D", "street[]": "1 Elm St"}
    form |= {"city": "Utica", "country_id": "US", "postcode": "13501", "telephone": "1"}
    for path, more in ((f"formPost/id/{address_id}", {}), ("formPost", {"id": str(address_id)})):
        jane.cookies.pop("mage-messages", None)
        url = store.url(f"customer/address/{path}")
        answer = jane.post(url, data=form | more, timeout=5, allow_redirects=False)
        assert answer.headers["Location"] == store.url("customer/address/index")
        assert messages(jane) == ["We can&#039;t save the address."]
    assert store.shop.customers.get(other.id).addresses == other.addresses


def test_deleting(jane: requests.Session, store: RunningStore, other: Customer) -> None:
    """Without a key nothing is said, with it that it cannot be done."""
    url = store.url(f"customer/address/delete/id/{other.addresses[0].id}")
    key = form_key(jane, store)
    for place, said in (("", []), (f"form_key/{key}/", ["We can&#039;t delete the address right now."])):
        answer = jane.get(url + place, timeout=5, allow_redirects=False)
        assert answer.headers["Location"] == store.url("customer/address/index")
        assert messages(jane) == said
    assert store.shop.customers.get(other.id).addresses == other.addresses
