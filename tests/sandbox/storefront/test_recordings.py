"""The storefront shows in Chromium what the running shops showed, and asks no other machine for anything."""

import json
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.sandbox.storefront.observation import differences, read_recording, recorded_attributes
from tests.sandbox.storefront.running_store import RunningStore
from tests.sandbox.storefront.walk import Walk

RUN = "4711"


def test_every_recorded_state_holds(browser: Browser, store: RunningStore, magento: str) -> None:
    """Each of the 35 states: address, title, body classes, elements, redirects, cookies, customer section."""
    recording = json.loads(json.dumps(read_recording(magento)).replace("<run>", RUN))
    walk = Walk(browser, store, recorded_attributes(recording), RUN)
    broken, visited = [], set()
    for name, seen in walk.states():
        visited.add(name)
        found = differences(recording[name], seen)
        broken += [f"{name}: {one}" for one in found]
    broken_states = {one.split(":")[0] for one in broken}
    print(f"\nMagento {magento}: {len(visited - broken_states)} of {len(recording)} recorded states hold")  # noqa: T201 - the count is asked for
    assert not broken, "\n".join(broken)
    assert visited == recording.keys()
    assert len(recording) == 35, "the recording is not the one that was made"
    assert walk.hosts == {urlsplit(store.base_url).netloc}
