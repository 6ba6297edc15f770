"""Which scenarios a run plays beyond pytest's own choice: a row of an outline, a part on each of several machines.

A scenario's short id is its first tag, so `-m create_customer-14` works anyway; a row's (`-m create_customer-14.2`) is
known when it is collected. `--shard 2/5` runs the second of five parts. Which part a scenario belongs to follows
from its id alone, so that neither a new scenario beside it nor another order or selection moves it.
"""

import argparse
import re
from collections.abc import Generator
from dataclasses import dataclass
from hashlib import sha256

import pytest

from harness.core.events import Events
from harness.core.scenario_identity import ScenarioIdentity

_OPTION = "--shard"


@dataclass(frozen=True)
class Shard:
    """One part of `total`, counted from 1."""

    number: int
    total: int

    @classmethod
    def of(cls, text: str) -> "Shard":
        """Read "2/5"; raise argparse.ArgumentTypeError, which says what is wrong, for anything else."""
        found = re.fullmatch(r"([0-9]+)/([0-9]+)", text)
        shard = cls(int(found[1]), int(found[2])) if found else None
        if shard is None or not 1 <= shard.number <= shard.total:
            raise argparse.ArgumentTypeError(
                f"{text!r} is no part of a whole: write 2/5 for the second of five machines"
            )
        return shard

    def __str__(self) -> str:
        """Write it as the option takes it."""
        return f"{self.number}/{self.total}"

    def holds(self, scenario_id: str) -> bool:
        """Tell whether the scenario with this id is in this part."""
        return int(sha256(scenario_id.encode()).hexdigest(), 16) % self.total == self.number - 1


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("shards").addoption(
        _OPTION,
        type=Shard.of,
        metavar="NUMBER/TOTAL",
        help="run one part of the scenarios, such as 2/5; the parts of all numbers are all scenarios",
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None]:
    """Mark every row with its id before any choice is made, and leave out other machines' part after all were."""
    for item in items:
        _mark_ids(config, item)
    yield
    shard: Shard | None = config.getoption(_OPTION)
    if shard is None:
        return
    Events(config).note(Shard=str(shard))
    own = [item for item in items if shard.holds(_id_of(item))]
    config.hook.pytest_deselected(items=[item for item in items if item not in own])
    items[:] = own


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Explain a shard that drew nothing: it proved nothing, so it keeps pytest's code 5 and is not green."""
    shard: Shard | None = config.getoption(_OPTION)
    if shard and exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
        terminalreporter.line(
            f"Shard {shard} holds none of the chosen scenarios. Use fewer machines for so small a choice.",
            red=True,
        )


def _mark_ids(config: pytest.Config, item: pytest.Item) -> None:
    """Mark rows of outlines, and what is run at several store views or in several browsers, with their ids."""
    identity = ScenarioIdentity.of(item)
    if identity and (identity.row or identity.variant) and identity.short_id:
        for id_ in {identity.plain_id, identity.short_id}:
            config.addinivalue_line("markers", f"{id_}: a row of an outline, or a scenario at one store view")
            item.add_marker(id_)


def _id_of(item: pytest.Item) -> str:
    """Give a scenario's short id, or its history's where it has none; an ordinary test has its address."""
    identity = ScenarioIdentity.of(item)
    return (identity.short_id or identity.history_id) if identity else item.nodeid
