"""Every scenario is in exactly one of the parts that machines share, and stays there whatever else is chosen."""

import argparse

import pytest

from harness.run.selection import Shard
from tests.listing import collect_features


def collected(*options: str) -> list[str]:
    """Give the scenarios that a run with these options would run."""
    listing = collect_features(*options)
    assert listing.exit_code == 0, listing.text
    return listing.tests


def test_every_scenario_is_in_one_shard() -> None:
    """All of them together are all, none is empty, and rows of an outline count for themselves."""
    shards = [collected("--shard", f"{number}/3") for number in (1, 2, 3)]
    assert all(shards)
    assert sorted(scenario for shard in shards for scenario in shard) == sorted(collected())


def test_choice_moves_no_scenario() -> None:
    """What is chosen by tag is in the part that it is always in."""
    whole, chosen = collected("--shard", "1/2"), collected("--shard", "1/2", "-m", "api")
    assert chosen
    assert chosen == [scenario for scenario in collected("-m", "api") if scenario in whole]


def test_shard_of_an_id_is_for_good() -> None:
    """On every machine, today and tomorrow: Python's own hashes differ in every process."""
    parts = {number for number in range(1, 6) if Shard(number, 5).holds("create_customer-12.3")}
    assert parts == {3}


def test_wrong_shard(subtests: pytest.Subtests) -> None:
    """Reported as what it is, with an example."""
    for text in ["", "2", "0/5", "6/5", "2/0", "-1/5", "2/5/6", "a/b", "1.5/5", " 1/5", "1/٥"]:
        with (
            subtests.test(text=text),
            pytest.raises(argparse.ArgumentTypeError, match=r"write 2/5 for the second of five machines"),
        ):
            Shard.of(text)


def test_wrong_shard_is_a_usage_error() -> None:
    """Pytest's code for it, before anything is started."""
    listing = collect_features("--shard", "6/5")
    assert listing.exit_code == pytest.ExitCode.USAGE_ERROR
    assert "'6/5' is no part of a whole" in listing.text
