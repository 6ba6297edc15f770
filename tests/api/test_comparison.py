"""What a failed comparison says."""

import pytest

from api.comparison import check_each, check_same
from api.models import Person

JANE = Person(email="jane@example.com", firstname="Jane", lastname="Doe", store_id=2, website_id=2)
JOHN = JANE.model_copy(update={"firstname": "John", "store_id": 3})


def test_same_is_silent() -> None:
    """Nothing is raised."""
    check_same("customer", expected=JANE, seen=JANE)
    check_each("customer", expected={"a": JANE, "b": JOHN}, seen={"b": JOHN, "a": JANE})


def test_every_field_that_differs_is_told() -> None:
    """Each with what was expected and what was seen."""
    with pytest.raises(AssertionError) as told:
        check_same("customer", expected=JANE, seen=JOHN)
    assert str(told.value) == (
        "customer, firstname: expected Jane, seen John; customer, store_id: expected 2, seen 3"
    )


def test_missing_and_extra_things_are_told() -> None:
    """Beside the differences of those that are on both sides."""
    with pytest.raises(AssertionError) as told:
        check_each("customer", expected={"a": JANE, "b": JANE}, seen={"b": JOHN, "c": JANE})
    assert str(told.value) == (
        "customer a: expected, not seen; customer b, firstname: expected Jane, seen John; "
        "customer b, store_id: expected 2, seen 3; customer c: seen, not expected"
    )
