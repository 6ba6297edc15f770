"""A value stands in a page where nothing that belongs to a word touches it."""

import pytest

from pages.shown_text import ShownText, standing_in


@pytest.mark.parametrize(
    ("page", "stands"),
    [
        ("Albany", True),
        ("<td>Albany</td>", True),
        ('<input value="Albany">', True),
        ('{"city":"Albany"}', True),
        ("&#65;lbany", True),
        ("Albany's", True),
        ("Albanya", False),
        ("New-Albany", False),
        ("Albany1", False),
        ("albany", False),
        ("", False),
    ],
)
def test_standing_in_a_page(page: str, stands: bool) -> None:
    """In its text, its attributes and its scripts, escaped or not."""
    assert standing_in(page, ["Albany"]) == ["Albany"] * stands


def test_a_value_is_taken_once() -> None:
    """What is left over is reported by pieces, without decoration."""
    shown = ShownText("Berlin, Berlin, 10115\n*** Haus  am\tSee, c/o नंदिनी")
    assert [shown.take("Berlin") for _ in range(3)] == [True, True, False]
    assert shown.take("Haus am See")
    assert not shown.take("नंदि")
    assert shown.rest() == ["10115", "c/o नंदिनी"]
