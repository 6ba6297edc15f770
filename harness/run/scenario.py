"""What one scenario has to do with while it runs: one object under one key, forgotten with its test."""

import time
from dataclasses import dataclass, field
from typing import Protocol

import pytest
from playwright.sync_api import BrowserContext

from api.models import Credentials, FoundCustomer
from harness.core.causes import Judgement


class Customers(Protocol):
    """The customers that a scenario made."""

    def found(self) -> list[FoundCustomer]:
        """Find those who are there; raises ShopError."""

    def release(self) -> None:
        """Let them stay."""

    def fresh_credentials(self) -> Credentials:
        """Give a new customer's e-mail and password; she is deleted with the others."""


@dataclass
class Scenario:
    """A scenario that is being run.

    `started` is on the monotonic clock, in seconds; `sentence` is the step being carried out, `contexts` its browsers.
    `is_second_play` says that it failed once and is played again for its recording, `has_traces` that this is kept.
    """

    started: float = field(default_factory=time.monotonic)
    sentence: str = "Before the first step"
    contexts: list[BrowserContext] = field(default_factory=list)
    customers: Customers | None = None
    judgement: Judgement | None = None
    is_second_play: bool = False
    has_traces: bool = False


_SCENARIO = pytest.StashKey[Scenario]()


def scenario_of(item: pytest.Item) -> Scenario:
    """Give a test's scenario; the first to ask makes it."""
    return item.stash.setdefault(_SCENARIO, Scenario())


def begin_second_play(item: pytest.Item) -> None:
    """Forget what a test's first play has left."""
    item.stash[_SCENARIO] = Scenario(is_second_play=True)
