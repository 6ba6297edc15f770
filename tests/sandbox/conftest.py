"""A shop of each release for the tests of the embedded store, called in process."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from sandbox.application import create_app
from sandbox.configuration import Configuration
from sandbox.shop import Shop
from tests.sandbox.rest_client import RestClient

VERSIONS = ("2.4.8", "2.4.1")


@pytest.fixture(params=VERSIONS)
def magento(request: pytest.FixtureRequest) -> str:
    """Give the release that the store plays: every test runs on both, unless it says otherwise."""
    return str(request.param)


@pytest.fixture
def configuration(magento: str) -> Configuration:
    """How the store is started."""
    return Configuration(magento=magento, testing=True)


@pytest.fixture
def app(configuration: Configuration) -> Iterator[Flask]:
    """Give the application of a fresh shop."""
    made = create_app(configuration)
    yield made
    made.extensions["shop"].database.close()


@pytest.fixture
def shop(app: Flask) -> Shop:
    """Give the shop behind the application."""
    made: Shop = app.extensions["shop"]
    return made


@pytest.fixture
def client(app: Flask) -> RestClient:
    """Give a guest who calls the shop's REST."""
    return RestClient(app)


@pytest.fixture
def admin(client: RestClient) -> RestClient:
    """Give the same, with an admin token."""
    return client.as_admin()


@pytest.fixture
def jane(client: RestClient) -> RestClient:
    """Give a customer of the us store view, made just now, with her token."""
    client.create()
    return client.as_customer()


@pytest.fixture
def later(shop: Shop) -> Callable[[float], None]:
    """Let time pass in the shop."""
    return shop.clock.advance
