"""A failed comparison tells every field that differs, in words and as rows."""

import pytest
from pydantic import BaseModel

from api.comparison import Difference, Different, check_each, check_fields, check_none, check_same


class Place(BaseModel):
    """Some part of a record."""

    city: str = "Purchase"
    code: int | None = 43


class Record(BaseModel):
    """Something that a shop answers with."""

    postcode: str = "10755"
    street: tuple[str, ...] = ("123 Oak Ave",)
    place: Place = Place()
    places: tuple[Place, ...] = ()
    is_default: bool = True


def test_sentence_tells_each_field(subtests: pytest.Subtests) -> None:
    """As a person would write it, a list and a nested record too."""
    for seen, sentence in [
        (Record(postcode="10001"), "address, postcode: expected 10755, seen 10001"),
        (Record(is_default=False), "address, is_default: expected true, seen false"),
        (Record(street=()), "address, street: expected 123 Oak Ave, seen nothing"),
        (
            Record(street=("9 Elm St", "Suite 4")),
            "address, street: expected 123 Oak Ave, seen 9 Elm St / Suite 4",
        ),
        (Record(place=Place(code=None)), "address, place.code: expected 43, seen nothing"),
        (
            Record(postcode="10001", place=Place(city="Albany")),
            "address, postcode: expected 10755, seen 10001; "
            "address, place.city: expected Purchase, seen Albany",
        ),
        (Record(places=(Place(),)), "address, places: expected nothing, seen city Purchase, code 43"),
    ]:
        with subtests.test(sentence=sentence):
            with pytest.raises(Different) as caught:
                check_same("address", expected=Record(), seen=seen)
            assert str(caught.value) == sentence


def test_differences_are_rows() -> None:
    """For whoever shows them as a table."""
    with pytest.raises(Different) as caught:
        check_same("address", expected=Record(), seen=Record(postcode="10001"))
    assert caught.value.differences == (Difference("address", "postcode", "10755", "10001"),)


def test_same_is_no_difference() -> None:
    """Nor is nothing at all; what was seen may hold more."""
    check_same("address", expected=Place(), seen=Record(place=Place()).place)
    check_none([])


def test_each_is_compared_with_its_namesake() -> None:
    """What is missing and what is too much are reported beside the differences."""
    expected = {"in Albany": Place(), "in Purchase": Place()}
    with pytest.raises(Different) as caught:
        check_each("address", expected=expected, seen={"in Purchase": Place(code=1), "in Utica": Place()})
    assert str(caught.value) == (
        "address in Albany, number: expected 1, seen 0; address in Purchase, code: expected 43, seen 1; "
        "address in Utica, number: expected 0, seen 1"
    )
    check_each("address", expected, dict(reversed(expected.items())))


def test_fields_of_a_form() -> None:
    """What is missing, changed or beside it is reported by field; what is the same is not."""
    check_fields("form", expected={"city": "Albany"}, seen={"city": "Albany"})
    with pytest.raises(Different) as raised:
        check_fields(
            "form", expected={"city": "Albany", "zip": "12207"}, seen={"city": "New Albany", "fax": "1"}
        )
    assert str(raised.value) == (
        "form, city: expected Albany, seen New Albany; form, zip: expected 12207, seen nothing; "
        "form, fax: expected nothing, seen 1"
    )
