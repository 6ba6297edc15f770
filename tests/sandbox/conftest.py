"""A shop of each release for the tests of the embedded store, called in process."""

import inspect
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from sandbox.application import create_app
from sandbox.configuration import Configuration
from sandbox.shop import Shop
from tests.sandbox.rest_client import RestClient

VERSIONS = ("2.4.8", "2.4.7", "2.4.1")
MEASURED = "measured by the store's tests"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say after the run how much of the recordings holds, and what was measured."""
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    lines = [text for report in reports for name, text in report.user_properties if name == MEASURED]
    if lines:
        terminalreporter.section("the embedded store")
        terminalreporter.write("\n".join([*sorted(lines), ""]))


@pytest.fixture
def say_at_the_end(
    record_property: Callable[[str, object], None], request: pytest.FixtureRequest
) -> Callable[[str], None]:
    """Give the means to add a line to the end of the run, after the release that it is about."""
    magento = next(str(name) for name in VERSIONS if name in request.node.name)
    return lambda text: record_property(MEASURED, f"Magento {magento}: {text}")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that names the release on each, and any other on the latest; its own `parametrize` comes first.

    What holds on all releases alike is replayed on each by the tests of the recordings.
    """
    chosen = str([mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")])
    if "magento" not in metafunc.fixturenames or "magento" in chosen:
        return
    names_it = "magento" in inspect.signature(metafunc.function).parameters
    metafunc.parametrize("magento", VERSIONS if names_it else VERSIONS[:1], indirect=True)


@pytest.fixture
def magento(request: pytest.FixtureRequest) -> str:
    """Give the release that the store plays."""
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
