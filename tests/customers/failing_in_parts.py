"""A plugin under which a run comes to grief right after it has created a customer; GRIEF tells in which way."""

import os
import signal
import threading
from collections.abc import Callable

import pytest

from harness.core.gherkin import Step
from harness.customers.own_customers import OwnCustomers

CREATIONS = ("the admin creates the customer", "the admin asks to create the customer")


def pytest_bdd_after_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Wait for the customer to be there."""
    if step.name in CREATIONS:
        _GRIEFS[os.environ["GRIEF"]](request.config)


def _kill_first_worker(config: pytest.Config) -> None:
    if config.workerinput["workerid"] == "gw0":  # type: ignore[attr-defined]  # set by pytest-xdist
        os.kill(os.getpid(), signal.SIGKILL)


def _hang(_: pytest.Config) -> None:
    threading.Event().wait()


def _interrupt_twice(_: pytest.Config) -> None:
    """Press Ctrl-C, and again as soon as the clean-up begins."""
    _replace_clean_up(lambda _: os.kill(os.getpid(), signal.SIGINT))
    os.kill(os.getpid(), signal.SIGINT)


def _terminate(_: pytest.Config) -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def _forget(_: pytest.Config) -> None:
    _replace_clean_up(lambda _: None)


def _replace_clean_up(clean_up: Callable[[OwnCustomers], None]) -> None:
    pytest.MonkeyPatch().setattr(OwnCustomers, "delete", clean_up)


_GRIEFS: dict[str, Callable[[pytest.Config], None]] = {
    "the first worker is killed": _kill_first_worker,
    "it hangs": _hang,
    "Ctrl-C is pressed twice": _interrupt_twice,
    "it is asked to end": _terminate,
    "its clean-up is forgotten": _forget,
}
