"""Two runs in one process do not see each other: after a red one comes a green one that knows nothing of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.forked_run import PROJECT
from tests.plugin.two_runs import ERROR
from tests.reporting.tiny_run import surroundings

RED = "The store view is listed with the ids that a customer needs"


@pytest.fixture(scope="module")
def folder(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Carry out both runs, and give the folder with all that they left."""
    folder = tmp_path_factory.mktemp("two_runs")
    kept = {name: value for name, value in surroundings().items() if not name.startswith("SHOP_")}
    finished = subprocess.run(
        [sys.executable, "-m", "tests.plugin.two_runs", str(folder)],
        cwd=PROJECT,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return folder


@pytest.fixture(scope="module")
def answer(folder: Path) -> dict[str, Any]:
    """Give what the runs ended with, and what they left in the process."""
    read: dict[str, Any] = json.loads((folder / "answer.json").read_text(encoding="utf-8"))
    return read


def test_the_second_run_is_green(folder: Path, answer: dict[str, Any]) -> None:
    """Each run has its own verdict, and its own results."""
    assert (answer["red"]["exit code"], answer["green"]["exit code"]) == (1, 0)
    red, green = _statuses(folder / "red"), _statuses(folder / "green")
    assert red == {**green, RED: "failed"}
    assert set(green.values()) == {"passed"}
    assert len(green) == 3


def test_each_run_notes_its_own_facts(folder: Path) -> None:
    """Shop and id of a run stand in its own results alone."""
    red, green = (_facts(folder / name) for name in ("red", "green"))
    assert red["Run"] != green["Run"]
    assert red["Shop"] != green["Shop"]
    assert set(red) == set(green)


def test_no_run_has_errors_of_another(folder: Path) -> None:
    """What went wrong around the scenarios of the first run does not stand in the second's results."""
    assert any(ERROR in path.read_text(encoding="utf-8") for path in folder.glob("red/*/*-globals.json"))
    assert list(folder.glob("green/*/*-globals.json")) == []


def test_the_process_gets_back_what_is_its_own(answer: dict[str, Any]) -> None:
    """Signals, Playwright's `expect` and Allure's plugins are after each run what they were before the first."""
    before, between, after = answer["process"]
    assert between == before
    assert after == before


def test_no_secret_outlives_its_run(folder: Path, answer: dict[str, Any]) -> None:
    """Each run hides its own admin password; the second does not even know the first one's."""
    first, second = answer["passwords"]
    assert first != second
    assert answer["red"]["hides the passwords"] == [True]
    assert answer["green"]["hides the passwords"] == [False, True]
    written = [
        path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "answer.json"
    ]
    assert written
    assert [content for content in written if first.encode() in content or second.encode() in content] == []


def _statuses(folder: Path) -> dict[str, str]:
    results = [json.loads(path.read_bytes()) for path in folder.glob("allure-results/*-result.json")]
    return {result["name"]: result["status"] for result in results}


def _facts(folder: Path) -> dict[str, str]:
    lines = (folder / "allure-results" / "environment.properties").read_text(encoding="utf-8").splitlines()
    return {name: value for name, _, value in (line.partition(" = ") for line in lines)}
