"""Sentences about signing in to the storefront, My Account and signing out."""

import re

from playwright.sync_api import Response, expect
from pytest_bdd import given, then, when

from api.comparison import check_none
from api.new_customer import NewCustomer
from pages.account_menu import greeting_of
from pages.storefront import Storefront


@given("the customer has signed out")
@when("the customer signs out")
def customer_signs_out(storefront: Storefront) -> None:
    """Use the account menu's last link."""
    storefront.sign_out()


@when("a guest asks for My Account", target_fixture="page_answer")
@when("the customer asks for My Account", target_fixture="page_answer")
def asks_for_my_account(storefront: Storefront) -> Response | None:
    """Ask for the page, wherever the shop then leads."""
    return storefront.my_account_page.ask_for()


@when("a guest asks for the Address Book", target_fixture="page_answer")
@when("the customer asks for the Address Book", target_fixture="page_answer")
def asks_for_the_address_book(storefront: Storefront) -> Response | None:
    """Ask for the page, wherever the shop then leads."""
    return storefront.address_book_page.ask_for()


@when("the customer selects My Account in the menu at the account name")
def customer_selects_my_account(storefront: Storefront) -> None:
    """Open the account menu in the upper right corner and follow its first link."""
    storefront.account_menu.open()
    storefront.account_menu.my_account.click()
    storefront.my_account_page.expect_shown()


@when("the customer opens the menu at the account name")
def customer_opens_the_menu(storefront: Storefront) -> None:
    """Open the account menu in the upper right corner."""
    storefront.account_menu.open()


@when("the customer goes back in the browser")
def customer_goes_back(storefront: Storefront) -> None:
    """Use the browser's own button."""
    storefront.page.go_back()


@then("My Account shows the customer's name and e-mail")
def my_account_shows_the_customer(storefront: Storefront, new_customer: NewCustomer) -> None:
    """Compare the contact information, which is these two lines and nothing else."""
    name, email = new_customer.full_name, new_customer.credentials.username
    check_none(storefront.my_account_page.contact_differences(name, email))


@then("the header greets the customer by name")
def header_greets_the_customer(storefront: Storefront, new_customer: NewCustomer) -> None:
    """Wait for the greeting, which a script brings late."""
    name = new_customer.full_name
    greeting = storefront.account_menu.greeting
    expect(greeting, f"the header does not greet {name}").to_have_text(greeting_of(name))


@then("no message is shown")
def no_message_is_shown(storefront: Storefront) -> None:
    """Wait for the page's scripts, which have then brought every message."""
    storefront.expect_scripts_ran()
    expect(storefront.messages, "a message is shown").to_have_count(0)


@then("the storefront says that it cannot be done")
def storefront_says_no(storefront: Storefront) -> None:
    """Wait for the message, in whatever language."""
    expect(storefront.address_book_page.body, "the Address Book is not shown").to_be_visible()
    expect(storefront.sign_in_page.error_message, "no error message is shown").to_be_visible()


@then("My Account is titled and headed as the menu calls it")
def my_account_is_titled(storefront: Storefront) -> None:
    """Compare with the menu's link, in any language; a shop may add its name to the title, behind a mark."""
    name = storefront.account_menu.name_of_my_account
    title = re.compile(rf"^(.+\s[^\w\s]+\s+)?{re.escape(name)}(\s+[^\w\s]+\s.+)?$")
    heading = storefront.my_account_page.heading
    expect(heading, f"the page is not headed {name}").to_have_text(name)
    expect(storefront.page, f"the page is not titled {name}").to_have_title(title)


@then("the menu offers My Account and signing out")
def menu_offers_both(storefront: Storefront) -> None:
    """Look at both links of the open menu."""
    menu = storefront.account_menu
    expect(menu.my_account, "the menu does not offer My Account").to_be_visible()
    expect(menu.sign_out, "the menu does not offer signing out").to_be_visible()


@then("My Account is closed")
def my_account_is_closed(storefront: Storefront) -> None:
    """Ask for My Account and be asked to sign in."""
    storefront.my_account_page.ask_for()
    expect(storefront.sign_in_page.form, "nobody is asked to sign in").to_be_visible()
    expect(storefront.my_account_page.body, "My Account is open").to_have_count(0)


@then("the storefront asks to sign in")
def storefront_asks_to_sign_in(storefront: Storefront) -> None:
    """Look for the sign-in form in place of what was asked for."""
    expect(storefront.sign_in_page.form, "nobody is asked to sign in").to_be_visible()
    expect(storefront.my_account_page.body, "My Account is open").to_have_count(0)


@then("the page is marked not to be stored")
def page_is_not_stored(page_answer: Response | None) -> None:
    """Look for the one word that forbids it."""
    assert page_answer, "the page was shown without an answer of the shop"
    marks = page_answer.header_value("Cache-Control") or "nothing"
    assert "no-store" in re.split(r"\s*,\s*", marks), f"Cache-Control: expected no-store, seen {marks}"


@then("the Address Book is shown")
def address_book_is_shown(storefront: Storefront) -> None:
    """Look where the shop led."""
    expect(storefront.address_book_page.body, "the Address Book is not shown").to_be_visible()


@then("My Account still opens")
def my_account_still_opens(storefront: Storefront) -> None:
    """Ask for My Account."""
    storefront.my_account_page.ask_for()
    expect(storefront.my_account_page.body, "My Account does not open").to_be_visible()


@then("My Account still opens in the second browser")
def my_account_opens_in_the_second(second_storefront: Storefront) -> None:
    """Ask for My Account there."""
    second_storefront.my_account_page.ask_for()
    body = second_storefront.my_account_page.body
    expect(body, "My Account does not open in the second browser").to_be_visible()
