"""Old names work for one version more, and say what to call in their place."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

from harness.deprecated import CAUSES, COMMANDS, OPTIONS
from harness.shop.shop import PROJECT
from tests.forked_run import run_pytest

READ = {"", ".md", ".yml", ".py", ".toml"}
"""The kinds of files that name commands; those without an ending are the Makefile and its like."""

# A command line for each old command that shows its exit code without a shop or an installation.
TRIALS = {
    "harness.coverage": ([], 0),
    "harness.doctor": (["--shop", "nowhere-at-all"], 78),
    "harness.findings": ([], 0),
    "harness.install": ([], 0),
    "harness.run_id": ([], 0),
    "harness.sweep": (["--shop", "nowhere-at-all", "--yes"], 78),
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project, for some commands write pages; the report generator stays where it is."""
    house = tmp_path_factory.mktemp("house")
    ignored = shutil.ignore_patterns("node_modules", "__pycache__")
    for folder in ("api", "docs", "features", "harness", "pages", "tests", "tools"):
        shutil.copytree(PROJECT / folder, house / folder, ignore=ignored)
    return house


def _called(*arguments: str, folder: Path = PROJECT) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env={**os.environ, "BROWSER_SERVER": "ws://browsers.example.com"},  # so that none is installed here
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("old", COMMANDS)
@pytest.mark.usefixtures("processes")
def test_an_old_command_hands_over(old: str, house: Path) -> None:
    """It says one line on standard error, and does what the new one does, with its exit code."""
    options, exit_code = TRIALS[old]
    new, version = COMMANDS[old]
    # What is installed already is not installed again.
    folder = PROJECT if old == "harness.install" else house
    one, other = (_called(name, *options, folder=folder) for name in (old, new))
    notice, _, rest = one.stderr.partition("\n")
    assert notice == f"`python -m {old}` is now `python -m {new}`; the old name goes with version {version}."
    assert rest == other.stderr
    assert one.returncode == other.returncode == exit_code
    assert one.stdout.count("\n") == other.stdout.count("\n")


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.usefixtures("processes")
def test_an_option_that_is_gone_is_refused(option: str) -> None:
    """A sentence says what to do in its place."""
    instead, version = OPTIONS[option]
    refused = run_pytest("features", option, "reports", variables=os.environ)
    assert refused.exit_code == pytest.ExitCode.USAGE_ERROR
    sentence = f"{option} is gone, and this notice goes with version {version}: {instead}"
    assert refused.output.count(sentence) == 1


@pytest.mark.usefixtures("processes")
def test_what_is_named_exists() -> None:
    """Pages, pipelines and sentences have new names alone; the changelog and the table have the old ones."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    exempt = {"CHANGELOG.md", *(f"{old.replace('.', '/')}.py" for old in COMMANDS)}
    named = {
        (command, name)
        for name in listed.stdout.splitlines()
        if name not in exempt and (PROJECT / name).suffix in READ and (PROJECT / name).is_file()
        for command in re.findall(r"python3? -m ((?:harness|tools|sandbox)[\w.]*\w)", _text(name))
    }
    assert len(named) > 20
    assert [each for each in sorted(named) if each[0] in COMMANDS or find_spec(each[0]) is None] == []


def test_results_of_both_names_are_sorted_alike() -> None:
    """A report over results of the version before finds the preflight's category too."""
    configuration = _text("harness/reporting/generator/allurerc.mjs")
    for old, (new, _) in CAUSES.items():
        assert f'because("({new}|{old})")' in configuration


def test_what_goes_is_gone_in_time() -> None:
    """Whoever raises the version is reminded of what goes with it."""
    project = tomllib.loads(_text("pyproject.toml"))["project"]
    versions = {version for table in (COMMANDS, OPTIONS, CAUSES) for _, version in table.values()}
    assert all(_parts(project["version"]) < _parts(version) for version in versions)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _text(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")
