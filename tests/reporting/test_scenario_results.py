"""What Allure is reported about a scenario: the words of the feature, and each step with how it ended."""

from typing import Any

import pytest

from tests.reporting.tiny_run import TinyRun, labels

BUYING = "The customer buys pears"


def test_scenario_ends_with_its_reason(subtests: pytest.Subtests, tiny_run: TinyRun) -> None:
    """An assertion means that the shop is wrong, any other exception that the test broke."""
    for title, status, message in [
        ("It passes", "passed", ""),
        ("It fails", "failed", "apples: expected 4, seen 3"),
        ("It breaks", "broken", "ValueError: no such coin"),
        ("It is skipped on the way", "skipped", "there is no till"),
        ("A fixture of a step breaks", "broken", "OSError: the shop burnt down"),
        ("Its clean-up breaks", "broken", "OSError: the door is stuck"),
        ("It never starts", "broken", "OSError: it rains"),
    ]:
        with subtests.test(title=title):
            result = tiny_run.results[title]
            assert (result["status"], result.get("statusDetails", {}).get("message", "")) == (status, message)


def test_undefined_step_is_named(tiny_run: TinyRun) -> None:
    """The scenario is broken, and says which sentence nobody defined."""
    result = tiny_run.results["Its step is not defined"]
    assert result["status"] == "broken"
    assert 'Then "the customer flies"' in result["statusDetails"]["message"]


def test_step_ends_where_the_scenario_did(subtests: pytest.Subtests, tiny_run: TinyRun) -> None:
    """What stands behind the failed step was never carried out, and is shown all the same."""
    for title, statuses in [
        ("It passes", ["passed", "passed", "passed", "passed"]),
        ("It fails", ["passed", "passed", "failed", "skipped"]),
        ("It breaks", ["passed", "broken", "skipped"]),
        ("It is skipped on the way", ["passed", "skipped", "skipped"]),
        ("Its step is not defined", ["passed", "broken", "skipped"]),
        ("A fixture of a step breaks", ["broken", "skipped"]),
        ("Its clean-up breaks", ["passed", "passed"]),
        ("It never starts", ["skipped", "skipped"]),
    ]:
        with subtests.test(title=title):
            assert [status for _, status in tiny_run.steps(title)] == statuses


def test_steps_are_reported_in_gherkin(tiny_run: TinyRun) -> None:
    """Keyword and text, as the feature has them."""
    assert [name for name, _ in tiny_run.steps("It fails")] == [
        "Given a shop",
        "When the customer looks around",
        "Then the customer finds four apples",
        "And the customer is happy",
    ]


def test_background_and_row_are_part_of_the_steps(tiny_run: TinyRun) -> None:
    """The background comes first, and placeholders are filled."""
    assert tiny_run.steps(BUYING) == [
        ("Given a shop", "passed"),
        ("When the customer buys 2 pears", "passed"),
        ("Then the customer is happy", "passed"),
    ]


def test_failed_step_tells_its_reason(tiny_run: TinyRun) -> None:
    """The reason stands at the step, not at the scenario alone."""
    failed = tiny_run.results["It fails"]["steps"][2]
    assert failed["statusDetails"]["message"] == "apples: expected 4, seen 3"


def test_every_step_has_a_time(tiny_run: TinyRun) -> None:
    """Steps, skipped ones too, lie within their scenario."""
    for result in tiny_run.results.values():
        times = [result["start"], *(step["start"] for step in result["steps"])]
        assert times == sorted(times)
        assert all(step["stop"] >= step["start"] for step in result["steps"])


def test_scenario_stands_where_its_feature_has_it(subtests: pytest.Subtests, tiny_run: TinyRun) -> None:
    """Labels come from feature, rule and tags, and none from the Python function."""
    for title, name, values in [
        ("It passes", "feature", ["Endings"]),
        ("It passes", "suite", ["Endings"]),
        ("It passes", "story", []),
        ("It passes", "severity", ["critical"]),
        ("It passes", "tag", ["smoke"]),
        ("It breaks", "severity", ["minor"]),
        ("It fails", "severity", []),
        (BUYING, "feature", ["Gherkin"]),
        (BUYING, "story", ["Bought is bought"]),
        (BUYING, "suite", ["Gherkin"]),
        (BUYING, "subSuite", ["Bought is bought"]),
        (BUYING, "tag", ["de", "slow"]),
        ("The customer buys apples", "tag", ["slow", "us"]),
        (BUYING, "package", []),
        (BUYING, "parentSuite", []),
        (BUYING, "framework", ["pytest-bdd"]),
    ]:
        with subtests.test(title=title, label=name):
            assert labels(tiny_run.results[title], name) == values


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("It passes", "This one is all right."),
        ("It fails", "How a scenario can end."),
        (BUYING, "The rule's own words."),
        ("A table and a letter", "The feature's own words."),
    ],
)
def test_description_is_the_nearest(tiny_run: TinyRun, title: str, description: str) -> None:
    """A scenario without words of its own has its rule's or its feature's."""
    assert tiny_run.results[title]["description"] == description


def test_row_is_shown_as_parameters(tiny_run: TinyRun) -> None:
    """Each column is a parameter of its own; a plain scenario has none."""
    assert tiny_run.results[BUYING]["parameters"] == [
        {"name": "goods", "value": "pears"},
        {"name": "number", "value": "2"},
    ]
    assert "parameters" not in tiny_run.results["It passes"]


def test_data_table_and_text_are_attached(tiny_run: TinyRun) -> None:
    """At the step that they belong to."""
    steps = _steps_by_name(tiny_run, "A table and a letter")
    assert tiny_run.attached(steps["When these goods are delivered:"]) == {
        "Data table": "goods,number\napples,3\n"
    }
    assert tiny_run.attached(steps["And this letter arrives:"]) == {"Text": "Dear customer,\ncome again."}


def test_evidence_lands_at_its_step(tiny_run: TinyRun) -> None:
    """Also that of a fixture which the report does not show."""
    steps = _steps_by_name(tiny_run, "It passes")
    assert tiny_run.attached(steps["When the customer looks around"]) == {"Shelf": '{"apples": 3}'}
    assert tiny_run.attached(steps["And a key"]) == {"The key": "a hidden fixture's evidence"}


def test_only_named_fixtures_are_shown(tiny_run: TinyRun) -> None:
    """The wiring of pytest, pytest-bdd, Playwright and the suite itself stays out."""
    assert tiny_run.set_ups("It passes") == ["The shop is opened"]
    assert tiny_run.tear_downs("It passes") == ["The shop is closed"]


def test_failed_fixture_is_shown_though_nobody_named_it(tiny_run: TinyRun) -> None:
    """Where something went wrong matters to the reader."""
    assert tiny_run.set_ups("It never starts") == ["weather"]
    assert tiny_run.tear_downs("Its clean-up breaks") == ["stuck_door (clean-up)"]


def test_fixture_keeps_its_evidence(tiny_run: TinyRun) -> None:
    """Set-up and tear-down each have their own."""
    texts = [
        tiny_run.attached(fixture)
        for container in tiny_run.containers
        for fixture in (*container.get("befores", []), *container.get("afters", []))
        if fixture["name"].startswith("The shop is")
    ]
    assert {"Opening": "the doors"} in texts
    assert {"Closing": "the doors again"} in texts


def test_failure_shows_no_frame_of_a_library(tiny_run: TinyRun) -> None:
    """What failed is the sentence's own line."""
    trace = tiny_run.results["It fails"]["statusDetails"]["trace"]
    assert "def finds_four_apples" in trace
    assert "call_fixture_func" not in trace + tiny_run.output


def _steps_by_name(tiny_run: TinyRun, title: str) -> dict[str, Any]:
    return {step["name"]: step for step in tiny_run.results[title]["steps"]}
