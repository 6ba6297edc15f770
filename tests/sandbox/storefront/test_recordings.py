"""The storefront shows in Chromium what the running shops showed, and asks no other machine for anything."""

import json
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.sandbox.storefront.observation import (
    count_observations,
    differences,
    read_recording,
    recorded_attributes,
)
from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.walk import HYVA, LUMA, Storefront, Walk

RUN = "4711"


Say = Callable[[str], None]


def test_every_recorded_state_holds(
    browser: Browser, store: RunningStore, magento: str, say_at_the_end: Say
) -> None:
    """Each of the 35 states: address, title, body classes, elements, redirects, cookies, customer section."""
    _holds(browser, store, magento, LUMA, say_at_the_end)


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_every_recorded_state_of_hyva_in_german_holds(
    browser: Browser, store: RunningStore, say_at_the_end: Say
) -> None:
    """The same states; the home page came out of the page cache there, with the links of a guest."""
    store.shop.controls.defects = {"cached-home-page"}
    _holds(browser, store, "2.4.8-hyva-de", HYVA, say_at_the_end)


def _holds(
    browser: Browser, store: RunningStore, name: str, storefront: Storefront, say_at_the_end: Say
) -> None:
    recording = json.loads(json.dumps(read_recording(name)).replace("<run>", RUN))
    walk = Walk(browser, store, recorded_attributes(recording), RUN, storefront)
    broken, visited = [], set()
    for state, seen in walk.states():
        visited.add(state)
        broken += [f"{state}: {one}" for one in differences(recording[state], seen)]
    observations = count_observations(recording)
    say_at_the_end(
        f"{observations - len(broken)} of {observations} observations in {len(visited)} recorded states hold"
    )
    assert not broken, "\n".join(broken)
    assert visited == recording.keys()
    assert len(recording) == 35, "the recording is not the one that was made"
    assert walk.hosts == {urlsplit(store.base_url).netloc}
