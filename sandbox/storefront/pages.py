"""Puts a page together: its template with the header, the sidebar and the settings of its scripts.

A page's title, its heading and its body classes stand here as data; scenarios recognise pages by them.
"""

from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, url_for
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.sessions import random_key
from sandbox.storefront.address_text import address_html, listed
from sandbox.storefront.script_delays import draw_delays
from sandbox.storefront.visit import Visit, encode_address

ONE_COLUMN = "page-layout-1column"
WITH_SIDEBAR = "page-layout-2columns-left"


@dataclass(frozen=True)
class Page:
    """What a browser can tell a page by."""

    title: str
    heading: str
    body_classes: str
    sidebar_item: str | None = None


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

SIDEBAR = (
    ("My Account", "customer/account"),
    ("My Orders", "sales/order/history"),
    ("My Downloadable Products", "downloadable/customer/products"),
    ("My Wish List", "wishlist"),
    None,
    ("Address Book", "customer/address"),
    ("Account Information", "customer/account/edit"),
    ("Stored Payment Methods", "vault/cards/listaction"),
    None,
    ("My Product Reviews", "review/customer"),
    ("Newsletter Subscriptions", "newsletter/manage"),
)


def show(visit: Visit, name: str, page: Page | None = None, **content: Any) -> Response:
    """Render a page for whoever is signed in."""
    return Response(
        render(visit, name, page, signed_in=visit.customer is not None, **content), mimetype="text/html"
    )


def render(visit: Visit, name: str, page: Page | None = None, *, signed_in: bool, **content: Any) -> str:
    """Write a page's HTML, with the header of a customer or of a guest."""
    page = page or PAGES[name]
    if name == "my_account" and defective("longer-heading"):
        page = replace(page, heading=f"{page.heading}s")
    if name == "my_account" and defective("longer-title"):
        page = replace(page, title=f"{page.title} Dashboard")
    return render_template(
        f"{_theme(visit, name)}/{name}.html",
        **header(visit, signed_in=signed_in),
        page=page,
        title=visit.translate(page.title),
        sidebar=SIDEBAR,
        settings=script_settings(
            visit, page, signed_in=signed_in, stays_dead=content.get("form_stays_dead", False)
        ),
        **content,
    )


def _theme(visit: Visit, name: str) -> str:
    if name == "sign_in" and visit.shop.configuration.theme != "luma":
        return visit.shop.configuration.theme
    return "hyva" if name == "sign_in" and visit.speaks_german else "luma"


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
    }


def not_found(visit: Visit) -> Response:
    """Show the page for an address that leads nowhere."""
    visit.found = False
    response = show(visit, "not_found")
    response.status_code = 404
    return response
