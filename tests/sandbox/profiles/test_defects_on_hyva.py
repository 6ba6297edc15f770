"""The storefront's faults show on Hyvä's pages as on Luma's, wherever Hyvä shows the value at all."""

import re

import pytest

from sandbox.configuration import Configuration
from sandbox.records import AddressDraft, CustomerDraft
from tests.sandbox.profiles.page_reader import PASSWORD, PageReader
from tests.sandbox.storefront.running_store import elm_street, oak_avenue

BOOK, ACCOUNT = "customer/address", "customer/account"
IN_BOXES = {
    "swapped-addresses": r'box-address-billing card">(?:(?!</address>).)*9 Elm St',
    "equal-values-once": r"<br />\s*New York,\s+10001",
    "longer-first-name": "Mary Jane Doe",
    "longer-last-name": "Jane Doerr",
    "longer-house-number": "1123 Oak Ave",
    "care-of": "123 Oak Ave, c/o Somebody Else",
    "street-line-twice": r"123 Oak Ave<br />\s*123 Oak Ave",
    "longer-company": "Acme Inc &amp; Sons",
    "longer-city": "West Purchase",
    "region-with-code": r"New York \(NY\)",
    "longer-postcode": "10755-9999",
    "longer-country": "Vereinigte Staaten Minor Outlying Islands",
    "longer-telephone": "512-555-11112",
    "unasked-vat": "VAT: DE123",
    "raw-markup": "<b>Bold</b>",
}
IN_THE_LIST = {
    "list-care-of": "9 Elm St, Suite 4, c/o Somebody Else",
    "list-longer-city": '<div class="cell">New York Heights</div>',
    "list-country-code": '<div class="cell wide">US</div>',
}
NOT_IN_HYVAS_LIST = ("list-region-id", "list-longer-postcode", "list-longer-telephone")
ON_MY_ACCOUNT = {
    "wrong-summary": r"123 Oak Ave(?:(?!<address>).)*<address>(?:(?!</address>).)*123 Oak Ave",
    "longer-contact-name": "Jane Doe-Smith",
    "longer-contact-email": "jane@example.com.example",
    "longer-heading": '<h1 class="page-title" data-ui-id="page-title-wrapper">Mein Kontos</h1>',
    "longer-title": "<title>Mein Konto Dashboard</title>",
}
OF_SOMEBODY_ELSE = {
    "open-addresses": 'value="9 Elm St"',
    "others-telephone": 'value="212-555-0199"',
    "others-email": 'data-owner="joan@example.com"',
}


def hyva(*defects: str) -> PageReader:
    """Give a reader of Hyvä's pages in German, in a store with these faults."""
    return PageReader(Configuration(defects=frozenset(defects)), "de")


def addresses() -> list[AddressDraft]:
    """Give two defaults that differ, and two others, one with mark-up in its company."""
    billing, shipping = oak_avenue(company="<b>Bold</b>"), elm_street()
    billing.default_shipping, shipping.default_shipping = None, True
    return [billing, shipping, elm_street()]


def customers_page(path: str, *defects: str) -> str:
    """Read a page as a customer with addresses."""
    reader = hyva(*defects)
    reader.is_customer(*addresses())
    return reader.open(path).text


def shows(page: str, pattern: str) -> bool:
    """Tell whether a page has what the pattern describes."""
    return re.search(pattern, page, re.DOTALL) is not None


@pytest.mark.parametrize(
    ("path", "faults"), [(BOOK, IN_BOXES | IN_THE_LIST), (ACCOUNT, ON_MY_ACCOUNT)], ids=["book", "account"]
)
def test_what_a_customer_sees_of_them(path: str, faults: dict[str, str], subtests: pytest.Subtests) -> None:
    """Each alone, and in a sound store nothing of it."""
    sound = customers_page(path)
    for defect, pattern in faults.items():
        with subtests.test(defect):
            assert not shows(sound, pattern)
            assert shows(customers_page(path, defect), pattern)


def test_what_hyvas_list_does_not_show(subtests: pytest.Subtests) -> None:
    """Region, postcode and telephone are not in it, so a fault of them is not either."""
    sound = _without_keys(customers_page(BOOK))
    for defect in NOT_IN_HYVAS_LIST:
        with subtests.test(defect):
            assert _without_keys(customers_page(BOOK, defect)) == sound


def test_somebody_elses_address(subtests: pytest.Subtests) -> None:
    """The form that opens for its number."""
    for defect, pattern in OF_SOMEBODY_ELSE.items():
        with subtests.test(defect):
            for defects, wanted in (((), False), ((defect,), True)):
                reader = hyva(*defects)
                number = _joans_address(reader)
                reader.is_customer(*addresses())
                page = reader.open(f"customer/address/edit/id/{number}").text
                assert 'id="form-validate"' in page
                assert shows(page, pattern) == wanted


def test_a_refused_sign_in() -> None:
    """Leaves the e-mail in the form, or does not."""
    for defects, wanted in (((), "nobody@example.com"), (("forgotten-email",), "")):
        page = hyva(*defects).enter("nobody@example.com", "Wrong-Password1")
        assert f'name="login[username]" class="form-input" required value="{wanted}"' in page


def test_the_book_as_it_was() -> None:
    """It stays as at the first look."""
    for defects, wanted in (((), True), (("kept-page",), False)):
        reader = hyva(*defects)
        reader.is_customer(oak_avenue())
        reader.get(BOOK)
        reader.post(
            "customer/address/formPost",
            {
                "firstname": "Jane",
                "lastname": "Doe",
                "telephone": "1",
                "street[]": "1 New Rd",
                "city": "Purchase",
                "region": "New York",
                "postcode": "10755",
                "country_id": "US",
            },
        )
        assert ("1 New Rd" in reader.get(BOOK)) == wanted


def _joans_address(reader: PageReader) -> int:
    """Have somebody else with an address, and give its number."""
    draft = CustomerDraft(
        email="joan@example.com", firstname="Joan", lastname="Roe", store_id=3, website_id=3
    )
    draft.addresses = [elm_street()]
    return reader.shop.customers.create(draft, PASSWORD).addresses[0].id


def _without_keys(page: str) -> str:
    return re.sub(r'(name="form_key" type="hidden" value=)"\w+"', r"\1", page)
