"""Which theme a store view shows, and what it shows there: Luma, Blank beneath it, Hyvä, in English and German."""

import re

import pytest

from sandbox.configuration import Configuration
from tests.sandbox.profiles.page_reader import PageReader, script_texts, texts
from tests.sandbox.storefront.running_store import elm_street, oak_avenue

HEADER_LINKS = r'<ul class="header links">(.*?)</ul>'
LINKS = r"<a [^>]*>(.*?)</a>"
HYVA_LINKS = r'<nav aria-labelledby="customer-menu" x-cloak>(.*?)</nav>'


def reader(store_code: str = "us", magento: str = "2.4.8", **themes: str) -> PageReader:
    """Give a reader of a store view whose theme, or another's, is chosen."""
    return PageReader(Configuration(magento=magento, themes=themes), store_code)


def family(page: str) -> str:
    """Tell a page's theme by what it alone has."""
    if 'id="customer-menu"' in page:
        return "hyva"
    return "luma" if 'id="authenticationPopup"' in page else "none"


def test_the_themes_out_of_the_box(magento: str) -> None:
    """As in the shops that were recorded: Hyvä in Germany on the latest release, Luma everywhere else."""
    german = "hyva" if magento == "2.4.8" else "luma"
    for code, wanted in (("us", "luma"), ("default", "luma"), ("de", german)):
        for path in ("", "customer/account/login", "no-such-page"):
            assert family(reader(code, magento).get(path)) == wanted, (code, path)


def test_a_theme_for_one_store_view() -> None:
    """The others keep theirs; without a code it is that of all."""
    assert family(reader("us", us="hyva").get()) == "hyva"
    assert family(reader("us", de="luma").get()) == "luma"
    assert family(reader("de", de="luma").get()) == "luma"
    assert family(PageReader(Configuration(themes={"": "hyva", "us": "luma"}), "default").get()) == "hyva"
    assert family(PageReader(Configuration(themes={"": "hyva", "us": "luma"}), "us").get()) == "luma"


def test_hyva_in_english() -> None:
    """The same parts as in German, with the texts that Magento and Hyvä have in English."""
    jane = reader("us", us="hyva")
    page = jane.get("customer/account/login")
    assert '<html lang="en">' in page
    assert '<button type="button" id="customer-menu" aria-label="My Account"' in page
    assert texts(page, r"<label[^>]*><span>(.*?)</span></label>") == ["Email", "Password"]
    jane.is_customer(oak_avenue(), elm_street())
    page = jane.get("customer/address")
    assert texts(texts_of_menu(page), LINKS) == [
        "My Account", "My Wish List", "My Orders", "Address Book", "Sign Out",
    ]  # fmt: skip
    assert texts(page, r'<div class="box-title"><span>(.*?)</span>') == [
        "Default Billing Address", "Default Shipping Address",
    ]  # fmt: skip
    assert texts(page, r'<div class="cell(?: wide)?">(.*?)</div>')[:11] == [
        *("Company", "Name", "Street Address", "City", "Country", ""),
        *("Acme Inc", "Doe, Jane", "9 Elm St, Suite 4", "New York", "United States"),
    ]


def texts_of_menu(page: str) -> str:
    """Cut Hyvä's account menu out of a page."""
    found = re.search(HYVA_LINKS, page, re.DOTALL)
    assert found
    return found[1]


def test_luma_in_german() -> None:
    """With the language's phrases as Hyvä has them; scripts get theirs from the page."""
    hans = reader("de", de="luma")
    page = hans.get("customer/account/login")
    assert '<html lang="de">' in page
    assert "<title>Kundenlogin</title>" in page
    assert script_texts(page)["This is a required field."].startswith("Vervollständigen Sie")
    hans.is_customer(oak_avenue())
    page = hans.get("customer/address")
    assert texts(page, r'<li class="nav item current"><strong>(.*?)</strong>') == ["Adressbuch"]
    assert "Vereinigte Staaten" in page
    assert texts(page, r'<p class="empty">(.*?)</p>') == [
        "Sie haben keine anderen Adresseinträge in Ihrem Adressbuch."
    ]


@pytest.mark.parametrize("magento", ["2.4.8", "2.4.1"])
def test_blank_has_plain_links_in_its_header(magento: str) -> None:
    """No menu drops down: a greeting that a script fills, and the links beside it; the rest is Luma's."""
    jane = reader("us", magento, us="blank")
    guest = jane.get("customer/account/login")
    assert texts(header_links(guest), LINKS) == [
        "My Account", "My Wish List", "Create an Account", "Sign In",
    ]  # fmt: skip
    jane.is_customer(oak_avenue())
    page = jane.get("customer/address")
    assert texts(header_links(page), LINKS) == ["My Account", "My Wish List", "Sign Out"]
    assert '<li class="greet welcome"' in header_links(page)
    assert "customer-menu" not in page
    assert "123 Oak Ave" in texts(page, r'box-address-billing">(.*?)</address>')[0]


def header_links(page: str) -> str:
    """Cut the header's links out of a page."""
    found = re.search(HEADER_LINKS, page, re.DOTALL)
    assert found
    return found[1]
