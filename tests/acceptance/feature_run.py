"""A run of the features as a user starts it, in a process of its own, and what it left behind."""

import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.forked_run import PROJECT, ForkedRun


@dataclass(frozen=True)
class FeatureRun:
    """The exit code and output of a run, and the folder with everything that it wrote."""

    exit_code: int
    output: str
    folder: Path

    @cached_property
    def results(self) -> dict[str, dict[str, Any]]:
        """Give Allure's results by the scenario's title."""
        return {result["name"]: result for result in self.all_results}

    @cached_property
    def all_results(self) -> list[dict[str, Any]]:
        """Give them as they are: a title has several where there are several store views or browsers."""
        return [
            json.loads(path.read_text(encoding="utf-8"))
            for path in (self.folder / "allure-results").glob("*-result.json")
        ]

    def failed(self) -> dict[str, str]:
        """Give the failed scenarios, each with the sentence of its failure."""
        return {
            name: result.get("statusDetails", {}).get("message", "")
            for name, result in self.results.items()
            if result["status"] != "passed"
        }


def run_features(folder: Path, *options: str, variables: dict[str, str] | None = None) -> FeatureRun:
    """Run the features with more options; everything is written below `folder`."""
    with start_features(folder, *options, variables=variables) as run:
        ended = run.ended()
    return FeatureRun(ended.exit_code, ended.output, folder)


def start_features(folder: Path, *options: str, variables: dict[str, str] | None = None) -> ForkedRun:
    """Start a run, in a process group of its own, and go on without waiting for its end."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    return ForkedRun(
        [
            *(str(PROJECT / "features"), "-p", "no:cacheprovider"),
            *("--alluredir", str(folder / "allure-results"), "--output", str(folder / "test-results")),
            *options,
        ],
        folder=PROJECT,
        variables={**clean, **(variables or {})},
    )
