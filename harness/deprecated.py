"""Old names, each with the version in which it goes; until then it still works, or says what takes its place.

A module whose only line calls `run_new_command` keeps an old command: it says its new name and hands over to it.
"""

import argparse
import runpy
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

COMMANDS = {
    "harness.coverage": ("tools.coverage", "0.3.0"),
    "harness.doctor": ("harness.preflight", "0.3.0"),
    "harness.findings": ("tools.findings_page", "0.3.0"),
    "harness.install": ("tools.install", "0.3.0"),
    "harness.run_id": ("harness.run.run_id", "0.3.0"),
    "harness.sweep": ("harness.customers.sweep", "0.3.0"),
}
"""What `python -m` is given, old and new."""

OPTIONS = {
    "--manual": (
        "run the features with --alluredir reports/allure-results, then "
        "`python -m tools.checklist reports/allure-results --output DIR`",
        "0.3.0",
    ),
}
"""pytest's options that are gone, and what to do in their place; each took one value."""

CAUSES = {"the gate": ("the preflight", "0.3.0")}
"""Values of the label `cause`: reporting/generator/allurerc.mjs sorts results of both names into one category."""


def run_new_command(old: str) -> None:
    """Say the new name on standard error, and run the new command in this one's place, with its exit code."""
    new, version = COMMANDS[old]
    sys.stderr.write(
        f"`python -m {old}` is now `python -m {new}`; the old name goes with version {version}.\n"
    )
    runpy.run_module(new, run_name="__main__", alter_sys=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Refuse the options that are gone with one sentence, and not as unknown."""
    for option in OPTIONS:
        parser.addoption(option, type=_refusal(option), help=argparse.SUPPRESS)


def _refusal(option: str) -> Callable[[str], NoReturn]:
    instead, version = OPTIONS[option]

    def refuse(_value: str) -> NoReturn:
        raise argparse.ArgumentTypeError(
            f"{option} is gone, and this notice goes with version {version}: {instead}"
        )

    return refuse
