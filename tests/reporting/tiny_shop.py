"""The features and step definitions of a tiny suite that ends in every way a scenario can end."""

STEPS = """
import pytest
from pytest_bdd import given, parsers, then, when

from harness.reporting.writer import shown_as


def pytest_configure(config):
    for tag in ("smoke", "critical", "minor", "slow", "de", "us", "hopeless"):
        config.addinivalue_line("markers", tag)


@pytest.fixture
@shown_as("The shop is opened", "The shop is closed")
def shop(events):
    events.attach_text("Opening", "the doors")
    yield "shop"
    events.attach_text("Closing", "the doors again")


@pytest.fixture
def key(events):
    events.attach_text("The key", "a hidden fixture's evidence")
    yield "key"


@pytest.fixture
def burnt_down_shop():
    raise OSError("the shop burnt down")


@pytest.fixture
def stuck_door():
    yield
    raise OSError("the door is stuck")


@pytest.fixture(autouse=True)
def weather(request):
    if request.node.get_closest_marker("hopeless"):
        raise OSError("it rains")


@given("a shop")
def a_shop(shop):
    pass


@given("a key")
def a_key(key):
    pass


@given("a burnt down shop")
def a_burnt_down_shop(burnt_down_shop):
    pass


@given("a shop with a stuck door")
def a_shop_with_a_stuck_door(stuck_door):
    pass


@when("the customer looks around")
def looks_around(events):
    events.attach("Shelf", '{"apples": 3}', "application/json", "json")


@when("these goods are delivered:")
def goods_are_delivered(datatable):
    pass


@when("this letter arrives:")
def letter_arrives(docstring):
    pass


@when(parsers.parse("the customer buys {number:d} {goods}"))
def buys(number, goods):
    pass


@then("the customer is happy")
def happy():
    pass


@then("the customer finds four apples")
def finds_four_apples():
    assert 3 == 4, "apples: expected 4, seen 3"


@then("the till breaks")
def till_breaks():
    raise ValueError("no such coin")


@then("the till is not for us")
def till_is_not_for_us():
    pytest.skip("there is no till")


@then("the customer presses Ctrl-C")
def presses_ctrl_c():
    raise KeyboardInterrupt
"""

ENDINGS = """
@smoke
Feature: Endings
  How a scenario can end.

  @critical
  Scenario: It passes
    This one is all right.

    Given a shop
    And a key
    When the customer looks around
    Then the customer is happy

  Scenario: It fails
    Given a shop
    When the customer looks around
    Then the customer finds four apples
    And the customer is happy

  @minor
  Scenario: It breaks
    Given a shop
    Then the till breaks
    And the customer is happy

  Scenario: It is skipped on the way
    Given a shop
    Then the till is not for us
    And the customer is happy

  Scenario: Its step is not defined
    Given a shop
    Then the customer flies
    And the customer is happy

  Scenario: A fixture of a step breaks
    Given a burnt down shop
    Then the customer is happy

  Scenario: Its clean-up breaks
    Given a shop with a stuck door
    Then the customer is happy

  @hopeless
  Scenario: It never starts
    Given a shop
    Then the customer is happy
"""

GHERKIN = """
Feature: Gherkin
  The feature's own words.

  Background:
    Given a shop

  Scenario: A table and a letter
    When these goods are delivered:
      | goods  | number |
      | apples | 3      |
    And this letter arrives:
      \"\"\"
      Dear customer,
      come again.
      \"\"\"
    Then the customer is happy

  Rule: Bought is bought
    The rule's own words.

    @slow
    Scenario Outline: The customer buys <goods>
      When the customer buys <number> <goods>
      Then the customer is happy

      @us
      Examples:
        | goods  | number |
        | apples | 3      |

      @de
      Examples:
        | goods  | number |
        | pears  | 2      |
"""
