"""The German store view's sign-in page shows what a running 2.4.8-p1 with Hyvä in German showed."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.storefront.observation import (
    differences,
    observe,
    read_recording,
    recorded_attributes,
)
from tests.sandbox.storefront.running_store import RunningStore, oak_avenue
from tests.sandbox.storefront.visitor import SEND, Visitor

GERMAN = "de"
SIGN_IN_PAGE = "customer/account/login"
RUN = "4711"
EMAIL = f"both.{RUN}@example.com"
WRONG_PASSWORD = "Wrong-Password1"

State = tuple[str, dict[str, Any]]


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_every_recorded_state_of_the_german_sign_in_page_holds(visitor: Visitor, store: RunningStore) -> None:
    """Seven states: what a guest sees there, and the English page after the German customer's try."""
    recording = json.loads(json.dumps(read_recording("2.4.8-hyva-de")).replace("<run>", RUN))
    store.add_customer(EMAIL, oak_avenue(), store_code=GERMAN)
    broken, looked_at = [], 0
    for name, seen in _states(visitor, recorded_attributes(recording)):
        looked_at += 1
        broken += [f"{name}: {one}" for one in differences(recording[name], seen)]
    assert not broken, "\n".join(broken)
    assert looked_at == 7


def _states(visitor: Visitor, attributes: dict[str, list[str]]) -> Iterator[State]:
    """Go from state to state in the order in which they were recorded."""

    def look() -> dict[str, Any]:
        visitor.settle()
        return observe(visitor.page, attributes, visitor.store.base_url)

    visitor.open_settled(SIGN_IN_PAGE, GERMAN)
    yield "login page", look()
    visitor.page.click(SEND)
    yield "login, empty fields", look()
    visitor.enter("not-an-email", "x")
    visitor.page.click(SEND)
    yield "login, malformed e-mail", look()
    for state, email in (
        ("login, wrong password", EMAIL),
        ("login, unknown e-mail", f"nobody.{RUN}@example.com"),
    ):
        visitor.enter(email, WRONG_PASSWORD)
        visitor.send()
        yield state, look()
    visitor.open("customer/address", GERMAN)
    yield "address book as a guest", look()
    visitor.sign_in(EMAIL)
    yield "sign-in on another website", look()
