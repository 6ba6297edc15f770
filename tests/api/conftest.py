"""Fixtures of the REST client's tests."""

from collections.abc import Iterator
from threading import Thread

import pytest

from tests.api.scripted_server import ScriptedServer


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Give a running server that answers as it is set."""
    with ScriptedServer() as running:
        Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield running
        running.shutdown()
