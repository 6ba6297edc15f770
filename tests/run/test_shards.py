"""Every scenario is in exactly one of the parts that machines share, and stays there whatever else is chosen."""

import argparse
import subprocess
import sys

import pytest

from harness.run.selection import Shard
from harness.shop.shop import PROJECT


def collected(*options: str) -> list[str]:
    """Give the scenarios that a run with these options would run."""
    listing = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "features", "--collect-only", "-q", "-p", "no:cacheprovider"),
            *options,
        ],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [line for line in listing.stdout.splitlines() if "::test_" in line]


@pytest.mark.usefixtures("processes")
def test_every_scenario_is_in_one_shard() -> None:
    """All of them together are all, none is empty, and rows of an outline count for themselves."""
    shards = [collected("--shard", f"{number}/3") for number in (1, 2, 3)]
    assert all(shards)
    assert sorted(scenario for shard in shards for scenario in shard) == sorted(collected())


@pytest.mark.usefixtures("processes")
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
    """Told as what it is, with an example."""
    for text in ["", "2", "0/5", "6/5", "2/0", "-1/5", "2/5/6", "a/b", "1.5/5", " 1/5", "1/٥"]:
        with (
            subtests.test(text=text),
            pytest.raises(argparse.ArgumentTypeError, match=r"write 2/5 for the second of five machines"),
        ):
            Shard.of(text)


@pytest.mark.usefixtures("processes")
def test_wrong_shard_is_a_usage_error() -> None:
    """Pytest's code for it, before anything is started."""
    with pytest.raises(subprocess.CalledProcessError) as raised:
        collected("--shard", "6/5")
    assert raised.value.returncode == pytest.ExitCode.USAGE_ERROR
    assert "'6/5' is no part of a whole" in raised.value.stderr
