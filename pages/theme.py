"""What a theme changes, as data: the parts that the page objects work with, as Playwright's selectors.

Where Luma and Hyvä agree the selector stands here: field names, roles and body classes are the same in every version
and language. Ids such as #login-form, #pass and #send2 are left alone: Luma's hidden pop-up repeats
them, and 2.4.7 renamed one. What differs stands in the family's file in pages/themes/.
"""

from dataclasses import dataclass, replace

from pages.address_box import PARTS

_ENDS = ('[href$="{0}"]', '[href$="{0}/"]', '[href*="{0}?"]', '[href*="{0}/?"]', '[href*="{0}/index"]')


def link_to(path: str) -> str:
    """Give the selector of links to a page by its path, such as "/customer/account", whatever stands behind it."""
    return f"a:is({', '.join(end.format(path) for end in _ENDS)})"


@dataclass(frozen=True)
class Cell:
    """A cell of the list of other addresses: its selector within the row, and its text made of an address's parts.

    `text` names the parts in braces: "{last name}, {first name}".
    """

    name: str
    selector: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Selectors of one family of themes, named by what a customer would call the part.

    A part that a theme does without is None. What is closed at first has a tuple `..._opened_by`: selectors of what
    stands in its place and opens it when it is clicked, in this order, each for as long as it is closed. Where the
    window's width decides what is closed, all of them stand there; what does not show is not clicked.
    """

    name: str
    sign: str
    """What only this family's pages hold, a guest's sign-in page too: plain CSS, as every part of a guest's page."""

    sign_in_page: str = "body.customer-account-login"
    sign_in_form: str = 'form:has(input[name="login[username]"])'
    sign_in_form_alive: str | None
    """The form once its script has come; None where nothing changes by it."""
    email_field: str = 'input[name="login[username]"]'
    password_field: str = 'input[name="login[password]"]'  # noqa: S105  a selector, no password
    sign_in_button: str = 'button[name="send"]'
    # Luma's live form marks empty fields; without its script they come back from the server with a message.
    # The browser checks Hyvä's, and Luma's without its script: it says so to the field, which SignInPage makes a mark.
    sign_in_refusal: str = 'div.mage-error, [role="alert"] .message.error, [data-refused-by="browser"]'
    email_refusal: str = (
        'input[name="login[username]"]:is(.mage-error, [aria-invalid="true"], [data-refused-by="browser"])'
    )
    error_message: str = '[role="alert"] .message.error'
    messages: str = '[role="alert"] .message'
    header: str = ".page-header"
    scripts_ran: str
    """A customer's page once its scripts have run, those that bring messages too."""
    greeting: str | None
    """Where the header greets a customer by her name; None where it greets nobody."""
    greeting_of_a_guest: str | None
    account_menu: str
    """What holds or opens the account's links in the header, for a guest too."""
    account_menu_opened_by: tuple[str, ...]
    account_menu_my_account: str
    account_menu_sign_out: str
    my_account_page: str = "body.customer-account-index"
    heading: str = "h1"
    contact_information: str
    account_navigation: str
    """The list of the account's pages, wherever a layout has moved it."""
    account_navigation_opened_by: tuple[str, ...]
    account_navigation_address_book: str
    summary_billing_address: str
    summary_shipping_address: str
    new_address_page: str = "body.customer-address-form"
    # A prefix, middle name or suffix is her own wherever a shop shows it, in a field or in a list.
    address_form_fields: str = (
        "form.form-address-edit :is(input, textarea)"
        ":not([type=hidden], [type=checkbox], [type=radio], [name=prefix], [name=middlename], [name=suffix])"
    )
    address_book_page: str = "body.customer-address-index"
    default_billing_address: str = ".block-addresses-default .box-address-billing address"
    default_shipping_address: str = ".block-addresses-default .box-address-shipping address"
    no_default_billing_address: str = ".block-addresses-default .box-billing-address p"
    no_default_shipping_address: str = ".block-addresses-default .box-shipping-address p"
    additional_addresses: str
    additional_address_cells: tuple[Cell, ...]
    no_additional_addresses: str = ".block-addresses-list p.empty"
    address_labels: tuple[str, ...] = ("T:", "F:", "VAT:")
    """What the stock address template adds to an address's own texts, in every language."""
    address_shows: tuple[str, ...] = PARTS
    """The parts of an address that a box shows."""

    def templated(self, labels: tuple[str, ...], shows: tuple[str, ...]) -> "Theme":
        """Give the theme of a shop whose address template shows these parts, with these labels or the stock ones."""
        return replace(self, address_labels=labels or self.address_labels, address_shows=shows)


GUESTS_PARTS = (
    "sign_in_page",
    "sign_in_form",
    "email_field",
    "password_field",
    "sign_in_button",
    "header",
    "account_menu",
)
"""The parts that the sign-in page of a guest holds."""

MY_ACCOUNTS_PARTS = (
    "my_account_page",
    "heading",
    "account_menu_my_account",
    "account_menu_sign_out",
    "greeting",
    "contact_information",
    "account_navigation",
    "account_navigation_address_book",
    "summary_billing_address",
    "summary_shipping_address",
)
"""The parts that a customer's My Account holds."""

ADDRESS_BOOKS_PARTS = (
    "address_book_page",
    "default_billing_address",
    "default_shipping_address",
    "no_additional_addresses",
)
"""The parts that the Address Book of a customer with one address holds, which is both defaults."""
