"""A scenario is recognised in the next run, whatever was added around it."""

from pathlib import Path
from typing import Any

import pytest

from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, run, write_suite

IDS = ("fullName", "testCaseId", "historyId")

EARLIER_FEATURE = """
Feature: A feature that is read first
  Scenario: It passes
    Given a shop
"""

MORE_ROWS = tiny_shop.GHERKIN.replace(
    "        | pears  | 2      |", "        | plums  | 9      |\n        | pears  | 2      |"
)
MORE_SCENARIOS = tiny_shop.ENDINGS.replace(
    "  @critical", "  Scenario: A new one comes first\n    Given a shop\n\n  @critical", 1
)


@pytest.fixture(scope="module")
def grown_run(processes: None, tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run the tiny suite again, elsewhere, after it has grown at its beginnings."""
    folder = tmp_path_factory.mktemp("grown") / "another name"
    suite = write_suite(folder, tiny_shop.STEPS, endings=MORE_SCENARIOS, gherkin=MORE_ROWS)
    return run(suite)


def test_ids_survive_growth(tiny_run: TinyRun, grown_run: TinyRun) -> None:
    """Neither folder, file, line, order nor node id is part of them."""
    assert set(grown_run.results) - set(tiny_run.results) == {
        "A new one comes first",
        "The customer buys plums",
    }
    for title, result in tiny_run.results.items():
        assert _ids(result) == _ids(grown_run.results[title]), title


def test_ids_are_unique_but_for_rows(grown_run: TinyRun) -> None:
    """Rows of an outline are one test case with a history for each row."""
    results = grown_run.results.values()
    assert len({result["historyId"] for result in results}) == len(results)
    rows = [result for title, result in grown_run.results.items() if "buys" in title]
    assert len(rows) == 3
    assert len({result["testCaseId"] for result in rows}) == 1


def test_equal_titles_in_two_features_are_two_scenarios(tmp_path: Path, tiny_run: TinyRun) -> None:
    """The feature is part of the identity, and an earlier file takes nothing from a later one."""
    features = {"a_first": EARLIER_FEATURE, "endings": tiny_shop.ENDINGS}
    suite = write_suite(tmp_path / "suite", tiny_shop.STEPS, **features)
    both = {
        result["fullName"]: result
        for result in run(suite, "-k", "it_passes").read_results()
        if result["name"] == "It passes"
    }
    assert set(both) == {"A feature that is read first: It passes", "Endings: It passes"}
    earlier, later = (both[name] for name in sorted(both))
    assert earlier["historyId"] != later["historyId"]
    assert earlier["testCaseId"] != later["testCaseId"]
    assert _ids(later) == _ids(tiny_run.results["It passes"])


def _ids(result: dict[str, Any]) -> list[str]:
    return [result[name] for name in IDS]
