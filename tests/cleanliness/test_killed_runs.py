"""Runs that are killed, interrupted, or on one shop at the same time: nobody of theirs is left, all others are."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.acceptance.feature_run import PROJECT, FeatureRun, run_features, start_features
from tests.cleanliness.watched_shop import WatchedShop

FOUR = "create_customer-01 or create_customer-02 or create_customer-03 or create_customer-04"
PATIENCE = 120
"""Seconds for two workers to start and create a customer each, on a slow machine."""


def come_to_grief(shop: WatchedShop, folder: Path, grief: str, *options: str) -> FeatureRun:
    """Run four scenarios that each create a customer, to a bad end."""
    plugin = ("-p", "tests.cleanliness.coming_to_grief", "-m", FOUR)
    return run_features(folder, *plugin, *options, variables={**shop.variables, "GRIEF": grief})


@pytest.mark.usefixtures("others")
def test_worker_is_killed(shop: WatchedShop, tmp_path: Path) -> None:
    """What it made is deleted at the end of the run, and told; the scenario has failed."""
    run = come_to_grief(shop, tmp_path, "the first worker is killed", "-n", "2", "--run-id", "crash")
    assert run.exit_code == 1, run.output
    assert "worker 'gw0' crashed" in run.output
    assert "Left behind by this run: acceptance+crash-" in run.output
    assert "Deleted now." in run.output


@pytest.mark.usefixtures("others")
@pytest.mark.parametrize("grief", ["Ctrl-C is pressed twice", "it is asked to end"])
def test_run_is_interrupted(shop: WatchedShop, tmp_path: Path, grief: str) -> None:
    """By a person in a hurry, or by a pipeline (SIGTERM)."""
    run = come_to_grief(shop, tmp_path, grief)
    assert run.exit_code == 2, run.output
    assert "Traceback" not in run.output
    assert ("Left behind by this run" in run.output) == (grief == "Ctrl-C is pressed twice")


@pytest.mark.usefixtures("others")
def test_clean_up_that_leaves_customers_is_not_green(shop: WatchedShop, tmp_path: Path) -> None:
    """All scenarios passed and tidied up after themselves, or so they say."""
    run = come_to_grief(shop, tmp_path, "its clean-up is forgotten")
    assert "4 passed" in run.output
    assert run.exit_code == 1
    assert run.output.lower().count("@example.com") == 4


def test_whole_run_is_killed(shop: WatchedShop, others: list[str], tmp_path: Path) -> None:
    """Controller and workers, in the midst of their scenarios; the sweep finds what they made by the run's id."""
    options = ("-p", "tests.cleanliness.coming_to_grief", "-m", FOUR, "-n", "2", "--run-id", "killed")
    variables = {**shop.variables, "GRIEF": "it hangs"}
    with start_features(tmp_path, *options, variables=variables) as run:
        made = _wait_for_customers(shop, "acceptance+killed-%", 2)
        os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
    assert shop.emails() == sorted([*others, *made])
    swept = subprocess.run(
        [sys.executable, "-m", "harness.sweep", "--run", "killed", "--yes"],
        cwd=PROJECT,
        env={**os.environ, **shop.variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "2 customers deleted." in swept.stdout
    assert all(email in swept.stdout for email in made)


@pytest.mark.usefixtures("others")
def test_two_runs_at_once(shop: WatchedShop, tmp_path: Path) -> None:
    """Even of one name, each cleans up its own customers alone."""
    options = (
        "-m",
        "delete_customer-01 or customer_token-01 or create_customer-01",
        "--run-id",
        "pipeline-7",
    )
    with ThreadPoolExecutor() as both:
        runs = [
            both.submit(run_features, tmp_path / name, *options, variables=shop.variables)
            for name in ("first", "second")
        ]
    for run in runs:
        assert run.result().exit_code == 0, run.result().output
        assert "Left behind" not in run.result().output


def _wait_for_customers(shop: WatchedShop, like: str, number: int) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while len(made := shop.emails(like)) < number:
        assert time.monotonic() < deadline, f"{number} customers like {like} expected, there are {made}"
        time.sleep(0.1)
    return made
