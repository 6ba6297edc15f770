"""Fixtures of the tests about what runs leave behind on a shop."""

from collections.abc import Iterator

import pytest

from tests.customers.watched_shop import FOREIGN, WatchedShop


@pytest.fixture(scope="module")
def shop(processes: None) -> Iterator[WatchedShop]:
    """Serve one shop to the tests of a file."""
    shop = WatchedShop()
    yield shop
    shop.stop()


@pytest.fixture
def others(shop: WatchedShop) -> Iterator[list[str]]:
    """Give the other people's e-mails, and see afterwards that these customers, and no more, are there."""
    yield sorted(FOREIGN)
    assert shop.emails() == sorted(FOREIGN)
