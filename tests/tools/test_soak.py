"""The soak plays every part of the scenarios on every release, and hides nothing of what failed or took long."""

import json
from pathlib import Path

import pytest

from sandbox.command_line import configuration, read_options
from tools.checklist.results import Result
from tools.soak.__main__ import Played
from tools.soak.rounds import PARTS, RELEASES, THEMES, Round
from tools.soak.waits import KEPT, Wait, Waits, read

ROUNDS = [Round(number, seed=17 + number) for number in range(len(RELEASES) * len(THEMES) * PARTS)]


def test_every_release_plays_every_part() -> None:
    """In one rotation, each once."""
    assert len({(each.release, each.theme, each.part) for each in ROUNDS}) == len(ROUNDS)


@pytest.mark.parametrize("round_", ROUNDS[: len(RELEASES)], ids=lambda each: each.release)
def test_store_is_slow_and_sound(round_: Round) -> None:
    """Its options are the embedded store's, and its only faults are Magento's own."""
    store = configuration(read_options(round_.store.split()))
    assert store.magento == round_.release
    assert (store.rest_latency, store.page_latency) == ((0, 800), (0, 800))
    assert (store.script_delay, store.section_latency) == ((0, 2000), (0, 3000))
    assert store.defects == {"dead-sign-in-form", "cached-home-page"}


def test_order_comes_from_the_seed() -> None:
    """The same for both workers, and another in each round."""
    assert ROUNDS[0].command() == Round(0, seed=17).command()
    assert ROUNDS[0].command()[-1] == "17"
    assert ROUNDS[1].command()[-1] == "18"


def _result(status: str) -> Result:
    labels = [{"name": "id", "value": "sign_in-01"}]
    details = {"message": "the header does not greet Jane Doe"}
    return Result(name="x", status=status, historyId="1", labels=labels, statusDetails=details)


@pytest.mark.parametrize(
    ("exit_code", "status", "failures"),
    [
        (0, "passed", []),
        (0, "skipped", []),
        (1, "failed", ["sign_in-01: the header does not greet Jane Doe"]),
        (1, "broken", ["sign_in-01: the header does not greet Jane Doe"]),
        (69, "skipped", ["the run ended with 69"]),
    ],
)
def test_failures_are_reported(exit_code: int, status: str, failures: list[str]) -> None:
    """A run that ended early is one, too."""
    assert Played(exit_code, [_result(status)], []).failures == failures


def test_longest_waits_are_kept(tmp_path: Path) -> None:
    """Of each worker and of all, the longest first, with what was waited for, where."""
    for worker in ("gw0", "gw1"):
        waits = Waits(lambda: ("sign_in-01", "When she signs in"))
        for tenths in range(20):
            waits.note(tenths / 10, f"{worker} {tenths}")
        waits.write(tmp_path / f"waits-{worker}.json")
    assert len(json.loads((tmp_path / "waits-gw0.json").read_text(encoding="utf-8"))) == KEPT
    longest = read(tmp_path)
    assert longest[0] == Wait(1.9, "gw1 19", "sign_in-01", "When she signs in")
    assert [wait.seconds for wait in longest] == sorted((wait.seconds for wait in longest), reverse=True)
    assert len(longest) == KEPT
