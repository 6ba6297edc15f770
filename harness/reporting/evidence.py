"""What anybody may hand over for the report without knowing what writes it.

Everything lands at the step, or at the set-up or tear-down shown in the report, that is being carried out.
Without a report all of it is a harmless no-op.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import requests

from harness.reporting import environment, fixture_titles
from harness.reporting.curl_command import curl_command
from harness.reporting.exchange import CONTENT_TYPE, Exchange
from harness.reporting.results import attach

_Function = TypeVar("_Function", bound=Callable[..., Any])


def attach_text(name: str, text: str) -> None:
    """Attach plain text."""
    attach(name, text, "text/plain", "txt")


def attach_json(name: str, value: Any) -> None:
    """Attach a value as indented JSON."""
    attach(name, json.dumps(value, indent=2, ensure_ascii=False, default=str), "application/json", "json")


def attach_png(name: str, png: bytes) -> None:
    """Attach a picture."""
    attach(name, png, "image/png", "png")


def attach_jpeg(name: str, jpeg: bytes) -> None:
    """Attach a picture."""
    attach(name, jpeg, "image/jpeg", "jpg")


def attach_zip(name: str, archive: bytes) -> None:
    """Attach an archive; whoever hands it over has scrubbed its members."""
    attach(name, archive, "application/zip", "zip")


def attach_webm(name: str, video: bytes) -> None:
    """Attach a video."""
    attach(name, video, "video/webm", "webm")


def attach_table(name: str, rows: Iterable[Iterable[object]]) -> None:
    """Attach rows of cells, the first of which names the columns."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    attach(name, text.getvalue(), "text/csv", "csv")


def note_environment(facts: Mapping[str, str]) -> None:
    """Add facts about the run as a whole: the shop, its version, the browser."""
    environment.note(facts)


def note_capability(name: str, *, has_it: bool) -> None:
    """Add to those facts what the shop can: `name` is a tag's, "second-website"."""
    words = name.replace("-", " ").replace("jwt", "tokens that are JWTs")
    environment.note({f"Has {words}": "yes" if has_it else "no"})


def record_exchange(response: requests.Response, *_args: Any, **_kwargs: Any) -> None:
    """Attach a REST exchange and the command that repeats it; this is a response hook for a `requests` session."""
    exchange = Exchange(response)
    attach(exchange.title, exchange.document, CONTENT_TYPE, "json")
    attach(f"curl: {exchange.call}", curl_command(response.request), "text/plain", "txt")


def shown_as(set_up: str = "", tear_down: str = "") -> Callable[[_Function], _Function]:
    """Show a fixture in the report, under these titles; it stands below `@pytest.fixture`.

    Fixtures without it are left out unless they fail; so is the half that has no title here.
    """

    def mark(function: _Function) -> _Function:
        return fixture_titles.register(function, set_up, tear_down)

    return mark
