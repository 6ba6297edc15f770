"""What failed last time is run again by pytest's own memory, rows of outlines too."""

import os
from pathlib import Path

import pytest

from tests.forked_run import Ended, run_pytest

pytestmark = pytest.mark.usefixtures("processes")

CHOICE = "create_customer-14 or store_views-11 or store_views-12"


def test_failed_scenarios_run_again(tmp_path: Path) -> None:
    """First two fail, in a parallel run; then these two run alone and pass; then there is nothing left to run."""

    def run(*options: str) -> Ended:
        memory = ("-o", f"cache_dir={tmp_path / 'cache'}")
        return run_pytest("features", "--shop", "embedded", *memory, "-q", *options, variables=os.environ)

    again = ("--last-failed", "--last-failed-no-failures", "none")
    first = run("-m", CHOICE, "-p", "tests.interactive.broken_shop", "-n", "2")
    assert first.exit_code == pytest.ExitCode.TESTS_FAILED, first.output
    assert "2 failed, 2 passed" in first.output
    second = run(*again)
    assert second.exit_code == pytest.ExitCode.OK, second.output
    assert "2 passed" in second.output
    assert run(*again).exit_code == pytest.ExitCode.NO_TESTS_COLLECTED
