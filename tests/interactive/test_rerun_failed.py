"""What failed last time is run again by pytest's own memory, rows of outlines too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.shop.shop import PROJECT

pytestmark = pytest.mark.usefixtures("processes")

CHOICE = "create_customer-14 or store_views-11 or store_views-12"
BROKEN = ("create_customer-14.2", "store_views-12")

BREAK = f"""
import pytest

def pytest_bdd_before_step_call(request):
    marks = {{mark.name for mark in request.node.iter_markers()}}
    assert not marks.intersection({BROKEN!r}), "broken by the test"
"""


def test_failed_scenarios_run_again(tmp_path: Path) -> None:
    """First two fail, in a parallel run; then these two run alone and pass; then there is nothing left to run."""
    (tmp_path / "broken_shop.py").write_text(BREAK, encoding="utf-8")

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        memory = f"cache_dir={tmp_path / 'cache'}"
        return subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "features", "--shop", "embedded", "-o", memory, "-q"),
                *options,
            ],
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    again = ("--last-failed", "--last-failed-no-failures", "none")
    first = run("-m", CHOICE, "-p", "broken_shop", "-n", "2")
    assert first.returncode == pytest.ExitCode.TESTS_FAILED, first.stdout
    assert "2 failed, 2 passed" in first.stdout
    second = run(*again)
    assert second.returncode == pytest.ExitCode.OK, second.stdout
    assert "2 passed" in second.stdout
    assert run(*again).returncode == pytest.ExitCode.NO_TESTS_COLLECTED
