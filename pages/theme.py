"""What a theme changes, as data: the selectors of the parts that the page objects work with.

They hold for Luma from 2.4.1 to 2.4.8. Ids such as #login-form, #pass and #send2 are left alone: a hidden
pop-up repeats them, and 2.4.7 renamed one. Field names and body classes are the same in every version and
language.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """Selectors of one family of themes, named by what a customer would call the part."""

    name: str
    sign_in_page: str
    sign_in_form: str
    sign_in_form_alive: str
    email_field: str
    password_field: str
    sign_in_button: str
    error_message: str
    account_menu_trigger: str
    account_menu_my_account: str
    my_account_page: str
    contact_information: str
    sidebar_address_book: str
    address_book_page: str
    default_billing_address: str
    default_shipping_address: str


LUMA = Theme(
    name="Luma",
    sign_in_page="body.customer-account-login",
    sign_in_form='form:has(input[name="login[username]"])',
    sign_in_form_alive='form[novalidate]:has(input[name="login[username]"])',
    email_field='input[name="login[username]"]',
    password_field='input[name="login[password]"]',  # noqa: S106  a selector, no password
    sign_in_button='button[name="send"]',
    error_message=".page.messages .message-error",
    account_menu_trigger=".page-header .panel.header .customer-welcome .customer-name",
    account_menu_my_account='.page-header .panel.header .customer-menu a[href$="/customer/account/"]',
    my_account_page="body.customer-account-index",
    contact_information=".block-dashboard-info .box-information .box-content",
    sidebar_address_book='.sidebar-main a[href*="/customer/address"]',
    address_book_page="body.customer-address-index",
    default_billing_address=".block-addresses-default .box-address-billing address",
    default_shipping_address=".block-addresses-default .box-address-shipping address",
)
