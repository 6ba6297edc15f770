"""Shops that are set otherwise than stock: a sample of the table that `make configured` runs whole, and its page."""

import pytest

from sandbox.defects import DEFECTS
from sandbox.settings import read_setting
from tools.configured.page import PAGE, names
from tools.configured.rows import Row, read_rows
from tools.configured.trial import try_out

ROWS = {row.name: row for row in read_rows()}
SAMPLE = (
    "a telephone number is optional",
    "a B2B shop",
    "a Japanese shop",
    "three wrong passwords close REST",
)


@pytest.mark.parametrize("name", SAMPLE)
def test_row(name: str) -> None:
    """The shop is tested as it is set, and a fault of what it says of itself is red."""
    assert try_out(ROWS[name]).problems == []


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_row_is_sound(row: Row) -> None:
    """Its settings and its fault are known to the embedded store, and it names what is run, skipped and red."""
    for setting in row.set:
        read_setting(setting)
    assert row.defect in DEFECTS
    assert row.run
    assert row.red
    assert all(any(id_ == one or id_.startswith(f"{one}.") for one in row.run) for id_ in row.skipped)


def test_page_has_every_row() -> None:
    """A page that differs was not written anew: `python -m tools.configured` does it."""
    assert len(ROWS) >= 40
    assert names(PAGE.read_text(encoding="utf-8")) == [*ROWS]
