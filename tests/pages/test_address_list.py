"""A row of the list of other addresses is compared cell by cell."""

import pytest
from playwright.sync_api import Page

from pages.address_list import AddressList
from pages.themes.hyva import HYVA
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
    ("changed", "reported"),
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
def test_each_cell_is_exact(page: Page, changed: dict[str, str], reported: list[str]) -> None:
    """White space around it is the template's."""
    cells = "".join(f'<td class="col {name}">{text}</td>' for name, text in {**CELLS, **changed}.items())
    page.set_content(f'<table id="additional-addresses-table"><tbody><tr>{cells}</tr></tbody></table>')
    rows = page.locator(LUMA.additional_addresses)
    listed = AddressList(rows, page.locator("p"), LUMA.additional_address_cells)
    assert list(map(str, listed.differences(ADDRESS, UNITED_STATES))) == reported


GRID = ("Acme Inc", "Doe, Jane", "123 Oak Ave", "Purchase", "United States")


@pytest.mark.parametrize(
    ("cells", "reported"),
    [
        (GRID, []),
        (("", *GRID[1:]), ["other address, company: expected Acme Inc, seen nothing"]),
        ((GRID[0], "Jane Doe", *GRID[2:]), ["other address, person: expected Doe, Jane, seen Jane Doe"]),
        ((*GRID[:3], "Albany", GRID[4]), ["other address, city: expected Purchase, seen Albany"]),
        ((*GRID[:4], "US"), ["other address, country: expected United States, seen US"]),
    ],
)
def test_each_cell_of_a_grid_is_exact(page: Page, cells: tuple[str, ...], reported: list[str]) -> None:
    """Hyvä's has no rows: an address is the five cells before its links, some of them hidden in a narrow window."""
    heads = "".join(f"<div>{head}</div>" for head in ("Company", "Name", "Street", "City", "Country", ""))
    texts = "".join(f'<div style="display: none">{text}</div>' for text in cells)
    links = '<div><a class="action edit" href="#">Edit</a></div>'
    page.set_content(f'<div class="block-addresses-list"><div>{heads}{texts}{links}</div></div>')
    rows = page.locator(HYVA.additional_addresses)
    listed = AddressList(rows, page.locator("p"), HYVA.additional_address_cells)
    address = ADDRESS.model_copy(update={"company": "Acme Inc"})
    assert list(map(str, listed.differences(address, UNITED_STATES))) == reported
