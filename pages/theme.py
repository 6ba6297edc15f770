"""What a theme changes, as data: the selectors of the parts that the page objects work with.

They hold for Luma from 2.4.1 to 2.4.8. Ids such as #login-form, #pass and #send2 are left alone: a hidden
pop-up repeats them, and 2.4.7 renamed one. Field names and body classes are the same in every version and
language.
"""

from dataclasses import dataclass, replace

from pages.address_box import PARTS


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
    sign_in_refusal: str
    email_refusal: str
    error_message: str
    messages: str
    header: str
    greeting: str
    greeting_of_a_guest: str
    account_menu_trigger: str
    account_menu_my_account: str
    account_menu_sign_out: str
    my_account_page: str
    heading: str
    contact_information: str
    sidebar_address_book: str
    summary_billing_address: str
    summary_shipping_address: str
    new_address_page: str
    address_form_fields: str
    address_book_page: str
    default_billing_address: str
    default_shipping_address: str
    no_default_billing_address: str
    no_default_shipping_address: str
    additional_addresses: str
    additional_address_cells: tuple[tuple[str, str], ...]
    """What a cell of the list shows, and its selector within the row."""
    no_additional_addresses: str
    address_labels: tuple[str, ...]
    """What the stock address template adds to an address's own texts."""
    address_shows: tuple[str, ...] = PARTS
    """The parts of an address that a box shows."""

    def templated(self, labels: tuple[str, ...], shows: tuple[str, ...]) -> "Theme":
        """Give the theme of a shop whose address template shows these parts, with these labels or the stock ones."""
        return replace(self, address_labels=labels or self.address_labels, address_shows=shows)


LUMA = Theme(
    name="Luma",
    sign_in_page="body.customer-account-login",
    sign_in_form='form:has(input[name="login[username]"])',
    sign_in_form_alive='form[novalidate]:has(input[name="login[username]"])',
    email_field='input[name="login[username]"]',
    password_field='input[name="login[password]"]',  # noqa: S106  a selector, no password
    sign_in_button='button[name="send"]',
    # A live form marks the fields that are empty; without its script they come back from the server with a message.
    sign_in_refusal="div.mage-error, .page.messages .message-error",
    # A live form marks the e-mail; without its script the browser says so to the field, see SignInPage.
    email_refusal=(
        'input[name="login[username]"]:is(.mage-error, [aria-invalid="true"], [data-refused-by="browser"])'
    ),
    error_message=".page.messages .message-error",
    messages=".page.messages .message",
    header=".page-header",
    greeting=".page-header .panel.header .greet.welcome .logged-in",
    greeting_of_a_guest=".page-header .panel.header .greet.welcome .not-logged-in:not(:empty)",
    account_menu_trigger=".page-header .panel.header .customer-welcome .customer-name",
    account_menu_my_account='.page-header .panel.header .customer-menu a[href$="/customer/account/"]',
    account_menu_sign_out='.page-header .panel.header .customer-menu a[href*="/customer/account/logout"]',
    my_account_page="body.customer-account-index",
    heading="h1.page-title",
    contact_information=".block-dashboard-info .box-information .box-content",
    sidebar_address_book='.sidebar-main a[href*="/customer/address"]',
    summary_billing_address=".block-dashboard-addresses .box-billing-address address",
    summary_shipping_address=".block-dashboard-addresses .box-shipping-address address",
    new_address_page="body.customer-address-form",
    # A prefix, middle name or suffix is her own wherever a shop shows it, in a field or in a list.
    address_form_fields=(
        "form.form-address-edit :is(input, textarea)"
        ":not([type=hidden], [type=checkbox], [type=radio], [name=prefix], [name=middlename], [name=suffix])"
    ),
    address_book_page="body.customer-address-index",
    default_billing_address=".block-addresses-default .box-address-billing address",
    default_shipping_address=".block-addresses-default .box-address-shipping address",
    no_default_billing_address=".block-addresses-default .box-billing-address p",
    no_default_shipping_address=".block-addresses-default .box-shipping-address p",
    additional_addresses="#additional-addresses-table tbody tr",
    additional_address_cells=(
        ("first name", "td.col.firstname"),
        ("last name", "td.col.lastname"),
        ("street", "td.col.streetaddress"),
        ("city", "td.col.city"),
        ("country", "td.col.country"),
        ("region", "td.col.state"),
        ("postcode", "td.col.zip"),
        ("telephone", "td.col.phone"),
    ),
    no_additional_addresses=".block-addresses-list p.empty",
    address_labels=("T:", "F:", "VAT:"),
)
