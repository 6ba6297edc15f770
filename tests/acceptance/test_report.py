"""The report of a real run: what a tester needs stands at the step that failed, and the run says what it was."""

import json
import os
import re
import shlex
import signal
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from harness.reporting.handler import PLAYED_AGAIN
from harness.reporting.run_errors import BY_HAND
from tests.acceptance.feature_run import FeatureRun, run_features, start_features
from tests.forked_run import PROJECT

FAILING = "The Address Book shows the default billing and the default shipping address"
PASSING = "A wrong password is refused, and the e-mail stays in the form"
SANDBOX = "--defect swapped-addresses"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> FeatureRun:
    """Run two scenarios of the browser, one of which fails, and one that asks what the shop can."""
    folder = tmp_path_factory.mktemp("report")
    choice = "order_processing_step_6-06 or sign_in-04 or sign_in-06"
    shop = ("--shop", "embedded", "--sandbox", SANDBOX)
    finished = run_features(folder, "-m", choice, *shop, "--allure-report", str(folder / "report"))
    assert finished.exit_code == 1, finished.output
    return finished


@pytest.fixture(scope="module")
def failed_step(run: FeatureRun) -> dict[str, Any]:
    """Give the step that failed."""
    return next(step for step in run.results[FAILING]["steps"] if step["status"] == "failed")


def test_failure_is_one_sentence(run: FeatureRun) -> None:
    """In the shop's words, field by field."""
    assert run.results[FAILING]["statusDetails"]["message"].splitlines() == [
        "default billing address, street: expected 123 Oak Ave, seen 1 Elsewhere Rd; "
        "default billing address, postcode: expected 10755, seen 99999",
        f"{PLAYED_AGAIN}, it failed the same way.",
    ]


def test_difference_is_a_table(run: FeatureRun, failed_step: dict[str, Any]) -> None:
    """Expected beside seen."""
    assert _texts(run, failed_step)["What differs"].splitlines() == [
        "of,field,expected,seen",
        "default billing address,street,123 Oak Ave,1 Elsewhere Rd",
        "default billing address,postcode,10755,99999",
    ]


def test_failed_step_shows_the_page(run: FeatureRun, failed_step: dict[str, Any]) -> None:
    """As a picture and as HTML, with the street that was wrong."""
    files = _files(run, failed_step)
    assert files["Address Book, /us/customer/address/"].read_bytes().startswith(b"\xff\xd8\xff")
    assert "1 Elsewhere Rd" in files["The page's HTML"].read_text(encoding="utf-8")


def test_second_play_has_a_trace_and_the_way_to_open_it(run: FeatureRun) -> None:
    """The command names a file that is there, the same as the attached one."""
    second_play = next(step for step in run.results[FAILING]["steps"] if step["name"] == PLAYED_AGAIN)
    failed_step = next(step for step in second_play["steps"] if step["status"] == "broken")
    files = _files(run, failed_step)
    command = files["How to open trace.zip"].read_text(encoding="utf-8").splitlines()[-1]
    playwright, *_, path = shlex.split(command)
    assert playwright == ".venv/bin/playwright"
    assert Path(PROJECT, path).read_bytes() == files["Playwright trace (trace.zip)"].read_bytes()
    with zipfile.ZipFile(Path(PROJECT, path)) as trace:
        events = trace.read("trace.trace").decode()
    assert f"order_processing_step_6-06: {FAILING}" in events
    for sentence in ("When the customer opens the Address Book", failed_step["name"]):
        assert f'"title":"{sentence}"' in events


def test_passed_then_shows_what_it_asserted(run: FeatureRun) -> None:
    """Evidence is not for failures alone; a When has none."""
    steps = run.results[PASSING]["steps"]
    pictures = {step["name"]: [name for name in _files(run, step) if "Login" in name] for step in steps}
    assert pictures["Then the storefront refuses the sign-in"] == [
        "Customer Login, /us/customer/account/login/"
    ]
    assert pictures["When the customer tries to sign in with a wrong password"] == []


def test_passed_scenario_keeps_no_trace(run: FeatureRun) -> None:
    """Nobody would open it."""
    kept = {path.parent.name for path in (run.folder / "test-results").rglob("*") if path.is_file()}
    assert len(kept) == 1
    assert "address-book" in kept.pop()


def test_exchange_comes_with_its_command(run: FeatureRun) -> None:
    """At the step that made it: the exchange as Allure shows one, and the same for curl."""
    given = run.results[PASSING]["steps"][0]
    texts = _texts(run, given)
    title = next(
        name for name in texts if re.fullmatch(r"POST /rest/us/V1/customers -> 200 \(\d+ ms\)", name)
    )
    exchange = json.loads(texts[title])
    assert json.loads(exchange["response"]["body"]["value"])["firstname"] == "Jane"
    command = texts["curl: POST /rest/us/V1/customers"]
    assert '"Authorization: Bearer $ADMIN_TOKEN"' in command
    assert '"password": "$PASSWORD"' in command


def test_rerun_is_reported(run: FeatureRun) -> None:
    """With the shop as it was."""
    description = run.results[FAILING]["description"]
    assert "make rerun SHOP=embedded ID=order_processing_step_6-06 " in description
    assert f'--sandbox "{SANDBOX}"' in description


def test_run_says_what_it_was(run: FeatureRun) -> None:
    """The shop, what it can, the browser, the suite."""
    lines = (
        (run.folder / "allure-results" / "environment.properties").read_text(encoding="utf-8").splitlines()
    )
    facts = dict(line.replace("\\", "").split(" = ", 1) for line in lines)
    assert facts["Magento"] == "Magento/2.4 (Community)"
    assert facts["Store view"] == "us"
    assert facts["Storefront"] == f"{facts['Shop']}/us"
    assert facts["Theme"] == "Luma"
    assert re.fullmatch(r"chromium [\d.]+", facts["Browser"])
    assert facts["Has"] == "second-website, other-countries, jwt, admin-token, manage, group, revocation"
    assert facts["Lacks"] == "second-store-view"
    assert facts["Version"] == "2.4.8, by its modules"
    assert re.fullmatch(r"\d{8}-\d{6}-[0-9a-f]{4}", facts["Run"])


def test_summary_and_history_stand_beside_the_report(run: FeatureRun) -> None:
    """For a pull request, and for the next run."""
    summary = (run.folder / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### 1 of 3 scenarios failed.\n")
    assert f"- `order_processing_step_6-06` {FAILING}: default billing address, street: expected" in summary
    assert "[Report](report/index.html)" in summary
    assert len((run.folder / "history.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_stopped_run_has_a_report_too(tmp_path: Path) -> None:
    """Ctrl-C reaches the browser and everything else of the run; the store stays until customers are deleted."""
    options = ("-m", "browser", "--shop", "embedded", "--allure-report", str(tmp_path / "report"))
    with start_features(tmp_path, *options) as run:
        _wait_for_a_result(tmp_path / "allure-results")
        os.killpg(run.pid, signal.SIGINT)
        ended = run.ended(timeout=120)
    assert ended.exit_code == pytest.ExitCode.INTERRUPTED, ended.output
    assert "Traceback" not in ended.output
    assert "Left behind" not in ended.output
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("### Interrupted: ")
    assert BY_HAND in summary
    assert (tmp_path / "report" / "index.html").exists()


def _wait_for_a_result(results: Path) -> None:
    end = time.monotonic() + 120
    while not list(results.glob("*-result.json")):
        assert time.monotonic() < end, "no scenario ever ended"
        time.sleep(0.1)


def _files(run: FeatureRun, item: dict[str, Any]) -> dict[str, Path]:
    return {
        each["name"]: run.folder / "allure-results" / each["source"] for each in item.get("attachments", [])
    }


def _texts(run: FeatureRun, item: dict[str, Any]) -> dict[str, str]:
    files = _files(run, item).items()
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in files
        if path.suffix in {".txt", ".json", ".csv"}
    }
