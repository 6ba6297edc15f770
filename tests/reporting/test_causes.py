"""A scenario's result says whose fault its failure is, and its status follows."""

import pytest

from tests.reporting.tiny_run import TinyRun, labels, run, write_suite

STEPS = """
import pytest
from pytest_bdd import then

from api.errors import NotRest, Refusal, Unreachable

CALL = "GET /rest/us/V1/customers/me"


def pytest_configure(config):
    for tag in ("issue-ABC-123", "known-defect"):
        config.addinivalue_line("markers", tag)


@pytest.fixture
def lost_shop():
    yield
    raise Unreachable(CALL, "no answer")


@then("all is well")
def all_is_well():
    pass


@then("all is well until the shop is lost")
def all_is_well_until(lost_shop):
    pass


@then("the shop is wrong")
def shop_is_wrong():
    assert False, "the shop is wrong"


@then("the shop refuses")
def shop_refuses():
    raise Refusal(CALL, "Request does not match any route.", status=404)


@then("the shop is down")
def shop_is_down():
    raise NotRest(CALL, "503, text/html in place of JSON", status=503)


@then("a step is wrong")
def step_is_wrong():
    raise KeyError("customer")
"""

CAUSES = """
Feature: Causes
  Scenario: Nothing
    Then all is well

  Scenario: The shop
    Then the shop is wrong

  Scenario: A refusal
    Then the shop refuses

  Scenario: The environment
    Then the shop is down

  Scenario: The environment, in the end
    Then all is well until the shop is lost

  Scenario: The suite
    Then a step is wrong

  @issue-ABC-123
  Scenario: An issue
    Then the shop is wrong

  @known-defect
  Scenario: A known defect
    Then the shop is down

  @known-defect
  Scenario: A known defect that is gone
    Then all is well
"""


@pytest.fixture(scope="module")
def causes(processes: None, tmp_path_factory: pytest.TempPathFactory) -> TinyRun:
    """Run a scenario for each."""
    return run(write_suite(tmp_path_factory.mktemp("causes") / "suite", STEPS, causes=CAUSES))


@pytest.mark.parametrize(
    ("title", "status", "cause"),
    [
        ("Nothing", "passed", []),
        ("The shop", "failed", ["the shop"]),
        ("A refusal", "failed", ["the shop"]),
        ("The environment", "broken", ["the environment"]),
        ("The environment, in the end", "broken", ["the environment"]),
        ("The suite", "broken", ["the suite"]),
        ("An issue", "failed", ["a known issue"]),
        ("A known defect", "broken", ["a known issue"]),
        ("A known defect that is gone", "passed", []),
    ],
)
def test_result_names_the_cause(causes: TinyRun, title: str, status: str, cause: list[str]) -> None:
    """Failed is the shop's doing, broken is not; what is known is no news, whatever it is."""
    result = causes.results[title]
    assert (result["status"], labels(result, "cause")) == (status, cause)


def test_step_has_the_same_status(causes: TinyRun) -> None:
    """A refusal that nobody expected is the shop's failure at its step, too."""
    assert causes.steps("A refusal") == [("Then the shop refuses", "failed")]
    assert causes.steps("The environment") == [("Then the shop is down", "broken")]


def test_usual_cause_is_reported(causes: TinyRun) -> None:
    """Behind Magento's own words."""
    message = causes.results["A refusal"]["statusDetails"]["message"]
    assert message.startswith(
        "GET /rest/us/V1/customers/me: 404, Request does not match any route. The usual cause: "
    )
