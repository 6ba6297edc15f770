"""Learns what only a customer's pages tell: whether they hold the theme's parts, what the address template shows.

Makes a customer, looks at her My Account and her Address Book, and deletes her.

Nothing else tells it. Only `--try` asks for it: the preflight as such writes nothing to the shop.
"""

import html
import re
import secrets
from dataclasses import dataclass

import requests

from api.models import Credentials, StoreConfig, StoreIds
from api.new_customer import fitted_customer, full_address
from harness.browser.access import storefront_url
from harness.customers.leftovers import Leftovers, remedy
from harness.customers.own_customers import OwnCustomers
from harness.customers.own_emails import fresh_emails
from harness.preflight.check import Fine, Found, Line, Look, Result
from harness.preflight.profile_check import AsSet
from harness.preflight.rest_checks import SignedInAdmin
from harness.preflight.storefront_visit import SIGN_IN_PAGE, StorefrontVisit
from harness.preflight.theme_check import customers_parts_lacking, customers_parts_line
from harness.run.run_id import fresh
from harness.shop.address_template import AddressTemplate
from pages import time_limits
from pages.address_box import learnt

TITLE = "template"

_BOX = re.compile(r"<address[^>]*>(.*?)</address>", re.DOTALL)
_LINE_ENDS = re.compile(r"<(?:br|/p|/div|/li)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


def did_not_look(_: Look) -> Result:
    """Say that nobody looked."""
    return Fine(
        (Line(TITLE, "not looked at: --try makes a customer, looks at her Address Book and deletes her"),)
    )


def try_template(look: Look) -> Result:
    """Make her with a value of its own in each field, and print the lines that declare what is shown."""
    admin, run_id = look.given(SignedInAdmin).access, fresh()
    emails = fresh_emails(run_id, secrets.token_hex(2), "", look.shop.email_domain)
    leftovers = Leftovers(look.magento, admin)
    length = look.given(AsSet).profile.password_length
    customers = OwnCustomers(leftovers, emails, length, remedy(look.shop, run_id), look.scrubber)
    hooks = look.magento.rest.session.hooks["response"]
    hooks.append(customers.hear)
    try:
        return _looked(look, customers.fresh_credentials())
    finally:
        hooks.remove(customers.hear)
        customers.delete()


def _looked(look: Look, credentials: Credentials) -> Result:
    as_set, code = look.given(AsSet), look.shop.store_code
    home = look.magento.country(as_set.fits.country, scope=code).value
    ids = StoreIds.of(look.given(StoreConfig))
    customer = fitted_customer(credentials, ids, home, as_set.fits)
    address = full_address(customer.addresses[0], as_set.profile.street_lines)
    customer = customer.model_copy(update={"addresses": (address,)})
    admin = look.given(SignedInAdmin).access
    if not (created := look.magento.create_customer(customer, scope=code, caller=admin)).accepted:
        raise created.refusal
    try:
        pages = _pages(look, credentials)
    except requests.RequestException as error:
        return look.found("no-address-box", problem=type(error).__name__)
    if missing := customers_parts_lacking(look, pages.my_account, pages.address_book):
        return Found(missing)
    if (box := pages.box) is None:
        return look.found("no-address-box", problem="the customer's Address Book shows no address")
    return Fine((customers_parts_line(look), *_lines(look, *learnt(box, address, home))))


def _lines(look: Look, shown: tuple[str, ...], labels: tuple[str, ...]) -> tuple[Line, ...]:
    template = AddressTemplate.of(look.shop, look.given(AsSet).profile)
    if set(shown) == set(template.shows) and set(labels) <= {*template.labels_or_stock}:
        return (Line(TITLE, "the Address Book shows an address as the settings say"),)
    return tuple(Line(TITLE, f"to declare it, {line}") for line in template.lines(shown, labels))


@dataclass(frozen=True)
class _Pages:
    """A customer's pages, as they came."""

    my_account: requests.Response
    address_book: requests.Response

    @property
    def box(self) -> str | None:
        """Give the text of the Address Book's first box."""
        found = _BOX.search(self.address_book.text)
        return html.unescape(_TAG.sub("", _LINE_ENDS.sub("\n", found[1]))) if found else None


def _pages(look: Look, credentials: Credentials) -> _Pages:
    """Sign in without a browser, and open her pages."""
    url = storefront_url(look.shop, look.given(StoreConfig))
    with StorefrontVisit(look.shop, url, time_limit=time_limits.NAVIGATION / 1000) as visit:
        visit.sign_in(f"{url}{SIGN_IN_PAGE}", credentials, send_to=f"{url}/customer/account/loginPost/")
        return _Pages(visit.get(f"{url}/customer/account/"), visit.get(f"{url}/customer/address/"))
