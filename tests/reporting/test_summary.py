"""The summary tells a run in a few lines: what failed and why, what was skipped, where to read on.

What it says is in `__snapshots__`; `.venv/bin/pytest tests --snapshot-update -k test_snapshot_of` writes it anew.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from harness.reporting.build import Build
from harness.reporting.summary import Results
from tests.reporting.tiny_run import TinyRun

BUILD = Build(
    "GitHub Actions", "github", "acceptance #12", "https://github.com/shop/acceptance/actions/runs/4711", 12
)


def test_snapshot_of_a_red_run(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """Counts, a line for each failure with its id and cause, each reason to skip once, the facts, the links."""
    _result(
        tmp_path,
        "Two defaults",
        "failed",
        "default billing address, street: expected 1 Pine Rd, seen 9 Elm",
        id="address_book-01",
        cause="the shop",
    )
    _result(tmp_path, "It breaks", "broken", "KeyError: 'x'\nmore", cause="the suite")
    _result(tmp_path, "All is well", "passed")
    for title in ("Revoked", "Revoked twice"):
        _result(tmp_path, title, "skipped", "Skipped: the shop has no route to revoke")
    run_errors = {"errors": [{"message": "It *stopped*."}]}
    (tmp_path / "x-globals.json").write_text(json.dumps(run_errors), encoding="utf-8")
    (tmp_path / "environment.properties").write_text("Store\\ view = us\n", encoding="utf-8")
    run = Results(tmp_path, BUILD, "allure-report/index.html")
    assert run.summary() == snapshot


def test_snapshot_of_a_green_run(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """Nothing is said of what did not happen."""
    _result(tmp_path, "All is well", "passed")
    run = Results(tmp_path)
    assert run.summary() == snapshot


def test_snapshot_of_known_defects(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    """So are scenarios whose shop has been mended."""
    _result(tmp_path, "All is well", "passed")
    _result(
        tmp_path, "A long name", "skipped", "Known defect of Magento 2.4.1.\nmore", cause="a known defect"
    )
    _result(tmp_path, "No e-mail", "passed", "This shop has been mended.", id="create_customer-23")
    assert Results(tmp_path).summary() == snapshot


@pytest.mark.parametrize("text", ["<img src=x>", "a | b", "`code`", "[link](x)", "__init__"])
def test_text_of_a_shop_is_no_markdown(tmp_path: Path, text: str) -> None:
    """Neither a table's border nor a picture from elsewhere."""
    _result(tmp_path, "It fails", "failed", text)
    summary = Results(tmp_path).summary()
    assert text not in summary
    assert text in summary.replace("\\", "")


def test_interruption_is_reported_first(tmp_path: Path) -> None:
    """What never came to its end is no success."""
    _result(tmp_path, "All is well", "passed")
    _result(tmp_path, "It was stopped", "broken", cause="an interruption")
    assert Results(tmp_path).summary().startswith("### Interrupted: 1 of 2 scenarios failed before.\n")


def test_run_leaves_its_summary_beside_the_report(tiny_run: TinyRun) -> None:
    """Failures with their reasons, as the report has them."""
    summary = (tiny_run.results_folder.parent / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### 6 of 11 scenarios failed. 1 skipped.\n")
    assert "- It fails: apples: expected 4, seen 3 (the shop)\n" in summary
    assert "- It breaks: ValueError: no such coin (the suite)\n" in summary
    assert "- 1 × there is no till\n" in summary
    assert "[Report](report/index.html)" in summary


def _result(results: Path, name: str, status: str, message: str = "", **labels: str) -> None:
    result: dict[str, Any] = {"name": name, "uuid": name, "status": status}
    result["statusDetails"] = {"message": message}
    result["labels"] = [{"name": label, "value": value} for label, value in labels.items()]
    (results / f"{len(list(results.iterdir()))}-result.json").write_text(json.dumps(result), encoding="utf-8")
