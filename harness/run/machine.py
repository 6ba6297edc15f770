"""Which of the machines that share a run's id this one is: four random digits, the same for all its workers.

A pipeline gives one id to all its machines; what each makes has to be told apart all the same, or one would
clean up what another still needs.
"""

import secrets
from typing import Any

import pytest

machine_key = pytest.StashKey[str]()
"""Where a process keeps the digits."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Draw the digits, or take over what the controller drew."""
    config.stash[machine_key] = getattr(config, "workerinput", {}).get("machine") or secrets.token_hex(2)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist."""
    node.workerinput["machine"] = node.config.stash[machine_key]


@pytest.fixture(scope="session")
def machine(pytestconfig: pytest.Config) -> str:
    """Give the digits of this machine."""
    return pytestconfig.stash[machine_key]
