"""The file of a feature is an argument like any other: its scenarios are run, and no others."""

from pathlib import Path

import pytest

from harness.core.gherkin import features_in
from harness.run.options import FEATURES
from harness.shop.shop import PROJECT
from tests.listing import collect


def scenarios_of(*arguments: str) -> list[str]:
    """Give the tests that a run with these arguments would run."""
    return collect(*arguments).tests


def test_files_share_out_all_scenarios() -> None:
    """Each file has its own, together they are all, and a file named in another way is the same file."""
    files = sorted(FEATURES.glob("*.feature"))
    parts = [scenarios_of(f"features/{file.name}") for file in files]
    assert all(parts)
    assert sorted(test for part in parts for test in part) == sorted(scenarios_of("features"))
    assert scenarios_of(str(files[0])) == parts[0]
    assert sorted(scenarios_of(*(str(file) for file in files[:2]))) == sorted(parts[0] + parts[1])


def test_line_means_the_scenario_that_stands_there() -> None:
    """Its own line and the lines of its steps."""
    feature = next(each for each in features_in(FEATURES) if Path(each.filename).name == "sign_in.feature")
    first, second, *_ = sorted(scenario.line_number for scenario in feature.scenarios.values())
    one = scenarios_of(f"features/sign_in.feature:{first}")
    assert len(one) == 1
    assert scenarios_of(f"features/sign_in.feature:{first + 1}") == one
    assert scenarios_of(f"features/sign_in.feature:{second}") != one


def test_choice_by_tag_goes_with_it() -> None:
    """What is chosen is in both."""
    assert (
        0
        < len(scenarios_of("features/sign_in.feature", "-m", "critical"))
        < len(scenarios_of("features/sign_in.feature"))
    )


@pytest.mark.parametrize("argument", ["features/no_such.feature", "features/sign_in.feature:0"])
def test_file_or_line_that_is_not_there(argument: str) -> None:
    """Nothing is run, and the code says so."""
    listing = collect(argument)
    assert listing.exit_code in {pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED}


def test_feature_elsewhere() -> None:
    """Nobody binds it, which is said."""
    argument = "tests/run/data/elsewhere.feature"
    path = PROJECT / argument
    assert path.is_file()
    listing = collect(argument)
    assert listing.exit_code == pytest.ExitCode.USAGE_ERROR
    assert "features stand below features/" in listing.text
