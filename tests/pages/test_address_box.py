"""What an address box lacks is reported by field, with what stands there instead, whatever the template."""

import pytest
from playwright.sync_api import Page, expect

from api.models import Country
from api.new_customer import NewAddress, NewRegion
from pages.address_box import AddressBox

UNITED_STATES = Country(id="US", full_name_locale="United States")
ADDRESS = NewAddress(
    firstname="Jane",
    lastname="Doe",
    street=("123 Oak Ave",),
    city="Purchase",
    region=NewRegion(region_code="NY", region="New York", region_id=43),
    postcode="10755",
    country_id="US",
    telephone="512-555-1111",
)
LUMA = (
    "Jane Doe<br>123 Oak Ave<br>Purchase,  New York, 10755<br>United States<br>T: <a href=#>512-555-1111</a>"
)


GERMANY = Country(id="DE", full_name_locale="Germany")
BERLIN = ADDRESS.model_copy(
    update={"city": "Berlin", "region": NewRegion(region="Berlin"), "postcode": "10115", "country_id": "DE"}
)


def differences_in(
    page: Page, shown: str, expected: NewAddress = ADDRESS, country: Country = UNITED_STATES
) -> list[str]:
    """Show an address in a box, and give what is reported of it."""
    page.set_content(f"<address>{shown}</address>")
    place = page.locator("address")
    box = AddressBox("default billing address", place, page.locator("p"), ("T:", "F:", "VAT:"))
    found = map(str, box.differences(expected, country))
    return [one.removeprefix("default billing address, ") for one in found]


@pytest.mark.parametrize(
    ("shown", "reported"),
    [
        (LUMA, []),
        (LUMA.replace("<br>", " · "), []),
        (LUMA.replace("10755", "10001"), ["postcode: expected 10755, seen 10001"]),
        (
            LUMA.replace("Purchase", "Albany").replace("New York", "Texas"),
            ["city: expected Purchase, seen Albany", "region: expected New York, seen Texas"],
        ),
        (LUMA.replace("123 Oak Ave", "9 Elm St"), ["street: expected 123 Oak Ave, seen 9 Elm St"]),
        (LUMA.replace("123 Oak Ave<br>", ""), ["street: expected 123 Oak Ave, seen nothing"]),
        (LUMA.replace("New York, ", ""), ["region: expected New York, seen nothing"]),
        (
            LUMA.replace("Jane Doe", "John Roe").replace("512-555-1111", "030 1234"),
            ["person: expected Jane Doe, seen John Roe", "telephone: expected 512-555-1111, seen 030 1234"],
        ),
    ],
    ids=[
        "as sent",
        "in one line",
        "postcode",
        "city and region",
        "street",
        "no street",
        "no region",
        "two parts",
    ],
)
def test_difference_is_reported_by_field(page: Page, shown: str, reported: list[str]) -> None:
    """In the words of the address, not as two texts to compare by eye."""
    assert differences_in(page, shown) == reported


@pytest.mark.parametrize(
    ("right", "near", "reported"),
    [
        ("Jane Doe", "Mary Jane Doe", "beside it: expected nothing, seen Mary"),
        ("Doe", "Doerr", "last name: expected Doe, seen Doerr"),
        ("Doe", "Doe-Smith", "last name: expected Doe, seen Doe-Smith"),
        ("Jane", "Jané", "first name: expected Jane, seen Jané"),
        ("123 Oak", "9123 Oak", "street: expected 123 Oak Ave, seen 9123 Oak Ave"),
        ("Oak Ave", "Oak Ave, c/o Somebody Else", "beside it: expected nothing, seen c/o Somebody Else"),
        ("Purchase", "West Purchase", "beside it: expected nothing, seen West"),
        ("10755", "10755-9999", "postcode: expected 10755, seen 10755-9999"),
        ("New York", "New York (NY)", "beside it: expected nothing, seen (NY)"),
        (
            "States",
            "States Minor Outlying Islands",
            "beside it: expected nothing, seen Minor Outlying Islands",
        ),
        ("1111", "11112", "telephone: expected 512-555-1111, seen 512-555-11112"),
        ("512-555", "+1-512-555", "telephone: expected 512-555-1111, seen +1-512-555-1111"),
        ("T:", "Tel.:", "beside it: expected nothing, seen Tel.:"),
        ("</a>", "</a><br>VAT: DE123", "beside it: expected nothing, seen DE123"),
        ("<br>United", "<br>Purchase<br>United", "beside it: expected nothing, seen Purchase"),
    ],
)
def test_near_is_not_right(page: Page, right: str, near: str, reported: str) -> None:
    """A value that is longer than the one sent, and what was never sent."""
    assert differences_in(page, LUMA.replace(right, near, 1)) == [reported]


@pytest.mark.parametrize(
    "template",
    [
        "Doe, Jane<br>10755 Purchase, New York<br>123 Oak Ave<br>UNITED STATES<br>512-555-1111",
        "<p>Jane</p><p>Doe</p>123 Oak<br>Ave * Purchase (New York) 10755 | United States<br>VAT: F: T: 512-555-1111",
    ],
)
def test_order_and_decoration_are_the_templates(page: Page, template: str) -> None:
    """Only a text that is written otherwise is another text."""
    reported = ["country: expected United States, seen UNITED STATES"] if "UNITED" in template else []
    assert differences_in(page, template) == reported


def test_equal_values_stand_as_often_as_they_are_parts(page: Page) -> None:
    """Berlin is a city and a region, and so is New York."""
    place = ADDRESS.model_copy(update={"city": "New York"})
    assert differences_in(page, LUMA.replace("Purchase", "New York"), place) == []
    assert differences_in(page, LUMA.replace("Purchase, ", ""), place) == [
        "region: expected New York, seen nothing"
    ]
    berlin = "Jane Doe<br>123 Oak Ave<br>Berlin,  Berlin, 10115<br>Germany<br>T: 512-555-1111"
    assert differences_in(page, berlin, BERLIN, GERMANY) == []
    assert differences_in(page, berlin.replace("Berlin,  ", ""), BERLIN, GERMANY) == [
        "region: expected Berlin, seen nothing"
    ]
    assert differences_in(page, berlin.replace("Berlin", "Berlin,  Berlin"), BERLIN, GERMANY) != []


def test_everything_that_is_near_is_reported(page: Page) -> None:
    """The page that once passed for right."""
    shown = (
        "Mary Jane Doerr<br>9123 Oak Ave, c/o Somebody Else<br>West Purchase, New York, 10755-9999<br>"
        "United States Minor Outlying Islands<br>T: 512-555-11112"
    )
    assert differences_in(page, shown) == [
        "last name: expected Doe, seen Doerr",
        "street: expected 123 Oak Ave, seen 9123 Oak Ave",
        "postcode: expected 10755, seen 10755-9999",
        "telephone: expected 512-555-1111, seen 512-555-11112",
        "beside it: expected nothing, seen Mary",
        "beside it: expected nothing, seen c/o Somebody Else",
        "beside it: expected nothing, seen West",
        "beside it: expected nothing, seen Minor Outlying Islands",
    ]


def test_box_that_is_not_there_is_named(page: Page) -> None:
    """Before anything is compared."""
    page.set_content("<p>You have no default billing address in your address book.</p>")
    expect.set_options(timeout=100)
    box = AddressBox("default billing address", page.locator("address"), page.locator("p"))
    with pytest.raises(AssertionError, match="the default billing address is missing"):
        box.differences(ADDRESS, UNITED_STATES)
    expect.set_options(timeout=None)
