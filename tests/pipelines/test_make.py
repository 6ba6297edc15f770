"""Make only sets up the machine: behind every target stands one plain command, which is tried elsewhere."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.shop.shop import PROJECT

pytestmark = pytest.mark.usefixtures("processes")

COMMANDS = {
    ("acceptance",): "pytest features --shop embedded --alluredir reports/allure-results --clean-alluredir "
    "--allure-report reports/allure-report",
    (
        "rerun",
        "SHOP=staging",
        "ID=address_book-07",
    ): "pytest features -m address_book-07 --shop staging --headed --slowmo 500 --step-by-step --keep",
    (
        "rerun-failed",
        "SHOP=staging",
    ): "pytest features --last-failed --last-failed-no-failures none --shop staging",
    ("scenarios",): "pytest features --list-scenarios --catalogue reports",
    ("steps",): "pytest features --list-steps --catalogue reports",
    ("manual",): "python -m tools.checklist reports/allure-results --output reports",
    ("check",): "pytest tests -n auto --dist loadgroup -m 'not processes'",
    ("test",): "pytest tests -n auto --dist loadgroup",
    ("configured",): "python -m tools.configured",
    ("defects",): "python -m tools.defects",
    ("soak", "TIMES=1"): "python -m tools.soak --times 1",
    ("bench",): "python -m bench",
    ("coverage",): "python -m tools.covered",
    ("audit",): "python -m tools.audit",
    ("doctor", "SHOP=staging"): "python -m harness.preflight --shop staging",
    ("doctor", "SHOP=staging", "TRY=1"): "python -m harness.preflight --shop staging --try",
    ("sweep", "SHOP=staging"): "python -m harness.customers.sweep --shop staging",
    (
        "sweep",
        "SHOP=staging",
        "RUN=x",
        "YES=1",
    ): "python -m harness.customers.sweep --shop staging --run x --yes",
}


@pytest.fixture(autouse=True)
def make() -> None:
    """Leave these tests to machines that have make."""
    if sys.platform == "win32":
        pytest.skip("make is a thing of Linux and macOS; the plain commands stand in README.md")


def _reported(*target: str, folder: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    command = ["make", "--dry-run", "--old-file=.venv/ready", *target]
    # What `make test` hands on to a make below it is not meant here.
    handed_on = {"MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "PYTEST_OPTIONS"}
    clean = {name: value for name, value in os.environ.items() if name not in handed_on}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)


def test_target_ends_in_a_plain_command(subtests: pytest.Subtests) -> None:
    """The machine is set up before it, once."""
    for target, command in COMMANDS.items():
        with subtests.test(target=target):
            last = _reported(*target).stdout.splitlines()[-1]
            assert shlex.join(shlex.split(last.removeprefix(".venv/bin/"))) == command


@pytest.mark.parametrize("gear", ["check", "test"])
def test_either_gear_begins_with_what_reads_the_code(gear: str) -> None:
    """Linters, types and contracts are in both."""
    before = _reported(gear).stdout.splitlines()[:-1]
    assert before == [
        f".venv/bin/{one}"
        for one in ("ruff check .", "ruff format --check .", "mypy", "lint-imports", "vulture")
    ]


def test_checklist_is_made_of_results_that_are_there_or_of_a_new_run(tmp_path: Path) -> None:
    """Without a result there is a run first, and with a shop's name too: the results may be another shop's."""
    for name in ("Makefile", "requirements.txt", "harness/reporting/generator/package-lock.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    says, run, _ = _reported("manual", folder=tmp_path).stdout.splitlines()
    assert says == 'echo "The scenarios of the checklist are run first; SHOP is embedded."'
    assert shlex.split(run.removeprefix(".venv/bin/"))[:4] == shlex.split(COMMANDS[("acceptance",)])[:4]
    assert run.endswith("|| test $? -eq 1")
    results = tmp_path / "reports" / "allure-results"
    results.mkdir(parents=True)
    (results / "1-result.json").touch()
    assert len(_reported("manual", folder=tmp_path).stdout.splitlines()) == 1
    assert " --shop staging " in _reported("manual", "SHOP=staging", folder=tmp_path).stdout.replace('"', "")


def test_options_reach_pytest() -> None:
    """As the report's own line for a rerun has them."""
    options = """PYTEST_OPTIONS=--sandbox "--defect swapped-addresses\""""
    last = _reported("rerun", "SHOP=embedded", "ID=address_book-01", options).stdout.splitlines()[-1]
    assert shlex.split(last)[-2:] == ["--sandbox", "--defect swapped-addresses"]


def test_rerun_asks_for_an_id() -> None:
    """Without one everything would be rerun, step by step."""
    reported = _reported("rerun", "SHOP=staging")
    assert reported.returncode == 2
    assert (
        "ID is missing: name a scenario, as in make rerun SHOP=staging ID=address_book-07" in reported.stderr
    )


def test_plain_commands_are_in_the_docs() -> None:
    """Every target has its row in docs/plain-commands.md, with the command that make carries out."""
    page = (PROJECT / "docs" / "plain-commands.md").read_text(encoding="utf-8")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = next(line for line in makefile.splitlines() if line.startswith(".PHONY: ")).split()[1:]
    rows = dict(re.findall(r"^\| `make ([\w-]+).*?` \| (.*) \|$", page, re.MULTILINE))
    assert set(targets) == set(rows)
    for arguments, command in COMMANDS.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `make {arguments[0]}"))
        assert f"`.venv/bin/{command.removesuffix(' --run x --yes')}`" in row
