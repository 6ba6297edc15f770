"""The Address Book beyond what was recorded: the table, the form, other people's addresses."""

from playwright.sync_api import expect

from tests.sandbox.storefront.running_store import RunningStore, elm_street, oak_avenue
from tests.sandbox.storefront.visitor import MESSAGE, Visitor

ROWS = "#additional-addresses-table tbody tr"
BILLING = ".block-addresses-default .box-address-billing"


def test_the_table_of_other_addresses(visitor: Visitor, store: RunningStore) -> None:
    """The newest first, the defaults not among them."""
    cellar = elm_street()
    cellar.city = "Albany"
    store.add_customer("jane@example.com", oak_avenue(), elm_street(), cellar)
    visitor.is_customer()
    visitor.open_settled("customer/address")
    expect(visitor.page.locator(f"{ROWS} td.city")).to_have_text(["Albany", "New York"])
    cells = visitor.page.locator(f"{ROWS} >> nth=1").locator("td").all_inner_texts()
    assert cells[:8] == [
        "Jane", "Doe", "9 Elm St, Suite 4", "New York", "United States", "New York", "10001", "212-555-0199",
    ]  # fmt: skip


def test_a_long_table_has_pages(visitor: Visitor, store: RunningStore) -> None:
    """Ten rows each, unless more are asked for."""
    store.add_customer("jane@example.com", oak_avenue(), *(elm_street() for _ in range(12)))
    visitor.is_customer()
    visitor.open_settled("customer/address")
    page = visitor.page
    amount = page.locator(".customer-addresses-toolbar .toolbar-amount")
    expect(page.locator(ROWS)).to_have_count(10)
    expect(amount).to_have_text("Items 1 to 10 of 12 total")
    page.click(".customer-addresses-toolbar a.page")
    expect(page.locator(ROWS)).to_have_count(2)
    visitor.settle()
    page.select_option("#limiter", "20")
    expect(page.locator(ROWS)).to_have_count(12)
    expect(amount).to_have_text("12 Item(s)")


def test_the_first_address_becomes_both_defaults(visitor: Visitor, store: RunningStore) -> None:
    """Made with the form, which a customer without addresses meets."""
    store.add_customer()
    visitor.is_customer()
    visitor.open_settled("customer/address")
    page = visitor.page
    entered = {
        "telephone": "512-555-1111",
        "street_1": "123 Oak Ave",
        "city": "Purchase",
        "zip": "10755",
        "region": "New York",
    }
    for name, value in entered.items():
        page.fill(f"#{name}", value)
    page.click("button.save")
    expect(page.locator(MESSAGE)).to_have_text("You saved the address.")
    for kind in ("billing", "shipping"):
        shown = page.locator(f".box-address-{kind} address").inner_text()
        assert shown.splitlines() == [
            "Jane Doe", "123 Oak Ave", "Purchase, New York, 10755", "United States", "T: 512-555-1111",
        ]  # fmt: skip


def test_changing_and_deleting(visitor: Visitor, store: RunningStore) -> None:
    """A changed address stays where it is and leaves the others alone; a deleted one is asked about first."""
    store.add_customer("jane@example.com", oak_avenue(), elm_street())
    visitor.is_customer()
    visitor.open_settled("customer/address")
    page = visitor.page
    page.click(f"{BILLING} a.edit")
    expect(page.locator("h1")).to_have_text("Edit Address")
    page.locator("form.form-address-edit[novalidate]").locator("#street_1").fill("124 Oak Ave")
    page.click("button.save")
    expect(page.locator(f"{BILLING} address")).to_contain_text("124 Oak Ave")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(f"{ROWS} td.streetaddress")).to_have_text("9 Elm St, Suite 4")
    visitor.settle()
    page.click(f"{ROWS} a.delete")
    page.click(".action-accept")
    expect(page.locator(MESSAGE)).to_have_text("You deleted the address.")
    expect(page.locator(".block-addresses-list p.empty")).to_be_visible()


def test_another_customers_address_is_not_shown(visitor: Visitor, store: RunningStore) -> None:
    """Its number opens an empty form."""
    joan = store.add_customer("joan@example.com", elm_street())
    store.add_customer("jane@example.com", oak_avenue())
    visitor.is_customer()
    visitor.open(f"customer/address/edit/id/{joan.addresses[0].id}")
    expect(visitor.page.locator("h1")).to_have_text("Add New Address")
    expect(visitor.page.locator("#street_1")).to_have_value("")
    visitor.open(f"customer/address/delete/id/{joan.addresses[0].id}")
    joan_now = store.shop.customers.find(joan.id)
    assert joan_now
    assert len(joan_now.addresses) == 1


def test_a_german_country_name(visitor: Visitor, store: RunningStore, magento: str) -> None:
    """Countries are named in the language of the store view."""
    store.add_customer("hans@example.com", oak_avenue(), store_code="de")
    visitor.open("customer/address", "de")
    visitor.page.fill("#email", "hans@example.com")
    visitor.page.fill('[name="login[password]"]', "Password1")
    visitor.page.press('[name="login[password]"]', "Enter")
    country = "Vereinigte Staaten" if magento == "2.4.8" else "United States"
    expect(visitor.page.locator(f"{BILLING} address")).to_contain_text(country)


def test_somebody_elses_address_cannot_be_sent(visitor: Visitor, store: RunningStore) -> None:
    """The form is refused in general words, and nothing is saved."""
    store.add_customer("jane@example.com", oak_avenue())
    store.add_customer("otto@example.com", elm_street())
    other = store.shop.customers.find_by_email("otto@example.com", 2)
    assert other
    visitor.is_customer()
    visitor.open_settled("customer/address/new")
    page = visitor.page
    page.locator("form.form-address-edit").evaluate(
        "(form, id) => { form.action += `id/${id}/`; form.submit(); }", other.addresses[0].id
    )
    expect(page.locator(MESSAGE)).to_have_text("We can't save the address.")
    assert visitor.path == "/us/customer/address/index/"
    assert store.shop.customers.find_by_email("otto@example.com", 2) == other
