"""Several --browser run each browser scenario in each of them, and nothing else twice."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.feature_run import run_features

BOTH = ("--browser", "chromium", "--browser", "firefox")
CHOICE = ("--shop", "embedded", "-m", "sign_in-01 or store_views-01")


def test_each_scenario_in_each_browser(tmp_path: Path) -> None:
    """With a result, an id and a history for each; what needs no browser runs once, as with a single one."""
    run = run_features(tmp_path, *BOTH, *CHOICE, "-p", "tests.acceptance.second_browser")
    assert run.exit_code == 0, run.output
    ids = Counter(_label(result, "id") for result in run.all_results)
    assert ids == {"sign_in-01.chromium": 1, "sign_in-01.firefox": 1, "store_views-01": 1}
    assert len({result["historyId"] for result in run.all_results}) == 3
    (other,) = (each for each in run.all_results if _label(each, "id") == "sign_in-01.firefox")
    assert {each["name"]: each["value"] for each in other["parameters"]} == {"browser": "firefox"}
    assert "-m sign_in-01 --shop embedded --browser firefox" in other["description"]


def test_one_of_them_by_its_id(tmp_path: Path) -> None:
    """As the report names it."""
    choice = ("--shop", "embedded", "-m", "sign_in-01.firefox", "-p", "tests.acceptance.second_browser")
    run = run_features(tmp_path, *BOTH, *choice)
    assert [_label(result, "id") for result in run.all_results] == ["sign_in-01.firefox"]


@pytest.mark.parametrize(
    "asked", [("--browser", "webkit"), BOTH, ("--browser-channel", "msedge"), ("--browser-channel", "opera")]
)
def test_browser_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    """Whatever its name or channel: the preflight says so before anything runs."""
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "none"))
    run = run_features(tmp_path, *asked, *CHOICE)
    assert run.exit_code == 78
    assert [_label(result, "id") for result in run.all_results] == [""]  # the preflight's own
    assert f"This machine lacks what {' '.join(asked[-2:])} asks for: " in run.output


def _label(result: dict[str, Any], name: str) -> str:
    return next((str(each["value"]) for each in result["labels"] if each["name"] == name), "")
