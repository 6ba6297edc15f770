"""How customers, addresses and stores look in a REST answer: which keys, in which order, and what is left out."""

import random
from dataclasses import asdict
from typing import Any

from sandbox.defects import defective
from sandbox.records import Address, Customer
from sandbox.shop import Shop
from sandbox.stores import StoreView

CUSTOMER_KEYS = (
    "id", "group_id", "default_billing", "default_shipping", "confirmation", "created_at", "updated_at",
    "created_in", "dob", "email", "firstname", "lastname", "middlename", "prefix", "suffix", "gender",
    "store_id", "taxvat", "website_id",
)  # fmt: skip
ADDRESS_KEYS = (
    "company", "telephone", "fax", "postcode", "city", "firstname", "lastname", "middlename", "prefix",
    "suffix", "vat_id",
)  # fmt: skip


def customer_object(customer: Customer, *, addresses_in_order: bool) -> dict[str, Any]:
    """Show a customer with the addresses, which the later releases give in any order."""
    shown = {name: getattr(customer, name) for name in CUSTOMER_KEYS}
    for name in ("default_billing", "default_shipping"):
        shown[name] = None if shown[name] is None else str(shown[name])
    addresses = list(customer.addresses)
    if not addresses_in_order:
        random.shuffle(addresses)
    return {
        **_without_none(shown),
        "addresses": [address_object(address, customer) for address in addresses],
        "disable_auto_group_change": customer.disable_auto_group_change,
        "extension_attributes": {"is_subscribed": customer.is_subscribed},
        **_custom_attributes(customer),
    }


def address_object(address: Address, customer: Customer) -> dict[str, Any]:
    """Show an address, with the flags of the defaults that it is."""
    return {
        "id": address.id,
        "customer_id": address.customer_id,
        "region": {
            "region_code": address.region_code,
            "region": address.region,
            "region_id": address.region_id or 0,
        },
        **_without_none({"region_id": address.region_id}),
        "country_id": address.country_id,
        "street": address.street,
        **_without_none({name: getattr(address, name) for name in _address_keys()}),
        **({"default_shipping": True} if customer.default_shipping == address.id else {}),
        **({"default_billing": True} if customer.default_billing == address.id else {}),
    }


def _address_keys() -> tuple[str, ...]:
    return tuple(key for key in ADDRESS_KEYS if key != "telephone" or not defective("lost-telephone"))


def store_view_object(view: StoreView) -> dict[str, Any]:
    """Show a store view."""
    return {
        "id": view.id,
        "code": view.code,
        "name": view.name,
        "website_id": view.website_id,
        "store_group_id": view.group_id,
        "is_active": int(view.is_active),
    }


def store_config_object(view: StoreView, shop: Shop, asked: str) -> dict[str, Any]:
    """Show the settings of a store view; `asked` is the address that the call came to.

    Plain and secure addresses are the same, as the store speaks TLS everywhere or nowhere.
    """
    base_url = shop.urls.root(view, asked)
    urls = {
        "base_url": f"{base_url}/",
        "base_link_url": shop.urls.home(view, asked),
        "base_static_url": f"{base_url}/static/version{shop.version.static_version}/",
        "base_media_url": f"{base_url}/media/",
    }
    return {
        "id": view.id,
        "code": view.code,
        "website_id": view.website_id,
        "locale": view.locale,
        "base_currency_code": "USD",
        "default_display_currency_code": "USD",
        "timezone": "UTC",
        "weight_unit": "lbs",
        **urls,
        **{f"secure_{name}": url for name, url in urls.items()},
    }


def _custom_attributes(customer: Customer) -> dict[str, Any]:
    attributes = [asdict(attribute) for attribute in customer.custom_attributes]
    return {"custom_attributes": attributes} if attributes else {}


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
