"""The page of the benchmarks says what was seen beside each goal, and what was missed."""

from bench.measures import MEASURES, Line
from bench.page import PAGE, markdown, measures

LINES = [
    Line("the whole step", "≤ 1.10 × bare", "9.0 s, 1.20 ×", is_met=False),
    Line("memory", "≤ 200 MB", "101 MB", is_met=True),
    Line("requests", "", "16 each time", is_met=True),
]


def test_page_says_what_was_missed() -> None:
    """And gives no goal where there is none."""
    page = markdown(LINES, rounds=3, load=0.5, seconds=61)
    assert "| the whole step | 9.0 s, 1.20 × | ≤ 1.10 × bare: **missed** |\n" in page
    assert "| memory | 101 MB | ≤ 200 MB: met |\n" in page
    assert "| requests | 16 each time |  |\n" in page
    assert measures(page) == [line.measure for line in LINES]


def test_page_is_there() -> None:
    """With numbers; `make bench` writes it."""
    assert MEASURES
    assert measures(PAGE.read_text(encoding="utf-8"))
