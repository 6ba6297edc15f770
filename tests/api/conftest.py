"""Fixtures of the REST client's tests."""

from collections.abc import Iterator
from threading import Thread

import pytest

from tests.api.telling_server import TellingServer


@pytest.fixture
def server() -> Iterator[TellingServer]:
    """Give a running server that answers as told."""
    with TellingServer() as running:
        Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running
        running.shutdown()
