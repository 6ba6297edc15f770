"""Sentences about signing in to the storefront, My Account and signing out."""

import pytest
from playwright.sync_api import expect
from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.admin_access import AdminAccess
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.new_customer import NewCustomer
from api.reasons import REASONS
from pages.storefront import Storefront


@pytest.fixture
def wrong_password() -> SecretStr:
    """Give a password that is no customer's."""
    return SecretStr("Wrong-Passw0rd")


@given("the tutorial's customer Jane Doe of another website", target_fixture="customer")
def tutorials_customer_of_another_website(
    magento: Magento, new_customer: NewCustomer, other_website: StoreIds, admin_token: AdminAccess
) -> Customer:
    """Create Jane Doe where the storefront under test does not know her."""
    ids = {"store_id": other_website.store_id, "website_id": other_website.website_id}
    elsewhere = new_customer.model_copy(update=ids)
    return magento.create_customer(elsewhere, scope=other_website.code, token=admin_token).value


@given("she is signed in to the storefront")
@when("she signs in to the storefront with e-mail and password")
def she_signs_in(storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the sign-in form."""
    storefront.sign_in(credentials)


@given("she is signed in in a second browser")
def she_is_signed_in_twice(second_storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the sign-in form of another browser."""
    second_storefront.sign_in(credentials)


@given("a guest at the sign-in page")
@when("she asks for the sign-in page")
def guest_at_the_sign_in_page(storefront: Storefront) -> None:
    """Ask for the page; a shop leads a signed-in customer on."""
    storefront.sign_in_page.ask_for()


@given("she has filled in the sign-in form and lost her cookies")
def she_has_lost_her_cookies(storefront: Storefront, credentials: Credentials) -> None:
    """Take away the session that the form's key belongs to."""
    storefront.sign_in_page.open()
    storefront.sign_in_page.fill(credentials.username, credentials)
    storefront.page.context.clear_cookies()


@given("she was sent to the sign-in page when she asked for the Address Book")
def she_was_sent_to_sign_in(storefront: Storefront) -> None:
    """Ask for the Address Book as a guest."""
    storefront.address_book_page.ask_for()
    storefront.sign_in_page.expect_shown()


@given("she has signed out")
@when("she signs out")
def she_signs_out(storefront: Storefront) -> None:
    """Use the account menu's last link."""
    storefront.sign_out()


@when("she tries to sign in with e-mail and password")
def she_tries_to_sign_in(storefront: Storefront, credentials: Credentials) -> None:
    """Send the form, whatever comes of it."""
    storefront.sign_in_page.open()
    storefront.sign_in_page.submit(credentials.username, credentials)


@when("she tries to sign in with a wrong password")
def she_tries_a_wrong_password(
    storefront: Storefront, credentials: Credentials, wrong_password: SecretStr
) -> None:
    """Send the form with another password, once: a third time would bring a captcha."""
    wrong = Credentials(username=credentials.username, password=wrong_password)
    storefront.sign_in_page.open()
    storefront.sign_in_page.submit(credentials.username, wrong)


@when("the guest sends the form without e-mail and password")
def guest_sends_an_empty_form(storefront: Storefront) -> None:
    """Send the form as it came."""
    storefront.sign_in_page.expect_shown()
    storefront.sign_in_page.submit("", None)


@when(parsers.parse('the guest sends the form with the e-mail "{email}"'))
def guest_sends_a_malformed_email(storefront: Storefront, email: str, credentials: Credentials) -> None:
    """Send the form with some password."""
    storefront.sign_in_page.expect_shown()
    storefront.sign_in_page.submit(email, credentials)


@when("she sends the form")
def she_sends_the_form(storefront: Storefront) -> None:
    """Send the form as it is filled in."""
    storefront.sign_in_page.send()


@when("she signs in where she was sent")
def she_signs_in_where_she_was_sent(storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the form of the page that is shown."""
    storefront.sign_in_page.submit(credentials.username, credentials)


@when("a guest asks for My Account")
@when("she opens My Account")
def asks_for_my_account(storefront: Storefront) -> None:
    """Ask for the page, wherever the shop then leads."""
    storefront.my_account_page.ask_for()


@when("a guest asks for the Address Book")
def guest_asks_for_the_address_book(storefront: Storefront) -> None:
    """Ask for the page, wherever the shop then leads."""
    storefront.address_book_page.ask_for()


@when("she selects My Account in the menu at the account name")
def she_selects_my_account(storefront: Storefront) -> None:
    """Open the account menu in the upper right corner and follow its first link."""
    storefront.account_menu.open()
    storefront.account_menu.my_account.click()
    storefront.my_account_page.expect_shown()


@when("she opens the menu at the account name")
def she_opens_the_menu(storefront: Storefront) -> None:
    """Open the account menu in the upper right corner."""
    storefront.account_menu.open()


@when("she goes back in her browser")
def she_goes_back(storefront: Storefront) -> None:
    """Use the browser's own button."""
    storefront.page.go_back()


@then("My Account shows her name and e-mail")
def my_account_shows_her(storefront: Storefront, customer: Customer) -> None:
    """Look at the contact information."""
    contact = storefront.my_account_page.contact_information
    expect(contact).to_contain_text(f"{customer.firstname} {customer.lastname}")
    expect(contact).to_contain_text(customer.email)


@then("the header greets her by her name")
def header_greets_her(storefront: Storefront, customer: Customer) -> None:
    """Wait for the greeting, which a script brings late."""
    name = f"{customer.firstname} {customer.lastname}"
    expect(storefront.account_menu.greeting).to_contain_text(name)


@then("the menu offers My Account and signing out")
def menu_offers_both(storefront: Storefront) -> None:
    """Look at both links of the open menu."""
    expect(storefront.account_menu.my_account).to_be_visible()
    expect(storefront.account_menu.sign_out).to_be_visible()


@then("the storefront refuses the sign-in")
def storefront_refuses_the_sign_in(storefront: Storefront) -> None:
    """Compare with the one sentence that Magento has for every such case."""
    sentence = REASONS["the sign-in is not correct"].pattern()
    expect(storefront.sign_in_page.error_message).to_have_text(sentence)


@then("the form is refused")
def form_is_refused(storefront: Storefront) -> None:
    """Wait for a mark at a field or a message, whichever this shop and this load of the page give."""
    expect(storefront.sign_in_page.refusal).to_be_visible()


@then("the form keeps her e-mail and forgets the password")
def form_keeps_her_email(storefront: Storefront, credentials: Credentials) -> None:
    """Look at both fields."""
    expect(storefront.sign_in_page.email).to_have_value(credentials.username)
    expect(storefront.sign_in_page.password).to_have_value("")


@then("My Account is closed to her")
def my_account_is_closed(storefront: Storefront) -> None:
    """Ask for My Account and be asked to sign in."""
    storefront.my_account_page.ask_for()
    expect(storefront.sign_in_page.form).to_be_visible()
    expect(storefront.my_account_page.body).to_have_count(0)


@then("she is asked to sign in")
@then("the guest is asked to sign in")
def asked_to_sign_in(storefront: Storefront) -> None:
    """Look for the sign-in form in place of what was asked for."""
    expect(storefront.sign_in_page.form).to_be_visible()
    expect(storefront.my_account_page.body).to_have_count(0)


@then("the Address Book is shown")
def address_book_is_shown(storefront: Storefront) -> None:
    """Look where she was led."""
    storefront.address_book_page.expect_shown()


@then("My Account still opens in the second browser")
def my_account_opens_in_the_second(second_storefront: Storefront) -> None:
    """Ask for My Account there."""
    second_storefront.my_account_page.open()
