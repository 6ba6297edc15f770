"""The table of cases and scenarios cannot rot: it names what exists, misses nothing, and its page is up to date."""

from collections.abc import Mapping

import pytest

from tools.coverage import PAGE, Case, Coverage, scenario_titles

TITLES = {"a-01": "One", "a-02": "Two <goods>", "a-02.1": "Two apples"}
TEST = "tests/house/test_coverage.py::test_table_holds"


def test_table_holds() -> None:
    """Every scenario and test named exists, and every scenario stands somewhere."""
    assert Coverage.read().problems(scenario_titles()) == []


def test_page_is_up_to_date() -> None:
    """A page that differs was not written anew: `python -m tools.coverage` does it."""
    assert PAGE.read_text(encoding="utf-8") == Coverage.read().markdown(scenario_titles())


def test_every_row_has_an_anchor() -> None:
    """A report links to a case."""
    page = PAGE.read_text(encoding="utf-8")
    assert [case.id for case in Coverage.read().cases if f'id="{case.anchor}"' not in page] == []


def test_every_scenario_has_an_anchor() -> None:
    """A report links to a scenario by its id, a row's to its outline."""
    page = PAGE.read_text(encoding="utf-8")
    ids = {scenario_id.partition(".")[0] for scenario_id in scenario_titles()}
    assert [one for one in sorted(ids) if page.count(f'<a id="{one}"></a>') != 1] == []


@pytest.mark.parametrize(
    ("case", "beyond", "problem"),
    [
        (Case("C-1", "", ("a-01", "a-02"), (TEST,)), {}, []),
        (Case("C-1", "", ("a-01", "a-02.1")), {}, []),
        (Case("C-1", "", ("a-01",)), {"a-02": ""}, []),
        (Case("C-1", "", ("a-01", "a-02", "a-03")), {}, ["C-1: there is no scenario a-03"]),
        (Case("C-1", "", ("a-01", "a-02.2")), {}, ["C-1: there is no scenario a-02.2"]),
        (Case("C-1", "", ("a-01", "a-02")), {"a-03": ""}, ["beyond: there is no scenario a-03"]),
        (Case("C-1", "", ("a-02",)), {}, ["a-01: shows no case"]),
        (Case("C-1", "", ("a-01", "a-02"), (f"{TEST}x",)), {}, [f"C-1: there is no test {TEST}x"]),
        (Case("C-1", "", ("a-01", "a-02"), ("x.py::f",)), {}, ["C-1: there is no test x.py::f"]),
        (Case("C-1", "", (), (TEST,)), {"a-01": "", "a-02": ""}, ["C-1: neither shown nor left out"]),
    ],
)
def test_what_is_wrong_is_reported(case: Case, beyond: Mapping[str, str], problem: list[str]) -> None:
    """Each way in which the table can rot has its sentence."""
    assert Coverage({"Cases": (case,)}, {}, beyond).problems(TITLES) == problem


def test_what_comes_first_needs_a_scenario() -> None:
    """A case of the first priorities cannot be left out with a reason."""
    case = Case("C-1", "", left_out="Too dear.")
    problems = Coverage({"Cases": (case,)}, {"P1": ("C-1",)}, {"a-01": "", "a-02": ""}).problems(TITLES)
    assert problems == ["C-1: comes first, but no scenario shows it"]
