"""Looks at a page the way the recorded shops were looked at, so that the two can be compared."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

RECORDINGS = Path(__file__).parents[1] / "recordings"
Recording = dict[str, dict[str, Any]]

LOOK = """(selectors) => Object.fromEntries(Object.entries(selectors).map(([selector, attributes]) => [
    selector,
    [...document.querySelectorAll(selector)].map((element) => {
        const box = element.getBoundingClientRect();
        const visible = getComputedStyle(element).visibility === "visible" && box.width > 0 && box.height > 0;
        const seen = {visible, text: visible ? element.innerText.replace(/\\s+/g, " ").trim() : ""};
        for (const name of attributes) {
            seen[name] = name === "@value" ? element.value : element.getAttribute(name.slice(1));
        }
        return seen;
    }),
]))"""


def read_recording(magento: str) -> Recording:
    """Read what the running shop of one release showed."""
    recording: Recording = json.loads((RECORDINGS / f"storefront-{magento}.json").read_text(encoding="utf-8"))
    return recording


def recorded_attributes(recording: Recording) -> dict[str, list[str]]:
    """Tell for each selector which attributes were written down of its elements."""
    attributes: dict[str, set[str]] = {}
    for state in recording.values():
        for selector, elements in state.get("elements", {}).items():
            names = attributes.setdefault(selector, set())
            names.update(name for element in elements for name in element if name.startswith("@"))
    return {selector: sorted(names) for selector, names in attributes.items()}


def observe(page: Page, attributes: dict[str, list[str]], base_url: str) -> dict[str, Any]:
    """Write down address, title, body classes and elements of the page that the browser shows."""
    return {
        "url": anonymous(page.url.removeprefix(base_url)),
        "title": page.title(),
        "body": sorted(page.evaluate("[...document.body.classList]")),
        "elements": page.evaluate(LOOK, attributes),
    }


def anonymous(text: str) -> str:
    """Hide the page that an address leads back to."""
    return re.sub(r"/referer/[^/]+/", "/referer/<page>/", text)


def count_observations(recording: Recording) -> int:
    """Count what was written down: each selector's elements of a state are one observation, so is every other part."""
    return sum(len({*state, *state.get("elements", {})} - {"elements"}) for state in recording.values())


def differences(recorded: dict[str, Any], seen: dict[str, Any]) -> list[str]:
    """List what a state shows otherwise than recorded."""
    found = [
        f"{part}: recorded {recorded[part]!r}, seen {seen.get(part)!r}"
        for part in recorded
        if part != "elements" and recorded[part] != seen.get(part)
    ]
    elements = seen.get("elements", {})
    found += [
        f"{selector}: recorded {wanted!r}, seen {elements.get(selector)!r}"
        for selector, wanted in recorded.get("elements", {}).items()
        if wanted != elements.get(selector)
    ]
    return found
