"""A failed browser scenario is played once more to be recorded, and its verdict stands."""

from pathlib import Path
from typing import Any

import pytest

from harness.reporting.handler import PLAYED_AGAIN
from tests.acceptance.conftest import ADMIN_PASSWORD, Serve
from tests.acceptance.feature_run import run_features

DEFECT = "--testing --defect swapped-addresses"
BOTH = "address_book-01 or address_book-07"


def test_as_many_as_the_settings_allow(tmp_path: Path, serve: Serve) -> None:
    """The second of two failures is not played again, and says so."""
    run = run_features(tmp_path, "-m", BOTH, variables=_variables(serve, "1"))
    assert run.exit_code == 1, run.output
    replays = {name: _second_play(result) for name, result in run.results.items()}
    assert sorted(len(steps) for steps in replays.values()) == [0, 6]
    traces = {name: "trace.zip" in str(result) for name, result in run.results.items()}
    assert {name: bool(steps) for name, steps in replays.items()} == traces
    reasons = [name for result in run.results.values() for name in _attached(result)]
    assert reasons.count("Why there is no trace") == 1
    (played,) = [message for message in run.failed().values() if PLAYED_AGAIN in message]
    assert played.endswith(f"{PLAYED_AGAIN}, it failed the same way.")


def test_what_passes_when_played_again_has_failed(tmp_path: Path) -> None:
    """The exit code is the first play's; terminal, result and summary say how the second one ended."""
    choice = ("-m", "order_processing_step_6-06", "-p", "tests.acceptance.mended")
    report = ("--allure-report", str(tmp_path / "report"))
    run = run_features(tmp_path, *choice, *report, "--shop", "embedded", "--sandbox", DEFECT)
    assert run.exit_code == 1, run.output
    (message,) = run.failed().values()
    assert message.splitlines()[1:] == [f"{PLAYED_AGAIN}, it passed."]
    assert "seen 99999 (passed when played again)" in run.output
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "(the shop; passed when played again)" in summary
    (result,) = run.results.values()
    assert result["status"] == "failed"
    assert {step["status"] for step in _second_play(result)} == {"passed"}
    assert "trace.zip" in str(result)


@pytest.mark.parametrize(
    ("options", "is_recorded"), [((), False), (("--tracing", "retain-on-failure"), True)]
)
def test_without_a_second_play(
    tmp_path: Path, serve: Serve, options: tuple[str, ...], is_recorded: bool
) -> None:
    """Nothing is recorded, unless pytest-playwright's own option asks for it."""
    choice = ("-m", "order_processing_step_6-06", *options)
    run = run_features(tmp_path, *choice, variables=_variables(serve, "0"))
    (result,) = run.results.values()
    assert _second_play(result) == []
    assert ("trace.zip" in str(result)) == is_recorded


def _variables(serve: Serve, play_again: str) -> dict[str, str]:
    """Serve a shop with a defect, whose settings say how many scenarios are played again."""
    return {
        "SHOP_BASE_URL": serve(*DEFECT.split()),
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        "SHOP_PLAY_AGAIN": play_again,
    }


def _second_play(result: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the steps of the second play."""
    return [
        step for each in result["steps"] if each["name"] == PLAYED_AGAIN for step in each.get("steps", ())
    ]


def _attached(result: dict[str, Any]) -> list[str]:
    return [attachment["name"] for attachment in result.get("attachments", ())]
