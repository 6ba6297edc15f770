"""What .github/workflows/acceptance.yml does, script by script, in a fresh checkout."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.pipelines.checkout import Checkout

NOT_THERE = '[staging]\nbase_url = "http://127.0.0.1:9"\n'


@pytest.fixture(scope="module")
def jobs(checkout: Checkout) -> dict[str, Any]:
    """Give the workflow's jobs."""
    jobs: dict[str, Any] = checkout.yaml(".github/workflows/acceptance.yml")["jobs"]
    return jobs


def _scripts(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_push(checkout: Checkout, jobs: dict[str, Any], tmp_path: Path) -> None:
    """A push runs the embedded store and leaves report, JUnit and the summary of the job's page."""
    page = tmp_path / "page.md"
    for script in _scripts(jobs["embedded"]):
        run = checkout.carry_out(script, {"GITHUB_STEP_SUMMARY": str(page)})
        assert run.returncode == 0, run.stdout
    assert "1 scenario passed" in page.read_text(encoding="utf-8")
    for name in ("allure-report/index.html", "junit.xml", "history.jsonl"):
        assert (checkout.folder / "reports" / name).is_file()


def test_plan(checkout: Checkout, jobs: dict[str, Any], tmp_path: Path) -> None:
    """One id for all machines, and as many parts as were asked for."""
    output = tmp_path / "output"
    (script,) = _scripts(jobs["plan"])
    run = checkout.carry_out(script, {"GITHUB_OUTPUT": str(output), "MACHINES": "3"})
    assert run.returncode == 0, run.stdout
    reported = dict(line.split("=") for line in output.read_text(encoding="utf-8").splitlines())
    assert re.fullmatch(r"\d{8}-\d{6}-[0-9a-f]{4}", reported["run-id"])
    assert json.loads(reported["parts"]) == [1, 2, 3]


def test_shop_and_report(checkout: Checkout, jobs: dict[str, Any], tmp_path: Path) -> None:
    """A machine runs its part, and its results go into the report of all parts."""
    variables = {
        "SHOP": "embedded",
        "TAGS": "",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "page.md"),
        "PART": "1/1",
    }
    for script in _scripts(jobs["shop"]):
        run = checkout.carry_out(script, variables)
        assert run.returncode == 0, run.stdout
    (checkout.folder / "parts").mkdir()
    (checkout.folder / "reports").rename(checkout.folder / "parts" / "results-1")
    (script,) = _scripts(jobs["report"])
    run = checkout.carry_out(script)
    assert run.returncode == 0, run.stdout
    assert (checkout.folder / "reports" / "allure-report" / "index.html").is_file()
    assert (checkout.folder / "reports" / "history.jsonl").is_file()


def test_shop_that_is_not_there(checkout: Checkout, jobs: dict[str, Any], tmp_path: Path) -> None:
    """The job's secrets reach the suite under the shop's name; 69 and 78 are distinguished, and the page says why."""
    (checkout.folder / "shops.toml").write_text(NOT_THERE, encoding="utf-8")
    page = tmp_path / "page.md"
    variables = {"SHOP": "staging", "TAGS": "smoke", "PART": "1/1", "GITHUB_STEP_SUMMARY": str(page)}
    access = {"ADMIN_USERNAME": "acceptance", "ADMIN_PASSWORD": "Gh7-known/secret", "ADMIN_TOKEN": ""}
    test, show = _scripts(jobs["shop"])
    run = checkout.carry_out(test, {**variables, **access})
    assert run.returncode == 69, run.stdout
    assert "::error title=staging is not testable::" in run.stdout
    assert checkout.carry_out(show, variables).returncode == 0
    assert "http://127.0.0.1:9" in page.read_text(encoding="utf-8")
    assert access["ADMIN_PASSWORD"] not in run.stdout + page.read_text(encoding="utf-8")

    run = checkout.carry_out(test, variables)
    assert run.returncode == 78, run.stdout
    assert "::error title=Settings::" in run.stdout
    assert "STAGING_ADMIN_USERNAME and STAGING_ADMIN_PASSWORD" in run.stdout


def test_clean_up(checkout: Checkout, jobs: dict[str, Any]) -> None:
    """It asks nobody, and takes the run's own customers alone."""
    (script,) = _scripts(jobs["clean-up"])
    run = checkout.carry_out(script, {"SHOP": "embedded", "ACCEPTANCE_RUN_ID": "20261125-101500-a1b2"})
    assert (run.returncode, run.stdout) == (0, "The embedded store is gone with its run.\n")


def test_clean_up_comes_after_a_cancelled_run_too(jobs: dict[str, Any]) -> None:
    """GitHub carries out nothing else after somebody pressed Cancel."""
    assert jobs["clean-up"]["if"].startswith("always()")
    assert jobs["clean-up"]["needs"] == ["plan", "shop"]
    assert jobs["clean-up"]["env"] == jobs["shop"]["env"]
    assert jobs["shop"]["env"]["ACCEPTANCE_RUN_ID"] == "${{ needs.plan.outputs.run-id }}"
