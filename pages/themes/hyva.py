"""Hyvä, the default theme of 1.3 and 1.4.

Its header greets nobody, its fields are the browser's to check, and its list of other addresses is a grid without rows:
six cells an address, of which the last holds the links. In a narrow window the account's navigation folds, the menu
stays as it is, and half of the list's cells are hidden.
"""

from pages.theme import Cell, Theme, link_to

_MENU = 'nav[aria-labelledby="customer-menu"]'
_NAVIGATION = ":is(#account-nav, .sidebar-main)"

HYVA = Theme(
    name="Hyvä",
    sign="[x-data], #customer-menu",
    # Its script gives the field for the password its type.
    sign_in_form_alive='form:has(input[name="login[password]"][type="password"])',
    scripts_ran="#customer-menu[aria-expanded]",
    greeting=None,
    greeting_of_a_guest=None,
    account_menu="#customer-menu",
    # Before its script ran the button says nothing of its state, and a click on it is lost.
    account_menu_opened_by=('#customer-menu[aria-expanded="false"]',),
    account_menu_my_account=f"{_MENU} {link_to('/customer/account')}",
    account_menu_sign_out=f'{_MENU} a[href*="/customer/account/logout"]',
    contact_information=".column.main :is(h2, h3) + p",
    account_navigation=_NAVIGATION,
    account_navigation_opened_by=(
        f'body:not(:has({_NAVIGATION} a:visible)) #account-nav-title[aria-expanded="false"]',
    ),
    account_navigation_address_book=f"{_NAVIGATION} {link_to('/customer/address')}",
    summary_billing_address=".block-dashboard-addresses address >> nth=0",
    summary_shipping_address=".block-dashboard-addresses address >> nth=1",
    additional_addresses=".block-addresses-list div:has(> a.action.edit)",
    additional_address_cells=(
        Cell("company", "xpath=preceding-sibling::div[5]", "{company}"),
        Cell("person", "xpath=preceding-sibling::div[4]", "{last name}, {first name}"),
        Cell("street", "xpath=preceding-sibling::div[3]", "{street}"),
        Cell("city", "xpath=preceding-sibling::div[2]", "{city}"),
        Cell("country", "xpath=preceding-sibling::div[1]", "{country}"),
    ),
)
