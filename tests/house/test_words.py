"""Words that have no place in some rooms of the house, and none in the whole of it."""

import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [PROJECT / name for name in listed.stdout.splitlines() if (PROJECT / name).is_file()]


def _written(*folders: str) -> list[Path]:
    """Give the files of these folders in which code and features are written."""
    inside = [path for folder in folders for path in sorted((PROJECT / folder).rglob("*"))]
    return [
        path for path in inside if path.suffix in {".feature", ".py"} and "node_modules" not in path.parts
    ]


def _hits(pattern: str, paths: list[Path], folder: Path = PROJECT) -> list[str]:
    return [
        f"{path.relative_to(folder)}: {line.strip()}"
        for path in paths
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if re.search(pattern, line, re.IGNORECASE)
    ]


def test_suite_does_not_know_the_embedded_store() -> None:
    """What runs on a real shop names no other."""
    rooms = _written("api", "pages", "steps", "features")
    assert rooms
    assert _hits("sandbox|embedded", rooms) == []


WAITS_BY_HOPE = {
    "networkidle": "page.wait_for_load_state('networkidle')",
    "wait_for_timeout": "page.wait_for_timeout(500)",
    r"is_visible\(": "if banner.is_visible():",
    r"\bsleep\(": "sleep(1)",
    r"\btime\.sleep\b|\bimport\b.*\bsleep\b": "pause = time.sleep",
    r"\bEvent\(\)\.wait\b": "Event().wait(0.5)",
}
"""What waits for a length of time in place of something that shows, each with a line that does."""


def test_nothing_waits_by_hope(subtests: pytest.Subtests) -> None:
    """Steps and pages wait for what a customer would see."""
    paths = [*_written("api", "pages", "steps", "harness"), PROJECT / "conftest.py"]
    for word in WAITS_BY_HOPE:
        with subtests.test(word=word):
            assert _hits(word, paths) == []


def test_waiting_by_hope_is_found(subtests: pytest.Subtests, tmp_path: Path) -> None:
    """Each pattern finds what it is for."""
    for word, line in WAITS_BY_HOPE.items():
        with subtests.test(word=word):
            (tmp_path / "waits.py").write_text(f"    {line}\n", encoding="utf-8")
            assert _hits(word, [tmp_path / "waits.py"], tmp_path) == [f"waits.py: {line}"]


ONE_MEANING = {
    r"\bmerchants?\b": ("the merchant creates her", "admin: who calls as the shop's administrator"),
    r"\bcostumes?\b": ("in this costume", "profile: how an embedded store is set"),
    r"\bwalls?\b": ("behind a wall of basic auth", "front: a proxy, a firewall, basic auth"),
    r"\bhandles\b(?!:)": ("turn the handles", "test controls"),
    r"\bgates?\b": ("the gate stops the run", "preflight"),
    r"\bpassages?\b": ("open a passage", "browser access"),
    r"\bscenes?\b": ("with spoiled_shop() as scene", "scenario context"),
    r"excuse": ("it is excused", "environment failure, or what proves it"),
    r"\blast look\b": ("the last look", "final clean-up"),
    r"\btroubles?\b": ("run.troubles", "run errors"),
    r"(\b|_)told(\b|_)": ("it is told in words", "message, reported, known"),
    r"\blets? ((her|him|them|nobody|whoever|somebody) )?in\b": ("lets her in", "authenticates, signs in"),
    r"\badmin_token: AdminAccess": ("admin_token: AdminAccess", "admin: who calls; a token is a token"),
    r"\bcustomer: (Caller|SecretStr)": ("customer: SecretStr", "token; a customer is a customer"),
    r"\btoken: Caller": ("token: Caller", "caller; a token is a token"),
    r"\b(shop|storefront|base|server)[_.]address\b(?!\[)": (
        "server.address",
        "url; an address is a postal address",
    ),
    r"(?<!_)\baddress: str": ("address: str", "url: str; an address is a postal address"),
}
"""Words of an old dialect, or with two meanings: a line with each, and what to say instead."""

OLD_NAMES = {"tests/house/test_words.py", "harness/deprecated.py", "CHANGELOG.md"}
"""What has to name them."""

PROSE = {".py", ".feature", ".md", ".toml", ".ambr", ".html", ".js", ".example"}


@pytest.mark.usefixtures("processes")
def test_words_have_one_meaning(subtests: pytest.Subtests) -> None:
    """In code, features, messages and docs, of the suite and of its embedded store."""
    paths = [path for path in _tracked() if path.suffix in PROSE and "recordings" not in path.parts]
    looked_into = [path for path in paths if str(path.relative_to(PROJECT)) not in OLD_NAMES]
    assert len(looked_into) > 400
    for word, (_, instead) in ONE_MEANING.items():
        with subtests.test(word=word, say=instead):
            assert _hits(word, looked_into) == []


def test_other_meanings_are_found(subtests: pytest.Subtests, tmp_path: Path) -> None:
    """Each pattern finds what it is for."""
    for word, (line, _) in ONE_MEANING.items():
        with subtests.test(word=word):
            (tmp_path / "words.py").write_text(f"    {line}\n", encoding="utf-8")
            assert _hits(word, [tmp_path / "words.py"], tmp_path) == [f"words.py: {line}"]


@pytest.mark.usefixtures("processes")
def test_no_registry_is_named() -> None:
    """Dependencies install from whatever index a company uses."""
    hosts = r"pypi\.|pythonhosted|npmjs|\bregistry\.|\"resolved\"|index-url"
    allowed = PROJECT / "tests" / "house" / "test_words.py"
    assert _hits(hosts, [path for path in _tracked() if path != allowed and path.suffix != ".png"]) == []
