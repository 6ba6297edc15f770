"""Store views, store groups, websites, their settings, and the countries of the directory."""

from dataclasses import asdict
from typing import Any

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import NoSuchEntity
from sandbox.rest import presentation
from sandbox.rest.calls import Call

FOREIGN_WEBSITE_ID = 3


def list_store_views(call: Call) -> list[dict[str, Any]]:
    """List the store views, the admin's own among them, whatever the scope."""
    views = [presentation.store_view_object(view) for view in call.shop.stores.views]
    if defective("scoped-list") and call.store.website_id:
        views = [view for view in views if view["website_id"] == call.store.website_id]
    if defective("without-admin-store-view"):
        views = [view for view in views if view["id"]]
    if defective("nameless-store-views"):
        views = [{**view, "name": ""} for view in views]
    if defective("wrong-website-id"):
        us = next(view for view in views if view["code"] == "us")
        us["website_id"] = FOREIGN_WEBSITE_ID
    return views


def list_store_groups(call: Call) -> list[dict[str, Any]]:
    """List the store groups."""
    return [asdict(group) for group in call.shop.stores.groups]


def list_websites(call: Call) -> list[dict[str, Any]]:
    """List the websites."""
    return [asdict(website) for website in call.shop.stores.websites]


def list_store_configs(call: Call, store_codes: list[str] | None = None) -> list[dict[str, Any]]:
    """List the settings of the store views, of all or of those whose codes are named."""
    stores = call.shop.stores
    views = [view for view in stores.views if view is not stores.admin]
    shown = [
        presentation.store_config_object(view, call.shop, call.request.host_url)
        for view in views
        if not store_codes or view.code in store_codes
    ]
    if defective("language-for-locale"):
        return [{**one, "locale": str(one["locale"]).partition("_")[0]} for one in shown]
    return shown


def read_currency(_call: Call) -> dict[str, Any]:
    """Answer the currency of the store view: the US dollar everywhere."""
    return {
        "base_currency_code": "USD",
        "base_currency_symbol": "$",
        "default_display_currency_code": "USD",
        "default_display_currency_symbol": "$",
        "available_currency_codes": ["USD"],
        "exchange_rates": [{"currency_to": "USD", "rate": 1}],
    }


def list_countries(call: Call) -> list[dict[str, Any]]:
    """List the countries that the store view sells to, named in its language."""
    return call.shop.directory.countries(call.store)


def read_country(call: Call, country_id: str) -> dict[str, Any]:
    """Answer one country with its regions."""
    country = call.shop.directory.country(country_id, call.store)
    if country is None or not call.shop.directory.is_allowed(country_id, call.store):
        raise NoSuchEntity(messages.NO_SUCH_COUNTRY)
    return country
