"""Every import contract can break: a copy of the house in which somebody crosses a line is refused by its name."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from harness.shop.shop import PROJECT

_CONFIGURATION = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]

CROSSINGS = {
    "The embedded store stands alone": [("sandbox/shop.py", "import api.errors")],
    "Steps speak through the REST client and the page objects": [
        ("steps/answer_steps.py", "import requests")
    ],
    "Pages know Playwright and the REST side's models": [("pages/theme.py", "import api.rest_client")],
    "The REST side knows requests alone": [("api/polling.py", "import playwright")],
    "The harness runs the parts and knows no sentence": [("harness/plugin.py", "import steps.answer_steps")],
    "The harness has floors, and siblings do not know each other": [
        ("harness/customers/sweep.py", "import harness.browser.launch"),
        ("harness/secrets/output.py", "import harness.run.run"),
        ("harness/brand_new.py", ""),
    ],
    "The ground floor holds values": [("harness/core/causes.py", "import requests")],
    "The writer of results alone knows Allure": [
        ("harness/reporting/handler.py", "import allure_commons"),
        ("harness/browser/evidence.py", "from allure_commons.types import AttachmentType"),
        ("tools/coverage.py", "import allure"),
    ],
    "Tools are not part of a run": [("tools/coverage.py", "import harness.plugin")],
}
"""Lines that somebody might add to a module, by the contract that each breaks; a new module is a line of none."""


def test_every_contract_is_broken_here() -> None:
    """A contract that nobody has seen broken may hold nothing."""
    assert [contract["name"] for contract in _CONFIGURATION["contracts"]] == list(CROSSINGS)


@pytest.mark.parametrize("contract", CROSSINGS)
@pytest.mark.usefixtures("processes")
def test_contract_is_broken_by_a_line(tmp_path: Path, contract: str) -> None:
    """And by nothing else: the copy itself is sound, as `lint-imports` sees in the house."""
    for module, line in CROSSINGS[contract]:
        house = tmp_path / module.replace("/", "-")
        _copy(house)
        with (house / module).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")
        assert _broken(house) == [contract], line


def _copy(house: Path) -> None:
    for package in _CONFIGURATION["root_packages"]:
        shutil.copytree(
            PROJECT / package, house / package, ignore=shutil.ignore_patterns("node_modules", "__pycache__")
        )
    shutil.copy(PROJECT / "pyproject.toml", house)


def _broken(house: Path) -> list[str]:
    """Give the names of the contracts that import-linter prints as broken, some with a count of ignored imports."""
    linter = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run(
        [linter, "--no-cache"], cwd=house, capture_output=True, text=True, check=False, timeout=60
    )
    return re.findall(r"^(.+) BROKEN(?: \(.+\))?$", finished.stdout, re.MULTILINE)
