"""A tiny suite in a folder of its own, run as a user runs pytest, and everything that the run wrote."""

import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.forked_run import PROJECT, ForkedRun

_BINDING = "from pytest_bdd import scenarios\n\nscenarios('.')\n"


def write_suite(folder: Path, steps: str, **features: str) -> Path:
    """Write features, each by the name of its file, and the step definitions that serve them all."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -p no:cacheprovider --strict-markers\n")
    (folder / "conftest.py").write_text(steps, encoding="utf-8")
    (folder / "test_features.py").write_text(_BINDING)
    for name, text in features.items():
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class TinyRun:
    """The exit code and output of a run, and the folder with the results that it wrote."""

    exit_code: int
    output: str
    results_folder: Path

    @cached_property
    def results(self) -> dict[str, dict[str, Any]]:
        """Give Allure's results by the scenario's title."""
        read = self.read_results()
        results = {result["name"]: result for result in read}
        assert len(results) == len(read), "two results share a title"
        return results

    def read_results(self) -> list[dict[str, Any]]:
        """Give Allure's results as they are."""
        return self._read("*-result.json")

    @cached_property
    def containers(self) -> list[dict[str, Any]]:
        """Give the set-ups and tear-downs, each with the results that it belongs to."""
        return self._read("*-container.json")

    @property
    def run_errors(self) -> list[str]:
        """Give the run's own errors, which no scenario stands for."""
        return [error["message"] for each in self._read("*-globals.json") for error in each["errors"]]

    def steps(self, title: str) -> list[tuple[str, str]]:
        """Give a scenario's steps, each with its status."""
        return [(step["name"], step["status"]) for step in self.results[title].get("steps", [])]

    def set_ups(self, title: str) -> list[str]:
        """Give the names of a scenario's set-ups."""
        return self._fixtures(title, "befores")

    def tear_downs(self, title: str) -> list[str]:
        """Give the names of a scenario's tear-downs."""
        return self._fixtures(title, "afters")

    def attached(self, item: dict[str, Any]) -> dict[str, str]:
        """Give the texts attached to a result, a step or a fixture by their names."""
        return {
            each["name"]: (self.results_folder / each["source"]).read_text(encoding="utf-8")
            for each in item.get("attachments", [])
        }

    def _fixtures(self, title: str, half: str) -> list[str]:
        test = self.results[title]["uuid"]
        mine = [container for container in self.containers if test in container.get("children", [])]
        return sorted(fixture["name"] for container in mine for fixture in container.get(half, []))

    def _read(self, pattern: str) -> list[dict[str, Any]]:
        return [
            json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.results_folder.glob(pattern))
        ]


def labels(result: dict[str, Any], name: str) -> list[str]:
    """Give the values of a result's labels of one name."""
    return [label["value"] for label in result["labels"] if label["name"] == name]


def start(suite: Path, *options: str) -> ForkedRun:
    """Start the suite with the plugin, from a folder that has nothing to do with it; results stand beside it."""
    arguments = ("-p", "harness.plugin", str(suite), "--alluredir", str(suite / "allure-results"), *options)
    return ForkedRun(arguments, folder=suite.parent, variables=surroundings())


def surroundings() -> dict[str, str]:
    """Give a run's environment: the project is importable, and no option comes from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return {**kept, "PYTHONPATH": str(PROJECT), "PYTHONDONTWRITEBYTECODE": "1"}


def run(suite: Path, *options: str) -> TinyRun:
    """Run the suite to its end."""
    with start(suite, *options) as started:
        ended = started.ended(timeout=120)
    return TinyRun(ended.exit_code, ended.output, suite / "allure-results")
