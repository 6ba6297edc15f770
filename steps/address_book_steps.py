"""Sentences about the addresses that the storefront shows."""

from collections.abc import Iterable
from typing import Protocol

import pytest
from playwright.sync_api import expect
from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.comparison import check_fields, check_none
from api.magento import Magento
from api.models import Country, Credentials, Customer, StoreIds
from api.new_customer import NewAddress, NewCustomer, moved
from pages.address_box import AddressBox
from pages.shown_text import standing_in
from pages.storefront import Storefront


class Template(Protocol):
    """What the settings say of the shop's address template."""

    def advice(self, shown: Iterable[str], labels: Iterable[str]) -> str:
        """Say what to write if the template is wanted so."""


@pytest.fixture
def boxes(storefront: Storefront) -> dict[str, AddressBox]:
    """Give the Address Book's two boxes by what their addresses are the defaults for."""
    page = storefront.address_book_page
    return {"billing": page.default_billing, "shipping": page.default_shipping}


@given("the customer is signed in to the storefront and at the Address Book")
def customer_is_at_the_address_book(storefront: Storefront, credentials: Credentials) -> None:
    """Sign in and follow the link."""
    storefront.sign_in(credentials)
    storefront.my_account_page.open_address_book()
    storefront.address_book_page.expect_shown()


@when("the customer opens the Address Book")
def customer_opens_the_address_book(storefront: Storefront) -> None:
    """Follow My Account's link to the Address Book."""
    storefront.my_account_page.open_address_book()
    storefront.address_book_page.expect_shown()


@when("both customers open the Address Book")
def both_open_the_address_book(storefront: Storefront, second_storefront: Storefront) -> None:
    """Open it in either browser."""
    storefront.my_account_page.open_address_book()
    second_storefront.my_account_page.open_address_book()


@when("the customer asks for the form of the other customer's address")
def customer_asks_for_the_others_address(storefront: Storefront, other_customer: Customer) -> None:
    """Ask by the address's id, wherever the shop then leads."""
    storefront.address_form_page.ask_for(other_customer.addresses[0].id)


@when("the customer sends the form for a new address under the id of the other customer's")
def customer_sends_the_others_address(
    storefront: Storefront, other_customer: Customer, new_customer: NewCustomer
) -> None:
    """Send the customer's own address under the other's id, as somebody does who changes the page before."""
    form = storefront.address_form_page
    form.ask_for_new()
    form.post(other_customer.addresses[0].id, new_customer.addresses[0])


@when("the default address moves to Albany over REST and the customer reloads the page")
def default_address_moves(
    magento: Magento,
    storefront: Storefront,
    customer_token: SecretStr,
    customer: Customer,
    new_customer: NewCustomer,
    albany: NewAddress,
    store_ids: StoreIds,
) -> None:
    """Change the address with the customer's own token."""
    record = moved(customer, to=albany, required=new_customer.required)
    _ = magento.change_own_account(record, customer_token, scope=store_ids.code).value  # raises a refusal
    storefront.address_book_page.reload()


@then(parsers.parse("the default {kind} box shows the address that was sent"))
def box_shows_the_address_sent(
    boxes: dict[str, AddressBox], kind: str, new_customer: NewCustomer, country: Country
) -> None:
    """Compare the box with the only address that was sent when the customer was created."""
    (address,) = new_customer.addresses
    check_none(boxes[kind].differences(address, country))


@then(parsers.parse("the default {kind} box shows the address in {city}"))
def box_shows_the_address_in(
    boxes: dict[str, AddressBox], kind: str, address_in: dict[str, NewAddress], city: str, country: Country
) -> None:
    """Compare the box with the customer's address there."""
    check_none(boxes[kind].differences(address_in[city], country))


@then("the default billing box shows what the template is said to show")
def box_shows_what_is_said(
    storefront: Storefront, new_customer: NewCustomer, country: Country, address_template: Template
) -> None:
    """Learn the template from an address with a value of its own in each field, and compare."""
    box = storefront.address_book_page.default_billing
    shown, added = box.learnt(new_customer.addresses[0], country)
    lacking = [part for part in box.shows if part not in shown]
    beside = [part for part in shown if part not in box.shows]
    labels = [label for label in added if label not in box.labels]
    reported = [("does not show", lacking), ("shows, though it is not said to,", beside), ("adds", labels)]
    problems = [f"{what} {', '.join(parts)}" for what, parts in reported if parts]
    assert not problems, (
        f"the address template {'; '.join(problems)}. {address_template.advice(shown, added)}"
    )


@then("both boxes show the default addresses that the customer token shows")
def boxes_agree_with_rest(
    storefront: Storefront, magento: Magento, customer_token: SecretStr, store_ids: StoreIds, country: Country
) -> None:
    """Ask for both defaults with the token and compare field by field."""
    billing = magento.own_default_address("billing", customer_token, scope=store_ids.code).value
    shipping = magento.own_default_address("shipping", customer_token, scope=store_ids.code).value
    book = storefront.address_book_page
    found = book.default_billing.differences(NewAddress.of(billing), country)
    found += book.default_shipping.differences(NewAddress.of(shipping), country)
    check_none(found)


@then("there is no other address")
def there_is_no_other_address(storefront: Storefront) -> None:
    """Look for the sentence that says so, and for no row."""
    book = storefront.address_book_page
    expect(book.others.none, "nothing says that there is no other address").to_be_visible()
    expect(book.others.rows, "there are other addresses").to_have_count(0)


@then(parsers.parse("the list of other addresses shows the one in {city}"))
def list_shows_one_address(
    storefront: Storefront,
    address_in: dict[str, NewAddress],
    city: str,
    country: Country,
) -> None:
    """Compare every cell of its only row."""
    others = storefront.address_book_page.others
    expect(others.rows, "the list does not hold one other address").to_have_count(1)
    check_none(others.differences(address_in[city], country))


@then("there is no default billing and no default shipping address")
def there_are_no_defaults(storefront: Storefront) -> None:
    """Look for the sentences in both boxes, and for no address."""
    for box in (storefront.address_book_page.default_billing, storefront.address_book_page.default_shipping):
        expect(box.none, f"nothing says that there is no {box.name}").to_be_visible()
        expect(box.address, f"there is a {box.name}").to_have_count(0)


@then("the form for a new address is shown")
def new_address_form_is_shown(storefront: Storefront) -> None:
    """Look where the shop led."""
    form = storefront.address_form_page.body
    expect(form, "the form for a new address is not shown").to_be_visible()


@then("My Account's summary shows Purchase for billing and Albany for shipping")
def summary_shows_both(storefront: Storefront, address_in: dict[str, NewAddress], country: Country) -> None:
    """Compare both boxes of My Account."""
    summary = storefront.my_account_page
    found = summary.default_billing.differences(address_in["Purchase"], country)
    found += summary.default_shipping.differences(address_in["Albany"], country)
    check_none(found)


@then("each customer sees her own address")
def each_sees_her_own(
    storefront: Storefront,
    second_storefront: Storefront,
    new_customer: NewCustomer,
    other_new_customer: NewCustomer,
    country: Country,
) -> None:
    """Compare the billing boxes of both browsers."""
    first = storefront.address_book_page.default_billing
    second = second_storefront.address_book_page.default_billing
    found = first.differences(new_customer.addresses[0], country)
    found += second.differences(other_new_customer.addresses[0], country)
    check_none(found)


@then("the form for a new address is shown, with the customer's own name and nothing else")
def new_address_form_is_hers(storefront: Storefront, customer: Customer) -> None:
    """Read every field to type in."""
    form = storefront.address_form_page
    expect(form.body, "the form for a new address is not shown").to_be_visible()
    hers = {"firstname": customer.firstname, "lastname": customer.lastname}
    check_fields("form for a new address", expected=hers, seen=form.filled_in())


@then("nothing of the other customer stands anywhere in the page")
def nothing_of_the_other_is_shown(storefront: Storefront, other_new_customer: NewCustomer) -> None:
    """Search the page's HTML; her region stands in the form's list of regions, which a script holds as well."""
    form, region = storefront.address_form_page, other_new_customer.addresses[0].region.region
    found = standing_in(form.content(without="option"), other_new_customer.own_texts)
    found += standing_in(form.content(without="option, script"), [region or ""])
    assert found == [], f"the page at {storefront.page.url} shows of the other customer: {', '.join(found)}"


@then(parsers.parse("My Account's summary shows no address in {city}"))
def summary_shows_nothing(storefront: Storefront, city: str, city_of: dict[str, str]) -> None:
    """Look at both boxes, which say in the shop's own words that there is none."""
    for box in (storefront.my_account_page.default_billing, storefront.my_account_page.default_shipping):
        expect(box.none, f"the box of {box.name} is not shown").to_be_visible()
        expect(box.none, f"{box.name} is in {city}").not_to_contain_text(city_of[city])
