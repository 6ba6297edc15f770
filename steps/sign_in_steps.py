"""Sentences about signing in to the storefront."""

import pytest
from playwright.sync_api import expect
from pydantic import SecretStr
from pytest_bdd import given, parsers, then, when

from api.models import Credentials, StoreIds
from api.reasons import SIGN_IN, Refusals
from pages.storefront import Storefront


@pytest.fixture
def wrong_password() -> SecretStr:
    """Give a password that is no customer's."""
    return SecretStr("Wrong-Passw0rd")


@given("the customer is signed in to the storefront")
@when("the customer signs in to the storefront with e-mail and password")
def customer_signs_in(storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the sign-in form."""
    storefront.sign_in(credentials)


@given("the browser has been at the home page as a guest")
def browser_was_a_guests(storefront: Storefront) -> None:
    """Open the home page before anybody signs in."""
    storefront.page.goto(f"{storefront.url}/")


@when("the customer signs in to the storefront with the e-mail in capitals")
def customer_signs_in_with_capitals(storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the e-mail as some people write it."""
    storefront.sign_in(credentials.model_copy(update={"username": credentials.username.upper()}))


@given("the customer is signed in in a second browser")
def customer_is_signed_in_twice(second_storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the sign-in form of another browser."""
    second_storefront.sign_in(credentials)


@given("the other customer is signed in to the storefront in a second browser")
def other_customer_is_signed_in(second_storefront: Storefront, other_credentials: Credentials) -> None:
    """Fill in the sign-in form of another browser."""
    second_storefront.sign_in(other_credentials)


@given("a guest at the sign-in page")
@when("the customer asks for the sign-in page")
def guest_at_the_sign_in_page(storefront: Storefront) -> None:
    """Ask for the page; a shop leads a signed-in customer on."""
    storefront.sign_in_page.ask_for()


@given("the customer has filled in the sign-in form and lost her cookies")
def customer_has_lost_her_cookies(storefront: Storefront, credentials: Credentials) -> None:
    """Take away the session that the form's key belongs to."""
    storefront.sign_in_page.open()
    storefront.sign_in_page.fill(credentials.username, credentials)
    storefront.page.context.clear_cookies()


@given("the customer was sent to the sign-in page when she asked for the Address Book")
def customer_was_sent_to_sign_in(storefront: Storefront) -> None:
    """Ask for the Address Book as a guest."""
    storefront.address_book_page.ask_for()
    storefront.sign_in_page.expect_shown()


@when("the customer tries to sign in with e-mail and password")
def customer_tries_to_sign_in(storefront: Storefront, credentials: Credentials) -> None:
    """Send the form, whatever comes of it."""
    storefront.sign_in_page.open()
    storefront.sign_in_page.submit(credentials.username, credentials)


@when("the customer tries to sign in with a wrong password")
def customer_tries_a_wrong_password(
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


@when(parsers.parse('the guest sends the form with the e-mail "{email}"'), target_fixture="left_for")
def guest_sends_a_malformed_email(storefront: Storefront, email: str, credentials: Credentials) -> list[str]:
    """Send the form with some password, the e-mail being unmarked as yet, and watch what leaves the page."""
    form = storefront.sign_in_page
    form.expect_shown()
    form.fill(email, credentials)
    form.expect_unmarked_email()
    left_for = form.watch()
    form.send()
    return left_for


@when("the customer sends the form")
def customer_sends_the_form(storefront: Storefront) -> None:
    """Send the form as it is filled in."""
    storefront.sign_in_page.send()


@when("the customer signs in where she was sent")
def customer_signs_in_where_she_was_sent(storefront: Storefront, credentials: Credentials) -> None:
    """Fill in the form of the page that is shown."""
    storefront.sign_in_page.submit(credentials.username, credentials)


@then("the storefront refuses the sign-in")
def storefront_refuses_the_sign_in(
    storefront: Storefront,
    credentials: Credentials,
    store_ids: StoreIds,
    refusals: Refusals,
    request: pytest.FixtureRequest,
) -> None:
    """Compare with the one sentence that Magento has for every such case.

    Where no table has it in the storefront's language, an unknown e-mail has to get the same in a second browser.
    """
    message = storefront.sign_in_page.error_message
    if sentence := refusals.sentence(SIGN_IN, store_ids.code):
        expect(message, "the refusal is not worded as Magento's").to_have_text(sentence)
        return
    expect(message, "the sign-in is not refused").to_be_visible()
    text = message.inner_text()
    if refusals.is_worded(text, SIGN_IN, store_ids.code):
        return
    second: Storefront = request.getfixturevalue("second_storefront")
    unknown = credentials.unknown()
    second.sign_in_page.open()
    second.sign_in_page.submit(unknown.username, unknown)
    expect(second.sign_in_page.error_message, "an unknown e-mail is refused in other words").to_have_text(
        text
    )


@then("the form is refused")
def form_is_refused(storefront: Storefront) -> None:
    """Wait for a mark at a field or a message, whichever this shop and this load of the page give."""
    expect(storefront.sign_in_page.refusal, "the form is not refused").to_be_visible()


@then("the form refuses the e-mail and sends nothing")
def form_refuses_the_email(storefront: Storefront, left_for: list[str]) -> None:
    """Wait for the mark at its field, by the form's script or by the browser; the page stays the same one."""
    assert left_for == [], f"the form is sent all the same, to {left_for[0]}"
    expect(storefront.sign_in_page.email_refusal, "the form does not refuse the e-mail").to_be_visible()
    assert left_for == [], f"the form is sent all the same, to {left_for[0]}"


@then("the form keeps the e-mail and forgets the password")
def form_keeps_the_email(storefront: Storefront, credentials: Credentials) -> None:
    """Look at both fields."""
    form = storefront.sign_in_page
    expect(form.email, "the form has not kept the e-mail").to_have_value(credentials.username)
    expect(form.password, "the form has kept the password").to_have_value("")
