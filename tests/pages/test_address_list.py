"""A row of the list of other addresses is compared cell by cell."""

import pytest
from playwright.sync_api import Page

from pages.address_list import AddressList
from pages.themes.luma import LUMA
from tests.pages.test_address_box import ADDRESS, UNITED_STATES

CELLS = {
    "firstname": "Jane",
    "lastname": "Doe",
    "streetaddress": "123 Oak Ave",
    "city": "Purchase",
    "country": "United States",
    "state": "New York",
    "zip": "10755",
    "phone": "512-555-1111",
}


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, []),
        ({"city": "\n Purchase \n"}, []),
        ({"city": "WRONG"}, ["other address, city: expected Purchase, seen WRONG"]),
        ({"zip": "10755-0001"}, ["other address, postcode: expected 10755, seen 10755-0001"]),
        ({"country": "US"}, ["other address, country: expected United States, seen US"]),
        ({"phone": ""}, ["other address, telephone: expected 512-555-1111, seen nothing"]),
        (
            {"city": "New York", "state": "Purchase"},
            [
                "other address, city: expected Purchase, seen New York",
                "other address, region: expected New York, seen Purchase",
            ],
        ),
    ],
)
def test_each_cell_is_exact(page: Page, changed: dict[str, str], told: list[str]) -> None:
    """White space around it is the template's."""
    cells = "".join(f'<td class="col {name}">{text}</td>' for name, text in {**CELLS, **changed}.items())
    page.set_content(f'<table id="additional-addresses-table"><tbody><tr>{cells}</tr></tbody></table>')
    rows = page.locator(LUMA.additional_addresses)
    listed = AddressList(rows, page.locator("p"), LUMA.additional_address_cells)
    assert list(map(str, listed.differences(ADDRESS, UNITED_STATES))) == told
