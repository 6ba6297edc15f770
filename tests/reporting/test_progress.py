"""A run says how far it is: in one line at a terminal, in a line a feature in a pipeline, and not at all in a file."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from harness.reporting.progress import duration
from harness.shop.shop import PROJECT
from tests.forked_run import run_pytest

pytestmark = pytest.mark.usefixtures("processes")

ARGUMENTS = (
    *("features/store_views.feature", "features/delete_customer.feature"),
    *("-m", "api and not browser", "--shop", "embedded", "-p", "no:cacheprovider"),
)
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "CI" and not name.startswith("SHOP_")
}


def output(folder: Path, *options: str, **variables: str) -> str:
    """Run two features with their output in a file."""
    run = run_pytest(*ARGUMENTS, "--output", str(folder), *options, variables={**ENVIRONMENT, **variables})
    assert run.exit_code == 0, run.output
    return run.output


@pytest.mark.parametrize("workers", ["0", "2"])
def test_line_a_feature_in_a_pipeline(tmp_path: Path, workers: str) -> None:
    """With one process and with two; the last line has all scenarios, and no remaining time."""
    lines = [line for line in output(tmp_path, "-n", workers, CI="true").splitlines() if " In all " in line]
    assert len(lines) == 2
    assert len({line.partition(":")[0] for line in lines}) == 2
    found = re.search(r"In all (\d+) of (\d+), 0 failed, about \d+ (?:s|min) left$", lines[0])
    assert found
    assert int(found[1]) < int(found[2])
    assert lines[1].endswith(f"In all {found[2]} of {found[2]}, 0 failed")


def test_nothing_in_a_file(tmp_path: Path) -> None:
    """Nor beside pytest's own lines."""
    assert " failed," not in output(tmp_path)
    assert " In all " not in output(tmp_path, "-v", "-k", "deletes", CI="true")


def test_one_line_at_a_terminal(tmp_path: Path) -> None:
    """It is written anew after each scenario, and takes the place of the dots; the summary stays whole."""
    master, slave = pty.openpty()
    log = tmp_path / "output"
    command = [sys.executable, "-m", "pytest", *ARGUMENTS, "-n", "0", "--output", str(tmp_path / "results")]
    with subprocess.Popen(command, cwd=PROJECT, env=ENVIRONMENT, stdout=slave, stdin=slave) as run:
        os.close(slave)
        with log.open("wb") as file:
            for chunk in iter(lambda: _read(master), b""):
                file.write(chunk)
    os.close(master)
    seen = log.read_bytes().decode()
    assert run.returncode == 0, seen
    assert len(re.findall(r"\r\d+ of \d+, 0 failed, about \d+ s left\. ", seen)) > 5
    assert not re.search(r"\.{5}", seen)
    assert "SKIPPED" in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux's word for a terminal that everybody has left
        return b""


def test_failures_are_counted(tmp_path: Path) -> None:
    """Each scenario once."""
    options = ("--output", str(tmp_path), "--sandbox", "--defect deaf-deletion")
    lines = run_pytest(*ARGUMENTS, *options, variables={**ENVIRONMENT, "CI": "1"}).output.splitlines()
    failed = re.search(r"(\d+) failed", lines[-1])
    assert failed
    assert f", {failed[1]} failed" in [line for line in lines if " In all " in line][-1]


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.2, "about 1 s"), (59, "about 59 s"), (61, "about 1 min"), (229, "about 4 min")]
)
def test_duration(seconds: float, words: str) -> None:
    """As people say it."""
    assert duration(seconds) == words
