"""What all of the suite's own tests need of the process that they run in, and that warnings are errors in them.

That stands here and not in pyproject.toml, which users' runs of the features read too: a library's warning on their
machine must not turn a scenario red.
"""

import os
import signal
from pathlib import Path

import pytest

from tests.gears import MARKER, Gears

EXCEPTIONS: tuple[str, ...] = (
    # pytest-playwright's own stand-in for the plugin pytest-base-url, which is not used here
    "ignore:Session-scoped fixtures defined as instance methods:pytest.PytestRemovedIn10Warning",
    # of workers that died, which pytest-xdist tells itself
    "ignore:syrupy. received .* worker snapshot reports:UserWarning",
)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that runs a command in the background makes it, and all that it starts, deaf to Ctrl-C; the runs that
    # are interrupted here have to hear it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """Make warnings errors, but for the exceptions (the last filter that fits counts), and know the two gears."""
    config.addinivalue_line(
        "markers", f"{MARKER}: starts processes or a browser; set by the fixtures it requests"
    )
    config.pluginmanager.register(Gears(Path(__file__).parent), "gears")
    for line in ("error", *EXCEPTIONS):
        config.addinivalue_line("filterwarnings", line)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Have one worker more than there are cores where processes are started (-n auto): they are waited for a lot."""
    in_process_alone = config.getoption("markexpr") == f"not {MARKER}"
    return None if in_process_alone else (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def processes() -> None:
    """Allow a test to start processes, or a fixture: `make test` runs it then, and `make check` does not."""
