"""Fixtures of the tests that run the features."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.forked_run import PROJECT

ADMIN_PASSWORD = "Gh7-known/secret+of ours"

Serve = Callable[..., str]
"""Starts an embedded store with options of its command line, and gives its URL."""


@pytest.fixture(scope="session", autouse=True)
def runs_of_the_features(processes: None) -> None:
    """Every test here looks at runs of the features, each in a process of its own."""


@contextmanager
def _served(*options: str) -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--port", "0", *options],
        cwd=PROJECT,
        env={**os.environ, "SANDBOX_ADMIN_PASSWORD": ADMIN_PASSWORD},
        stdout=subprocess.PIPE,
        text=True,
    ) as store:
        assert store.stdout is not None
        try:
            url = re.search(r"https?://[^/\s]+", store.stdout.readline())
            assert url is not None
            yield url.group()
        finally:
            store.terminate()


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Give the way to serve a shop that the run does not start itself, until the test is over."""
    with ExitStack() as stores:
        yield lambda *options: stores.enter_context(_served(*options))


@pytest.fixture
def shop_variables(serve: Serve) -> dict[str, str]:
    """Serve a stock shop, and give the variables that point at it."""
    return {
        "SHOP_BASE_URL": serve(),
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
    }
