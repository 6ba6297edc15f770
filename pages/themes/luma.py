"""Luma, Magento's own theme, from 2.4.1 to 2.4.8.

In a wide window a menu at the account's name holds its links. In a narrow one they stand in a drawer, behind the tab
"Account", and the account's navigation folds. The drawer holds a clone of the header's links.
"""

from pages.theme import Cell, Theme, link_to

_HEADER = ".panel.header .header.links"
_LINKS = f":is({_HEADER}, .nav-sections .header.links)"

DRAWER = (
    "html:not(.nav-before-open, .nav-open) .action.nav-toggle",
    'html.nav-open .nav-sections-item-title:not(.active) a[href="#store.links"]',
)
"""The way to the header's links in a narrow window, where the drawer's switch shows."""

LUMA = Theme(
    name="Luma",
    sign='#authenticationPopup, script[type="text/x-magento-init"]',
    sign_in_form_alive='form[novalidate]:has(input[name="login[username]"])',
    scripts_ran=".panel.header .greet.welcome .logged-in:not(:empty)",
    greeting=".panel.header .greet.welcome .logged-in",
    greeting_of_a_guest=".panel.header .greet.welcome .not-logged-in:not(:empty)",
    account_menu=_HEADER,
    # Before its script ran the menu's switch says nothing of its state, and a click on it is lost.
    account_menu_opened_by=(
        '.panel.header .customer-welcome .customer-name[aria-expanded="false"]',
        *DRAWER,
    ),
    account_menu_my_account=f"{_LINKS} {link_to('/customer/account')}",
    account_menu_sign_out=f'{_LINKS} a[href*="/customer/account/logout"]',
    contact_information=".block-dashboard-info .box-information .box-content",
    account_navigation=".block-collapsible-nav",
    # In a wide window the title is there for screen readers alone, one pixel small, and the list is open.
    account_navigation_opened_by=(
        ".block-collapsible-nav:not(:has(.nav.items a:visible)) .block-collapsible-nav-title",
    ),
    account_navigation_address_book=f".block-collapsible-nav {link_to('/customer/address')}",
    summary_billing_address=".block-dashboard-addresses .box-billing-address address",
    summary_shipping_address=".block-dashboard-addresses .box-shipping-address address",
    additional_addresses="#additional-addresses-table tbody tr",
    additional_address_cells=(
        Cell("first name", "td.col.firstname", "{first name}"),
        Cell("last name", "td.col.lastname", "{last name}"),
        Cell("street", "td.col.streetaddress", "{street}"),
        Cell("city", "td.col.city", "{city}"),
        Cell("country", "td.col.country", "{country}"),
        Cell("region", "td.col.state", "{region}"),
        Cell("postcode", "td.col.zip", "{postcode}"),
        Cell("telephone", "td.col.phone", "{telephone}"),
    ),
)
