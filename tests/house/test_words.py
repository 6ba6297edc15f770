"""Words that have no place in some rooms of the house, and none in the whole of it."""

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def _tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [PROJECT / name for name in listed.stdout.splitlines() if (PROJECT / name).is_file()]


def _hits(pattern: str, paths: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(PROJECT)}: {line.strip()}"
        for path in paths
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if re.search(pattern, line, re.IGNORECASE)
    ]


def test_suite_does_not_know_the_embedded_store() -> None:
    """What runs on a real shop names no other."""
    rooms = _tracked("api/*.py", "pages/*.py", "steps/*.py", "features/*.feature")
    assert rooms
    assert _hits("sandbox|embedded", rooms) == []


@pytest.mark.parametrize("word", [r"networkidle", r"wait_for_timeout", r"\bsleep\(", r"is_visible\("])
def test_nothing_waits_by_hope(word: str) -> None:
    """Steps and pages wait for what a customer would see."""
    assert _hits(word, _tracked("api/*.py", "pages/*.py", "steps/*.py", "harness/*.py", "conftest.py")) == []


def test_no_registry_is_named() -> None:
    """Dependencies install from whatever index a company uses."""
    hosts = r"pypi\.|pythonhosted|npmjs|\bregistry\.|\"resolved\"|index-url"
    allowed = PROJECT / "tests" / "house" / "test_words.py"
    assert _hits(hosts, [path for path in _tracked("*") if path != allowed and path.suffix != ".png"]) == []
