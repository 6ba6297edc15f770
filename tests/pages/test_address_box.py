"""What an address box lacks is told by field, with what stands there instead, whatever the template."""

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


@pytest.mark.parametrize(
    ("shown", "told"),
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
        (
            LUMA.replace("New York, ", ""),
            ["place: expected Purchase, New York, 10755, seen Purchase, 10755"],
        ),
        (
            LUMA.replace("Jane Doe", "John Roe").replace("512-555-1111", "030 1234"),
            [
                "person: expected Jane Doe, seen John Roe",
                "telephone: expected 512-555-1111, seen T: 030 1234",
            ],
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
def test_difference_is_told_by_field(page: Page, shown: str, told: list[str]) -> None:
    """In the words of the address, not as two texts to compare by eye."""
    page.set_content(f"<address>{shown}</address>")
    box = AddressBox("default billing address", page.locator("address"), page.locator("p"))
    missing = map(str, box.missing(ADDRESS, UNITED_STATES))
    assert list(missing) == [f"default billing address, {each}" for each in told]


def test_box_that_is_not_there_is_named(page: Page) -> None:
    """Before anything is compared."""
    page.set_content("<p>You have no default billing address in your address book.</p>")
    expect.set_options(timeout=100)
    box = AddressBox("default billing address", page.locator("address"), page.locator("p"))
    with pytest.raises(AssertionError, match="the default billing address is missing"):
        box.missing(ADDRESS, UNITED_STATES)
    expect.set_options(timeout=None)
