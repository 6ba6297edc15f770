"""The storefront shows in Chromium what the running shops showed, and asks no other machine for anything."""

import json
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.sandbox.storefront.observation import (
    count_observations,
    differences,
    read_recording,
    recorded_attributes,
)
from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.walk import Walk

RUN = "4711"


def test_every_recorded_state_holds(
    browser: Browser, store: RunningStore, magento: str, say_at_the_end: Callable[[str], None]
) -> None:
    """Each of the 35 states: address, title, body classes, elements, redirects, cookies, customer section."""
    recording = json.loads(json.dumps(read_recording(magento)).replace("<run>", RUN))
    walk = Walk(browser, store, recorded_attributes(recording), RUN)
    broken, visited = [], set()
    for name, seen in walk.states():
        visited.add(name)
        found = differences(recording[name], seen)
        broken += [f"{name}: {one}" for one in found]
    observations = count_observations(recording)
    say_at_the_end(
        f"{observations - len(broken)} of {observations} observations in {len(visited)} recorded states hold"
    )
    assert not broken, "\n".join(broken)
    assert visited == recording.keys()
    assert len(recording) == 35, "the recording is not the one that was made"
    assert walk.hosts == {urlsplit(store.base_url).netloc}
