"""Which gear a test is in is decided by what it starts, and nothing else can start a process."""

import pytest

from tests.forked_run import run_pytest
from tests.gears import MARKER, REMEDY, Gears

pytest_plugins = ["pytester"]

SUITE = """
import os
import subprocess
import sys
from threading import Thread

import pytest


@pytest.fixture(scope="session")
def processes():
    pass


@pytest.fixture(scope="session")
def playwright():
    os.system("exit 0")


@pytest.fixture
def store(processes):
    subprocess.run([sys.executable, "-c", ""], check=True)


def test_in_process():
    pass


def test_through_a_fixture(store):
    pass


@pytest.mark.usefixtures("processes")
def test_itself():
    os.system("exit 0")


def test_browser(playwright):
    pass


def test_without_a_word():
    subprocess.run([sys.executable, "-c", ""], check=True)


def test_shell_without_a_word():
    try:
        os.system("exit 0")
    except Exception:
        pass


def test_set_up_without_a_word(started):
    pass


@pytest.fixture
def started():
    subprocess.run([sys.executable, "-c", ""], check=True)
"""
"""The tests that fail say nothing of the process that they start."""

STARTING = ["test_through_a_fixture", "test_itself", "test_browser"]
SILENT = ["test_without_a_word", "test_shell_without_a_word", "test_set_up_without_a_word"]


@pytest.mark.parametrize(
    ("gear", "passing"), [("", ["test_in_process", *STARTING]), ("not", ["test_in_process"])]
)
@pytest.mark.usefixtures("processes")
def test_a_process_without_its_fixture_fails(
    pytester: pytest.Pytester, gear: str, passing: list[str]
) -> None:
    """In either gear, in set-up too, and caught by nobody; the fixture, or one that requests it, chooses the gear."""
    pytester.makeini(f"[pytest]\nmarkers =\n    {MARKER}: starts processes\n")
    pytester.makepyfile(SUITE)
    chosen = ["-m", f"{gear} {MARKER}"] if gear else []
    run = pytester.inline_run(
        "-p", "no:cacheprovider", "-p", "no:playwright", *chosen, plugins=[Gears(pytester.path)]
    )
    passed, skipped, failed = run.listoutcomes()
    assert skipped == []
    assert sorted(_name(one) for one in passed) == sorted(passing)
    assert sorted(_name(one) for one in failed) == sorted(SILENT)
    assert all(REMEDY in one.longreprtext for one in failed)


def test_a_forked_run_is_a_process() -> None:
    """It is refused here like any other."""
    with pytest.raises(pytest.fail.Exception, match="processes"):
        run_pytest("--version", variables={})


def _name(report: pytest.TestReport | pytest.CollectReport) -> str:
    return report.nodeid.rpartition("::")[2]
