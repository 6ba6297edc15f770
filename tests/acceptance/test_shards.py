"""What several machines ran becomes one report; a machine that had nothing to run is not green."""

import base64
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.feature_run import FeatureRun, run_features
from tests.forked_run import PROJECT

CHOICE = "rest_basics-01 or rest_basics-02 or rest_basics-06 or store_views-01 or store_views-03"
"""Four scenarios, and an outline of two rows."""

_TEST_RESULT = re.compile(r'd\("data/test-results/\w+\.json","([^"]+)"')
_ENVIRONMENT = re.compile(r'd\("widgets/allure_environment\.json","([^"]+)"')


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> list[FeatureRun]:
    """Run both halves, one of them in parallel, each with a shop of its own."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    return [
        run_features(folder, "--shop", "embedded", "-m", CHOICE, "--shard", f"{number}/2", *workers)
        for number, (folder, workers) in enumerate(zip(folders, ((), ("-n", "2")), strict=True), start=1)
    ]


def join(target: Path, *results: Path) -> "subprocess.CompletedProcess[str]":
    """Join the results of several machines as the documentation says."""
    options = ("--output", str(target), "--allure-history", str(target / "history.jsonl"))
    command = (sys.executable, "-m", "harness.reporting", *map(str, results), *options)
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def test_results_of_all_machines_are_one_report(machines: list[FeatureRun], tmp_path: Path) -> None:
    """Every scenario stands in it once, and each machine's facts do."""
    first, second = (set(machine.results) for machine in machines)
    assert [machine.exit_code for machine in machines] == [0, 0]
    assert first
    assert second
    assert not first & second
    tmp_path /= "report"
    joined = join(tmp_path, *(machine.folder / "allure-results" for machine in machines))
    assert joined.returncode == 0, joined.stderr
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    shown = [json.loads(base64.b64decode(result))["name"] for result in _TEST_RESULT.findall(page)]
    assert sorted(shown) == sorted(first | second)
    assert len(shown) == 6
    summary = (tmp_path.parent / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### All 6 scenarios passed.\n")
    assert len((tmp_path / "history.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    (environment,) = (base64.b64decode(found).decode() for found in _ENVIRONMENT.findall(page))
    assert "1/2" in environment
    assert "2/2" in environment
    for machine in machines:
        found = re.search(r"run (\S+)", machine.output)
        assert found
        assert found[1] in environment


def test_machine_whose_results_are_lost_is_missed(machines: list[FeatureRun], tmp_path: Path) -> None:
    """A report without its scenarios would look complete, and so would an older one."""
    (tmp_path / "index.html").touch()
    joined = join(tmp_path, machines[0].folder / "allure-results", tmp_path / "lost")
    assert joined.returncode == 1
    assert (
        joined.stderr
        == f"There are no results at {tmp_path / 'lost'}: what a machine found would be missing.\n"
    )
    assert not (tmp_path / "index.html").exists()


@pytest.mark.parametrize("workers", [(), ("-n", "1")], ids=["serial", "parallel"])
def test_shard_without_a_scenario(
    machines: list[FeatureRun], tmp_path: Path, workers: tuple[str, ...]
) -> None:
    """It proved nothing: pytest's 5, with the reason; its empty results do not disturb the report."""
    run = run_features(tmp_path, "--shop", "embedded", "-m", "store_views-01", "--shard", "1/9", *workers)
    assert run.exit_code == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "Shard 1/9 holds none of the chosen scenarios." in run.output
    results = [machines[0].folder / "allure-results", tmp_path / "allure-results"]
    assert join(tmp_path / "report", *results).returncode == 0
