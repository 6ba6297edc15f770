"""The table of defects is whole, and docs/defects.md is of it; what each defect turns red `make defects` sees."""

import pytest

from tools.coverage import scenario_titles
from tools.defects.page import PAGE, shown, shown_unproven
from tools.defects.rows import Row, Table
from tools.defects.trial import Outcome, problems

TABLE = Table.read()
ROW = Row("a-defect", {"sign_in-01": "does not greet"}, also=("sign_in-02",))
SAID = Outcome("failed", "the header does not greet Jane Doe")
OTHER = Outcome("broken", "another sentence")


def test_every_defect_has_a_sentence() -> None:
    """A red scenario alone could be red for another reason."""
    assert [row.name for row in TABLE.rows if not row.red or not all(row.red.values())] == []


def test_every_scenario_is_there() -> None:
    """No row names one that is gone."""
    titles = scenario_titles()
    assert [(row.name, id_) for row in TABLE.rows for id_ in row.ids if id_ not in titles] == []


def test_every_unproven_scenario_has_a_reason() -> None:
    """And none has one that is proven, or gone."""
    unproven = TABLE.without_proof()
    assert [id_ for id_ in unproven if not TABLE.reason(id_)] == []
    outlines = {id_.partition(".")[0] for id_ in unproven}
    assert TABLE.unproven.keys() <= {*unproven, *outlines}


def test_page_is_of_the_table() -> None:
    """A page that differs was not written anew: `make defects` does it."""
    page = PAGE.read_text(encoding="utf-8")
    seen = shown(page)
    assert [name for name, _ in seen] == [row.name for row in TABLE.rows]
    for row, (_, red) in zip(TABLE.rows, seen, strict=True):
        assert {id_ for id_ in row.ids if not any(f"{one}.".startswith(f"{id_}.") for one in red)} == set()
    assert shown_unproven(page) == TABLE.without_proof()
    assert "**" not in page  # where the page says that a row was not as expected


@pytest.mark.parametrize(
    ("exit_code", "seen", "problem"),
    [
        (1, {"sign_in-01": SAID, "sign_in-02": OTHER}, []),
        (0, {"sign_in-01": SAID, "sign_in-02": OTHER}, ["exit code 0 in place of 1: "]),
        (1, {"sign_in-01": SAID}, ["sign_in-02 was not run"]),
        (1, {"sign_in-01": Outcome("passed", ""), "sign_in-02": OTHER}, ["sign_in-01 passed: "]),
        (
            1,
            {"sign_in-01": SAID, "sign_in-02": Outcome("skipped", "no browser")},
            ["sign_in-02 skipped: no browser"],
        ),
        (
            1,
            {"sign_in-01": OTHER, "sign_in-02": OTHER},
            ["sign_in-01 is red, but does not say 'does not greet': another sentence"],
        ),
    ],
)
def test_what_is_not_as_expected_is_reported(
    exit_code: int, seen: dict[str, Outcome], problem: list[str]
) -> None:
    """A defect that nobody notices, or with another sentence, has its own."""
    assert list(problems(ROW, exit_code, seen, "")) == problem
