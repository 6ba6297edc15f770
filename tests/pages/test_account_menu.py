"""A greeting is of exactly one name, in any language."""

import pytest

from pages.account_menu import greeting_of


@pytest.mark.parametrize(
    ("greeting", "is_hers"),
    [
        ("Welcome, Jane Doe!", True),
        ("  Willkommen,  Jane\nDoe! ", True),
        ("Bienvenue, Jane Doe !", True),
        ("Jane Doe", True),
        ("Welcome, Mary Jane Doe!", False),
        ("Welcome, Jane Doerr!", False),
        ("Welcome, Jane Doe-Smith!", False),
        ("Welcome, Jane!", False),
        ("Welcome, MaryJane Doe!", False),
        ("Welcome, Jane Doe! Welcome, Ottilie!", False),
        ("Default welcome msg!", False),
    ],
)
def test_greeting(greeting: str, is_hers: bool) -> None:
    """One word may stand before the name, and a mark behind it."""
    assert bool(greeting_of("Jane Doe").search(greeting)) is is_hers


def test_characters_of_patterns_are_taken_as_such() -> None:
    """A name may hold any character."""
    assert greeting_of("Zoë & Co (D'Artagnan)").search("Welcome, Zoë & Co (D'Artagnan)!")
