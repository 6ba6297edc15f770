"""A report leads on: to the command that shows the same again, and to what is written elsewhere."""

import shlex
from pathlib import Path
from typing import Any

import pytest

from harness.reporting.description import TUTORIAL
from tests.reporting.tiny_run import TinyRun, labels, run, write_suite

pytestmark = pytest.mark.usefixtures("processes")

STEPS = """
from pytest_bdd import parsers, then


def pytest_configure(config):
    for tag in ("ways-01", "ways-02", "issue-ABC-123", "issue-ABC-9", "known-defect"):
        config.addinivalue_line("markers", tag)


@then(parsers.parse("it {ends}"))
def ends(ends):
    assert ends != "fails", "it failed"
"""

WAYS = """
Feature: Ways
  @ways-01 @issue-ABC-123 @issue-ABC-9
  Scenario: One way
    Then it ends

  @ways-02
  Scenario Outline: Another that <ends>
    Then it <ends>

    Examples:
      | ends  |
      | ends  |
      | fails |
"""

PATTERNS = (
    "--allure-link-pattern=issue:https://tracker.example.com/browse/{}",
    "--allure-link-pattern=coverage:https://code.example.com/main/docs/coverage.md#{}",
)
SANDBOX = '--magento 2.4.1 --defect "swapped-addresses"'


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run with both patterns, against a shop of that name."""
    suite = write_suite(tmp_path_factory.mktemp("linked") / "suite", STEPS, ways=WAYS)
    return run(suite, "--shop", "staging", "--sandbox", SANDBOX, *PATTERNS)


@pytest.fixture(scope="module", params=["--magento 2.4.1 --page-latency 0-800", SANDBOX])
def sandbox(request: pytest.FixtureRequest) -> str:
    """Give options of the embedded store, some that a shell has to be kept from."""
    return str(request.param)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory, sandbox: str) -> TinyRun:
    """Run without a pattern, against the embedded store with options of its own."""
    suite = write_suite(tmp_path_factory.mktemp("plain") / "suite", STEPS, ways=WAYS)
    return run(suite, "--shop", "embedded", "--sandbox", sandbox)


def test_links_lead_to_tutorial_case_and_issues(linked: TinyRun) -> None:
    """Each under a name that tells where it leads; an outline's rows share a case."""
    case = "https://code.example.com/main/docs/coverage.md#ways-0"
    assert _links(linked.results["One way"]) == {
        "Adobe's tutorial, step 6": TUTORIAL,
        "docs/coverage.md, ways-01": f"{case}1",
        "ABC-123": "https://tracker.example.com/browse/ABC-123",
        "ABC-9": "https://tracker.example.com/browse/ABC-9",
    }
    assert f"{case}2" in _links(linked.results["Another that fails"]).values()


def test_link_without_a_pattern_is_left_out(embedded: TinyRun) -> None:
    """It would lead nowhere; the tag still names the issue."""
    result = embedded.results["One way"]
    assert _links(result) == {"Adobe's tutorial, step 6": TUTORIAL}
    assert "issue-ABC-123" in labels(result, "tag")


def test_scenario_carries_its_short_id(linked: TinyRun) -> None:
    """A row of an outline too."""
    assert labels(linked.results["One way"], "id") == ["ways-01"]
    assert labels(linked.results["Another that fails"], "id") == ["ways-02.2"]


def test_rerun_names_shop_and_scenario(linked: TinyRun) -> None:
    """Both commands stand in the description; a named shop takes no options of the embedded store."""
    assert _commands(linked.results["Another that fails"]) == [
        "make rerun SHOP=staging ID=ways-02.2",
        ".venv/bin/pytest features -m ways-02.2 --shop staging --headed --slowmo 500 --step-by-step --keep",
    ]


def test_rerun_takes_the_embedded_store_as_it_was(embedded: TinyRun, sandbox: str) -> None:
    """Its options survive the shell's quoting, in either command."""
    make, plain = map(shlex.split, _commands(embedded.results["One way"]))
    assert make[:4] == ["make", "rerun", "SHOP=embedded", "ID=ways-01"]
    assert shlex.split(make[4].removeprefix("PYTEST_OPTIONS=")) == ["--sandbox", sandbox]
    assert plain[plain.index("--sandbox") + 1] == sandbox


@pytest.mark.parametrize(
    ("variable", "shop"), [("https://qa.example.com/", "https://qa.example.com"), ("", "embedded")]
)
def test_shop_of_the_settings_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, shop: str
) -> None:
    """A tester elsewhere does not have this run's variables."""
    monkeypatch.setenv("SHOP_BASE_URL", variable)
    monkeypatch.setenv("SHOP_ADMIN_USERNAME", "acceptance")
    monkeypatch.setenv("SHOP_ADMIN_PASSWORD", "Kn0wn-secret")
    finished = run(write_suite(tmp_path / "suite", STEPS, ways=WAYS))
    make, plain = _commands(finished.results["One way"])
    assert f"SHOP={shop} " in make
    assert f"--shop {shop} " in plain


def _links(result: dict[str, Any]) -> dict[str, str]:
    return {link["name"]: link["url"] for link in result["links"]}


def _commands(result: dict[str, Any]) -> list[str]:
    _, _, after = result["description"].partition("**How to rerun this**")
    return [line.strip() for line in after.splitlines() if line.startswith("    ")]
