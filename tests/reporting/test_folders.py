"""Where nothing can be written a run ends before its first scenario; a disk that fills up leaves it its verdict."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.shop.shop import PROJECT
from tests.forked_run import run_pytest

pytestmark = pytest.mark.usefixtures("processes")

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
FEATURE = ("features/store_views.feature", "-m", "api", "--shop", "embedded", "-p", "no:cacheprovider")


def run(*options: str, file_limit: int) -> "subprocess.CompletedProcess[str]":
    """Run a feature, with files of at most `file_limit` times 1024 bytes."""
    limited = f'ulimit -f {file_limit}; exec "$@"'
    command = ("bash", "-c", limited, "bash", sys.executable, "-m", "pytest", *FEATURE, *options)
    return subprocess.run(
        command,
        cwd=PROJECT,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("option", "place"),
    [
        ("--alluredir", "file/results"),
        ("--alluredir", "/proc/results"),
        ("--alluredir", "/dev/full/results"),
        ("--allure-report", "file/report"),
        ("--allure-history", "file/history.jsonl"),
        ("--output", "file/output"),
        ("--junitxml", "file/junit.xml"),
    ],
)
def test_place_that_cannot_be_written(tmp_path: Path, option: str, place: str) -> None:
    """78 and a sentence with the option, the folder and why, for root too; nothing is run."""
    (tmp_path / "file").touch()
    results = () if option == "--alluredir" else ("--alluredir", str(tmp_path / "results"))
    ended = run_pytest(*FEATURE, *results, option, str(tmp_path / place), variables=ENVIRONMENT)
    assert ended.exit_code == 78, ended.output
    assert f"{option}: nothing can be written to " in ended.output
    assert "Traceback" not in ended.output
    assert "session starts" not in ended.output


@pytest.mark.parametrize("workers", ["0", "2"])
def test_disk_that_is_full_in_mid_run(tmp_path: Path, workers: str) -> None:
    """Results are larger than two kilobytes: the verdict comes out all the same, with what could not be written."""
    places = ("--alluredir", str(tmp_path / "results"), "--allure-report", str(tmp_path / "report"))
    ended = run(*places, "--output", str(tmp_path / "output"), "-n", workers, file_limit=2)
    assert ended.returncode == 0, ended.stdout
    assert "18 scenarios passed" in ended.stdout
    assert "The results are incomplete: " in ended.stdout
    assert ended.stdout.count("The results are incomplete: ") == 1
    assert "INTERNALERROR" not in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr


def test_disk_that_is_full_when_the_junit_file_is_written(tmp_path: Path) -> None:
    """The verdict comes out, with a word of the file; half a file would break whoever reads it."""
    ended = run("--junitxml", str(tmp_path / "junit.xml"), file_limit=2)
    assert ended.returncode == 0, ended.stdout
    assert "18 passed" in ended.stdout
    assert (
        f"There is no JUnit file: {tmp_path / 'junit.xml'} could not be written (File too large)"
        in ended.stdout
    )
    assert "generated xml file" not in ended.stdout
    assert "Traceback" not in ended.stdout + ended.stderr
    assert not (tmp_path / "junit.xml").exists()


def test_enough_room(tmp_path: Path) -> None:
    """The control: a folder that is made for the run, and no word of anything."""
    results = ("--alluredir", str(tmp_path / "new" / "results"))
    ended = run_pytest(*FEATURE, *results, variables=ENVIRONMENT)
    assert ended.exit_code == 0
    assert "could not be written" not in ended.output
    assert list((tmp_path / "new" / "results").glob("*-result.json"))
