"""Two gears: what runs in process, in seconds, and everything. A test that starts a process is not for the first.

Which gear a test is in is read off the fixtures that it requests, so that nobody has to say it; a test that starts a
process without any of them fails in either gear.
"""

import sys
from collections.abc import Generator
from pathlib import Path

import pytest

MARKER = "processes"
"""The fixture that allows a test to start processes, and the marker of the tests that request it."""

ALLOWED_BY = frozenset({MARKER, "playwright"})
"""The fixtures that allow it; pytest-playwright's `page` and `browser` request its `playwright`."""

STARTS = frozenset({"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.system"})
"""What Python calls the start of a process: https://docs.python.org/3/library/audit_events.html."""

REMEDY = (
    'This test starts a process, so it is not for `make check`: request the fixture "processes" in it, or in the '
    "fixture that starts the process."
)


def starts_processes(item: pytest.Item) -> bool:
    """Tell whether a test requests, itself or through its fixtures, what allows it to start processes."""
    return not ALLOWED_BY.isdisjoint(getattr(item, "fixturenames", ()))


class Gears:
    """Marks the tests of a folder that start processes, and fails any other there that does; pytest calls its hooks.

    The features are none of its business: a run of them may load this as well, and steps ask for a browser late.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._refused = False
        sys.addaudithook(self._hear)

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Mark them before `-m` chooses, and keep those of a file together: they share runs, each made once.

        They come first: what runs in process is short, and evens out when the workers end.
        """
        for item in items:
            if self._holds(item) and starts_processes(item):
                item.add_marker(MARKER)
                item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
        items.sort(key=lambda item: item.get_closest_marker(MARKER) is None)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Refuse processes for as long as a test runs that may not start any, its set-up and tear-down included."""
        self._refused = self._holds(item) and not starts_processes(item)
        try:
            return (yield)
        finally:
            self._refused = False

    def _holds(self, item: pytest.Item) -> bool:
        return item.path.is_relative_to(self._folder)

    def _hear(self, event: str, _: tuple[object, ...]) -> None:
        if self._refused and event in STARTS:
            pytest.fail(REMEDY)
