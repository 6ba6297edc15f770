"""Puts a page together: its template with the header, the sidebar and the settings of its scripts.

A page's title, its heading and its body classes stand here as data; scenarios recognise pages by them.
"""

from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, url_for
from jinja2 import Template
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.sessions import random_key
from sandbox.storefront import navigation
from sandbox.storefront.address_text import address_html, listed
from sandbox.storefront.script_delays import draw_delays
from sandbox.storefront.visit import Visit, encode_address
from sandbox.themes import FOLDERS, HYVA

ONE_COLUMN = "page-layout-1column"
WITH_SIDEBAR = "page-layout-2columns-left"


@dataclass(frozen=True)
class Page:
    """What a browser can tell a page by."""

    title: str
    heading: str
    body_classes: str
    sidebar_item: str | None = None

    @property
    def has_sidebar(self) -> bool:
        """Tell whether the account's sidebar stands beside it."""
        return WITH_SIDEBAR in self.body_classes


def account_page(action: str, heading: str, sidebar_item: str | None = None) -> Page:
    """Describe one of the pages with the account's sidebar."""
    return Page(heading, heading, f"account {action} {WITH_SIDEBAR}", sidebar_item or heading)


PAGES = {
    "home": Page("Home page", "Home Page", ONE_COLUMN),
    "sign_in": Page("Customer Login", "Customer Login", f"customer-account-login {ONE_COLUMN}"),
    "signed_out": Page("", "You are signed out", f"customer-account-logoutsuccess {ONE_COLUMN}"),
    "create_account": Page(
        "Create New Customer Account", "Create New Customer Account", f"customer-account-create {ONE_COLUMN}"
    ),
    "forgot_password": Page(
        "Forgot Your Password?", "Forgot Your Password?", f"customer-account-forgotpassword {ONE_COLUMN}"
    ),
    "confirmation": Page(
        "Send confirmation link", "Send confirmation link", f"customer-account-confirmation {ONE_COLUMN}"
    ),
    "not_found": Page("404 Not Found", "Whoops, our bad...", f"cms-noroute-index {ONE_COLUMN}"),
    "my_account": account_page("customer-account-index", "My Account"),
    "address_book": account_page("customer-address-index", "Address Book"),
    "address_form": account_page("customer-address-form", "Add New Address", "Address Book"),
    "account_information": Page(
        "Account Information",
        "Edit Account Information",
        f"account customer-account-edit {WITH_SIDEBAR}",
        "Account Information",
    ),
}

SCRIPT_TEXTS = (
    "Welcome, %1!",
    "Default welcome msg!",
    "This is a required field.",
    "Please enter a valid email address (Ex: johndoe@domain.com).",
    "Show Password",
    "Hide Password",
    "Password shown",
    "Password hidden",
    "Close message",
    "Are you sure you want to delete this address?",
    "Cancel",
    "OK",
)
"""What scripts say."""

OF_HYVA = {
    "home": Page("Home page", "Hyvä Theme", ONE_COLUMN),
    "signed_out": replace(PAGES["signed_out"], heading="You have signed out"),
}
"""The pages that Hyvä heads otherwise; the home page's heading is its demonstration's."""


def show(visit: Visit, name: str, page: Page | None = None, **content: Any) -> Response:
    """Render a page for whoever is signed in."""
    return Response(
        render(visit, name, page, signed_in=visit.customer is not None, **content), mimetype="text/html"
    )


def render(visit: Visit, name: str, page: Page | None = None, *, signed_in: bool, **content: Any) -> str:
    """Write a page's HTML, with the header of a customer or of a guest."""
    page = page or _page(visit, name)
    if name == "my_account" and defective("longer-heading"):
        page = replace(page, heading=f"{visit.translate(page.heading)}s")
    if name == "my_account" and defective("longer-title"):
        page = replace(page, title=f"{visit.translate(page.title)} Dashboard")
    return render_template(
        templates(visit, name),
        **header(visit, signed_in=signed_in),
        page=page,
        title=visit.translate(page.title),
        sidebar=navigation.sidebar(visit.store.theme),
        settings=script_settings(
            visit, page, signed_in=signed_in, stays_dead=content.get("form_stays_dead", False)
        ),
        **content,
    )


def templates(visit: Visit, name: str) -> list[str | Template]:
    """List where a template of the store view's theme may be, the theme's own before one that it borrows."""
    return [f"{folder}/{name}.html" for folder in FOLDERS[visit.store.theme]]


def _page(visit: Visit, name: str) -> Page:
    return OF_HYVA.get(name, PAGES[name]) if visit.store.theme == HYVA else PAGES[name]


def header(visit: Visit, *, signed_in: bool) -> dict[str, Any]:
    """Gather what the header's links need."""
    return {
        "visit": visit,
        "luma": visit.luma,
        "fields": visit.fields,
        "signed_in": signed_in,
        "form_key": visit.session.form_key,
        "random_id": lambda: f"id{random_key(8)}",
        "came_from": encode_address(visit.current_url),
        "t": visit.translate,
        "defective": defective,
        "part": lambda name: templates(visit, name),
        "customer_links": navigation.HYVA_CUSTOMER_LINKS,
        "guest_links": navigation.HYVA_GUEST_LINKS,
        "address_html": lambda address: address_html(address, visit),
        "listed": lambda addresses: [listed(address, visit) for address in addresses],
    }


def script_settings(visit: Visit, page: Page, *, signed_in: bool, stays_dead: bool) -> dict[str, Any]:
    """Say what the page's scripts have to know, and how late each of them comes to life."""
    delays: dict[str, int | None] = {**draw_delays(visit.shop)}
    if stays_dead:
        delays["validation"] = None
    return {
        "baseUrl": visit.base_url,
        "showPasswordTemplate": url_for("storefront.static", filename="show-password.html"),
        "signedIn": signed_in,
        "delays": delays,
        "keepsHiddenErrors": visit.luma.keeps_hidden_errors,
        "offersShowPassword": visit.luma.offers_show_password,
        "alertRegionStaysEmpty": visit.luma.alert_region_stays_empty,
        "mobileIdsHaveSuffix": visit.luma.mobile_ids_have_suffix,
        "comparesSignInState": visit.luma.compares_sign_in_state,
        "makesFormKeyForCustomers": visit.luma.makes_form_key_for_customers,
        "websiteId": visit.store.website_id,
        "deafToMalformed": defective("deaf-to-malformed"),
        "deafToEmpty": defective("deaf-to-empty"),
        "sendsMalformed": defective("marked-and-sent"),
        "leavesForHome": page is PAGES["signed_out"],
        "storeCode": visit.store.code,
        "texts": {text: visit.translate(text) for text in SCRIPT_TEXTS},
    }


def not_found(visit: Visit) -> Response:
    """Show the page for an address that leads nowhere."""
    visit.found = False
    response = show(visit, "not_found")
    response.status_code = 404
    return response
