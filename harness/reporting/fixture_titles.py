"""Which fixtures the report shows, and as what.

Most fixtures are wiring and would bury the few that a reader cares about, so a fixture is shown when its
author named it with `evidence.shown_as`, or when it failed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

_Function = TypeVar("_Function", bound=Callable[..., Any])

_FAILURES = {"failed", "broken"}


@dataclass(frozen=True)
class _Titles:
    set_up: str
    tear_down: str


_registered: dict[str, _Titles] = {}


def register(function: _Function, set_up: str, tear_down: str) -> _Function:
    """Remember the titles; allure-pytest takes the name that it passes on from the attribute set here."""
    known_as = set_up or tear_down
    function.__allure_display_name__ = known_as  # type: ignore[attr-defined]  # allure-pytest's own attribute
    _registered[known_as] = _Titles(set_up, tear_down)
    return function


def set_up_title(name: str, status: str | None = None) -> str | None:
    """Give the title of a set-up that allure-pytest calls `name`, None when it is not to be shown."""
    titles = _registered.get(name)
    return (titles and titles.set_up) or (name if status in _FAILURES else None)


def tear_down_title(name: str, status: str | None = None) -> str | None:
    """Do the same for a tear-down, which allure-pytest calls `fixture::finalizer`."""
    fixture = name.rsplit("::", 1)[0]
    titles = _registered.get(fixture)
    return (titles and titles.tear_down) or (f"{fixture} (clean-up)" if status in _FAILURES else None)
