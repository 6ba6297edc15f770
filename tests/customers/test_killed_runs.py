"""Runs that are killed, interrupted, or on one shop at the same time: nobody of theirs is left, all others are."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from harness.run.run_id import fresh
from tests.acceptance.feature_run import FeatureRun, run_features, start_features
from tests.customers.watched_shop import WatchedShop
from tests.forked_run import PROJECT

FOUR = "create_customer-01 or create_customer-02 or create_customer-03 or create_customer-04"
PATIENCE = 120
"""Seconds for two workers to start and create a customer each, on a slow machine."""


def come_to_grief(shop: WatchedShop, folder: Path, grief: str, *options: str) -> FeatureRun:
    """Run four scenarios that each create a customer, to a bad end."""
    plugin = ("-p", "tests.customers.failing_in_parts", "-m", FOUR)
    return run_features(folder, *plugin, *options, variables={**shop.variables, "GRIEF": grief})


@pytest.mark.usefixtures("others")
def test_worker_is_killed(shop: WatchedShop, tmp_path: Path) -> None:
    """What it made is deleted at the end of the run, and reported; the scenario has failed."""
    run = come_to_grief(shop, tmp_path, "the first worker is killed", "-n", "2")
    assert run.exit_code == 1, run.output
    assert "worker 'gw0' crashed" in run.output
    assert "Left behind by this run: acceptance+" in run.output
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
    assert " passed" in run.output
    assert not re.search(r"[1-9]\d* failed", run.output)
    assert run.exit_code == 1
    assert "Left behind by this run: acceptance+" in run.output


def test_runs_at_once_and_one_is_killed(shop: WatchedShop, others: list[str], tmp_path: Path) -> None:
    """A run spares what another, even of the same id, is about; when that is killed, the sweep finds it by the id.

    The other one hangs in the midst of its scenarios; it is killed with all its workers (kill -9).
    """
    run_id = fresh()
    with hanging_run(shop, tmp_path / "hanging", run_id) as made:
        choice = ("-m", "delete_customer-01 or customer_token-01", "--run-id", run_id)
        run = run_features(tmp_path / "other", *choice, variables=shop.variables)
        assert run.exit_code == 0, run.output
        assert "Left behind" not in run.output
    assert shop.emails() == sorted([*others, *made])
    swept = subprocess.run(
        [sys.executable, "-m", "harness.customers.sweep", "--run", run_id, "--yes"],
        cwd=PROJECT,
        env={**os.environ, **shop.variables},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "2 customers deleted." in swept.stdout
    assert all(email in swept.stdout for email in made)


@contextmanager
def hanging_run(shop: WatchedShop, folder: Path, run_id: str) -> Iterator[list[str]]:
    """Let two workers create a customer each, give these e-mails, and kill the run in the end."""
    options = ("-p", "tests.customers.failing_in_parts", "-m", FOUR, "-n", "2", "--run-id", run_id)
    variables = {**shop.variables, "GRIEF": "it hangs"}
    with start_features(folder, *options, variables=variables) as run:
        try:
            yield _wait_for_customers(shop, f"acceptance+{run_id}%", 2)
        finally:
            os.killpg(run.pid, signal.SIGKILL)


def _wait_for_customers(shop: WatchedShop, like: str, number: int) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while len(made := shop.emails(like)) < number:
        assert time.monotonic() < deadline, f"{number} customers like {like} expected, there are {made}"
        time.sleep(0.1)
    return made
