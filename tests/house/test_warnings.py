"""Warnings are errors in the suite's own tests, and in no run of the features."""

import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from harness.shop.shop import PROJECT

PLUGIN = """
import warnings

def pytest_collection_finish():
    warnings.warn("A library is getting old.", DeprecationWarning)
"""


@pytest.mark.parametrize("kind", [UserWarning, DeprecationWarning, ResourceWarning])
def test_a_warning_is_an_error(kind: type[Warning]) -> None:
    """Of any kind."""
    with pytest.raises(kind, match="getting old"):
        warnings.warn("It is getting old.", kind, stacklevel=1)


@pytest.mark.usefixtures("processes")
def test_a_run_of_the_features_goes_on(tmp_path: Path) -> None:
    """A library's warning is shown, and the exit code is what it is without."""
    (tmp_path / "old_library.py").write_text(PLUGIN, encoding="utf-8")
    finished = subprocess.run(
        [sys.executable, "-m", "pytest", "features", "--collect-only", "-q", "-p", "old_library"],
        cwd=PROJECT,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "DeprecationWarning: A library is getting old." in finished.stdout
