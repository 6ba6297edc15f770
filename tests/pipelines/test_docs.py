"""What the pages in docs/ tell their readers to write and to run works."""

import re

import pytest

from harness.core import exit_codes
from tests.pipelines.checkout import Checkout

SEEN = ("--headed", "--slowmo 500", "--step-by-step")
"""What needs somebody who looks."""


def test_scenario_that_the_page_walks_through(checkout: Checkout) -> None:
    """It passes on a sound store, fails on the one that the page names, and keeps the house's rules."""
    text = checkout.text("docs/writing-scenarios.md")
    scenario, coverage, told = re.findall(r"```(?:gherkin|toml)?\n(.*?)```", text, re.DOTALL)
    for file, more in (("features/address_book.feature", scenario), ("docs/coverage.toml", coverage)):
        (checkout.folder / file).write_text(f"{checkout.text(file)}\n{more}", encoding="utf-8")
    checkout.carry_out("git init --quiet && git add .")  # the house's rules ask git which files there are
    codes = []
    for command in told.replace(".venv/bin/", "").splitlines():
        seen = re.sub("|".join(SEEN), "", command)
        run = checkout.carry_out(seen, few="-p no:cacheprovider")
        codes.append((command, run.returncode, run.stdout))
    assert [code for _, code, _ in codes] == [0, 0, 1, 0], codes


def test_codes_of_its_own_are_in_the_table(checkout: Checkout) -> None:
    """Whoever sets a pipeline up looks them up there."""
    table = re.findall(r"^\| (\d+) \|", checkout.text("docs/pipelines.md"), re.MULTILINE)
    assert {"0", "1", str(exit_codes.UNAVAILABLE), str(exit_codes.CONFIGURATION)} == set(table)


@pytest.mark.parametrize("page", ["docs/pipelines.md", "docs/writing-scenarios.md"])
def test_files_named_exist(checkout: Checkout, page: str) -> None:
    """A file that a page names is there."""
    named = re.findall(
        r"`((?:\.github/|features/|docs/)[\w./-]+|\.gitlab-ci\.yml|[A-Z]\w+file)`", checkout.text(page)
    )
    assert named
    assert [name for name in named if not (checkout.folder / name).is_file()] == []
