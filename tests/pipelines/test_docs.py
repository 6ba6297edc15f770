"""What the pages in docs/ tell their readers to write and to run works."""

import re

import pytest

from harness.core.exit_codes import ExitCode
from harness.shop.shop import PROJECT
from tests.pipelines.checkout import Checkout

SEEN = ("--headed", "--slowmo 500", "--step-by-step")
"""What needs somebody who looks."""

IMPORTS = "tests/house/test_contracts.py"
"""What no scenario has to do with, and takes long."""


def _text(file: str) -> str:
    return (PROJECT / file).read_text(encoding="utf-8")


def test_scenario_that_the_page_walks_through(checkout: Checkout) -> None:
    """It passes on a sound store, fails on the one that the page names, and keeps the house's rules."""
    text = checkout.text("docs/writing-scenarios.md")
    scenario, coverage, reported = re.findall(r"```(?:gherkin|toml)?\n(.*?)```", text, re.DOTALL)
    for file, more in (("features/address_book.feature", scenario), ("docs/coverage.toml", coverage)):
        (checkout.folder / file).write_text(f"{checkout.text(file)}\n{more}", encoding="utf-8")
    checkout.carry_out("git init --quiet && git add .")  # the house's rules ask git which files there are
    codes = []
    for command in reported.replace(".venv/bin/", "").splitlines():
        seen = re.sub("|".join(SEEN), "", command)
        run = checkout.carry_out(seen, few=f"-p no:cacheprovider --ignore={IMPORTS}")
        codes.append((command, run.returncode, run.stdout))
    assert [code for _, code, _ in codes] == [0, 0, 1, 0], codes


def test_exit_codes_are_in_the_table() -> None:
    """Every code that a run or a command ends with is explained, once, and no other."""
    table = re.findall(r"^\| (\d+) \|", _text("docs/exit-codes.md"), re.MULTILINE)
    assert sorted(map(int, table)) == sorted({*ExitCode, *pytest.ExitCode})


def test_exit_codes_are_explained_in_one_place(subtests: pytest.Subtests) -> None:
    """The other pages link there, and hold no table of their own."""
    rows: tuple[str, ...] = (
        "README.md",
        "docs/pipelines.md",
        "docs/staging.md",
        "docs/findings.md",
    )
    for page in rows:
        with subtests.test(page=page):
            text = _text(page)
            assert re.search(r"\((docs/)?exit-codes\.md\)", text)
            assert re.findall(r"^\| (?:0|1|69|70|78|130) \|", text, re.MULTILINE) == []


@pytest.mark.parametrize("page", ["docs/pipelines.md", "docs/writing-scenarios.md"])
def test_files_named_exist(page: str) -> None:
    """A file that a page names is there."""
    named = re.findall(
        r"`((?:\.github/|features/|docs/)[\w./-]+|\.gitlab-ci\.yml|[A-Z]\w+file)`", _text(page)
    )
    assert named
    assert [name for name in named if not (PROJECT / name).is_file()] == []
