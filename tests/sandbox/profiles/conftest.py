"""Shops that wear what a real shop may wear, called in process."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Protocol

import pytest

from sandbox.application import create_app
from sandbox.configuration import Configuration
from tests.sandbox.rest_client import RestClient


class Wear(Protocol):
    """Opens shops in profiles."""

    def __call__(self, **profile: Any) -> RestClient:
        """Open a shop of the release under test in a profile, and give a guest who calls its REST."""


@pytest.fixture
def wear(magento: str) -> Iterator[Wear]:
    """Give the way to open shops in profiles; they close with the test."""
    with ExitStack() as shops:

        def open_shop(**profile: Any) -> RestClient:
            app = create_app(Configuration(magento=magento, testing=True, **profile))
            shops.callback(app.extensions["shop"].database.close)
            return RestClient(app)

        yield open_shop
