"""JUnit's file speaks the features' language, in a serial and in a parallel run."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.reporting.tiny_run import run, write_suite

pytestmark = pytest.mark.usefixtures("processes")

STEPS = """
from pytest_bdd import parsers, then


def pytest_configure(config):
    config.addinivalue_line("markers", "ways-07")


@then(parsers.parse("it {ends}"))
def ends(ends):
    assert ends != "fails", "it failed"
"""

WAYS = """
Feature: Ways
  @ways-07
  Scenario Outline: A way that <ends>
    Then it <ends>

    Examples:
      | ends  |
      | ends  |
      | fails |

  Scenario: A way without an id
    Then it ends
"""

PLAIN = "def test_plain():\n    pass\n"


@pytest.mark.parametrize("options", [[], ["-n", "2"]], ids=["serial", "parallel"])
def test_tests_are_called_after_their_scenarios(tmp_path: Path, options: list[str]) -> None:
    """By feature, id and title; an ordinary test keeps its name."""
    suite = write_suite(tmp_path / "suite", STEPS, ways=WAYS)
    (suite / "test_plain.py").write_text(PLAIN)
    file = suite / "junit.xml"
    finished = run(suite, "--junitxml", str(file), *options)
    assert finished.exit_code == 1, finished.output
    tests = {test.get("name"): test for test in ElementTree.parse(file).iter("testcase")}
    assert set(tests) == {
        "ways-07.1: A way that ends",
        "ways-07.2: A way that fails",
        "A way without an id",
        "test_plain",
    }
    failed = tests["ways-07.2: A way that fails"]
    assert failed.get("classname") == "Ways"
    failure = failed.find("failure")
    assert failure is not None
    assert "it failed" in str(failure.get("message"))
