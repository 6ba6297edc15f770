"""Sentences about a customer who has a keyboard alone."""

from pytest_bdd import given, when

from api.models import Credentials
from pages.storefront import Storefront


@given("the customer has signed in by keyboard alone")
def customer_has_signed_in_by_keyboard(storefront: Storefront, credentials: Credentials) -> None:
    """Reach both fields with Tab, and send the form with Enter."""
    storefront.sign_in_by_keyboard(credentials)


@given("the customer has opened My Account in the menu by keyboard alone")
def customer_has_opened_my_account_by_keyboard(storefront: Storefront) -> None:
    """Open the menu with Enter, and follow its link."""
    storefront.open_my_account_by_keyboard()


@given("the customer has opened the Address Book by keyboard alone")
def customer_has_opened_the_address_book_by_keyboard(storefront: Storefront) -> None:
    """Follow the link of the account's navigation."""
    storefront.open_address_book_by_keyboard()


@when("the customer signs out by keyboard alone")
def customer_signs_out_by_keyboard(storefront: Storefront) -> None:
    """Open the menu with Enter, and follow its last link."""
    storefront.sign_out_by_keyboard()
