"""Nothing is lost against allure-pytest-bdd: what it reports of the same features is reported here too."""

import json
from typing import Any

import pytest

from tests.reporting.allure_pytest_bdd import RECORDING, reported
from tests.reporting.tiny_run import TinyRun

RECORDED: dict[str, dict[str, Any]] = json.loads(RECORDING.read_text(encoding="utf-8"))


def test_scenario_tells_as_much(subtests: pytest.Subtests, tiny_run: TinyRun) -> None:
    """Its status and parameters, and of each step the name, status, values and table."""
    for title, theirs in RECORDED.items():
        with subtests.test(title=title):
            ours = reported(tiny_run.results_folder)[title]
            assert ours["status"] == theirs["status"]
            assert ours["parameters"].items() >= theirs["parameters"].items()
            assert [step["name"] for step in ours["steps"]] == [step["name"] for step in theirs["steps"]]
            for own, their in zip(ours["steps"], theirs["steps"], strict=True):
                assert own["status"] == their["status"], own["name"]
                assert own["parameters"].items() >= their["parameters"].items()
                assert set(own["attached"]) >= set(their["attached"])


def test_recording_holds_what_is_compared() -> None:
    """Every way to end, an outline's row, a table, a text: else the comparison would be of nothing."""
    assert {scenario["status"] for scenario in RECORDED.values()} == {"passed", "failed", "broken", "skipped"}
    steps = [step for scenario in RECORDED.values() for step in scenario["steps"]]
    assert any(scenario["parameters"] for scenario in RECORDED.values())
    assert any(step["parameters"] for step in steps)
    assert {text for step in steps for text in step["attached"]} == {
        "goods,number\napples,3",
        "Dear customer,\ncome again.",
    }
