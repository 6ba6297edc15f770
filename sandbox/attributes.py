"""What the shop says of the fields of customers and addresses: a stock shop's answer, changed by the settings.

A website's settings decide; the settings of a store view do not count. A field is demanded where it says `required`,
and a postcode never says so, though the country may demand it.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sandbox.customer_groups import GROUPS
from sandbox.fields import CONFIGURED, Fields
from sandbox.own_attributes import label
from sandbox.shop import Shop
from sandbox.stores import StoreView

CUSTOMER, ADDRESS = "customer", "customerAddress"
Attribute = dict[str, Any]

FIRST_OWN_PLACE = 200
BLANK = {"label": " ", "value": ""}
NO_BREAK = "\u00a0" * 4
REGISTRATION = "created_at prefix firstname middlename lastname suffix email dob taxvat gender"
IN_THE_ADMIN = f"website_id created_in store_id group_id disable_auto_group_change {REGISTRATION}"
ADDRESS_FORM = (
    "prefix firstname middlename lastname suffix company street country_id region region_id city postcode telephone "
    "fax vat_id"
)
FORMS: dict[str, dict[str, str]] = {
    CUSTOMER: {
        "customer_account_create": REGISTRATION,
        "customer_account_edit": REGISTRATION,
        "adminhtml_customer": IN_THE_ADMIN,
    },
    ADDRESS: dict.fromkeys(
        ("customer_register_address", "customer_address_edit", "adminhtml_customer_address"), ADDRESS_FORM
    ),
}
"""The attributes of each form; those of registration and its address were recorded, the others follow Magento's."""

KEYS = (
    "frontend_input", "input_filter", "store_label", "validation_rules", "multiline_count", "visible", "required",
    "data_model", "options", "frontend_class", "user_defined", "sort_order", "frontend_label", "note", "system",
    "backend_type", "is_used_in_grid", "is_visible_in_grid", "is_filterable_in_grid", "is_searchable_in_grid",
    "attribute_code",
)  # fmt: skip
"""The keys of a whole answer, in their order."""

UNSAID: Attribute = {
    "data_model": "",
    "note": "",
    "is_used_in_grid": False,
    "is_visible_in_grid": False,
    "is_filterable_in_grid": False,
    "is_searchable_in_grid": False,
}
"""What a whole answer holds and the recording leaves out; that it is like this everywhere was not measured."""


def all_attributes(kind: str, shop: Shop, store: StoreView) -> list[Attribute]:
    """List the attributes of customers or addresses, in the order in which the shop gives them."""
    fields = Fields(shop.settings, store)
    listed = [_configured(kind, attribute, fields, shop, store) for attribute in _stock()[kind]]
    return listed + (own_attributes(shop) if kind == CUSTOMER else [])


def own_attributes(shop: Shop) -> list[Attribute]:
    """List the user-defined attributes of customers."""
    own = Attribute(
        frontend_input="text", input_filter="", validation_rules=[], multiline_count=0, visible=True, required=True,
        options=[], frontend_class="required-entry", user_defined=True, system=False, backend_type="varchar", **UNSAID,
    )  # fmt: skip
    return [
        _whole(
            own
            | {"attribute_code": code, "store_label": label(code), "frontend_label": label(code)}
            | {"sort_order": FIRST_OWN_PLACE + 10 * place}
        )
        for place, code in enumerate(shop.configuration.required_attributes)
    ]


def _whole(attribute: Attribute) -> Attribute:
    return {key: attribute[key] for key in KEYS}


def _configured(kind: str, stock: Attribute, fields: Fields, shop: Shop, store: StoreView) -> Attribute:
    name = stock["attribute_code"]
    attribute = {
        **stock,
        "user_defined": False,
        "frontend_label": stock["store_label"],
        "options": _options(kind, name, shop, store),
        **UNSAID,
    }
    if name in CONFIGURED:
        attribute["visible"] = fields.is_visible(name)
        attribute["required"] = fields.is_required(name)
        attribute["frontend_class"] = "required-entry" if attribute["required"] else ""
    if name == "street":
        attribute["multiline_count"] = fields.street_lines
    return _whole(attribute)


def _options(kind: str, name: str, shop: Shop, store: StoreView) -> list[Attribute]:
    offers: dict[tuple[str, str], Callable[[], list[Attribute]]] = {
        (ADDRESS, "country_id"): lambda: _countries(shop, store),
        (ADDRESS, "region_id"): lambda: _regions(shop),
        (CUSTOMER, "website_id"): lambda: _websites(shop),
        (CUSTOMER, "store_id"): lambda: _store_views(shop),
        (CUSTOMER, "group_id"): _groups,
        (CUSTOMER, "gender"): _genders,
    }
    return offers[kind, name]() if (kind, name) in offers else []


def _websites(shop: Shop) -> list[Attribute]:
    return [{"label": site.name, "value": str(site.id)} for site in shop.stores.websites if site.id]


def _groups() -> list[Attribute]:
    groups = sorted((group for group in GROUPS.values() if group.id), key=lambda group: group.code)
    return [{"label": group.code, "value": str(group.id)} for group in groups]


def _genders() -> list[Attribute]:
    labels = ("Male", "Female", "Not Specified")
    return [BLANK, *({"label": one, "value": str(at)} for at, one in enumerate(labels, 1))]


def _countries(shop: Shop, store: StoreView) -> list[Attribute]:
    countries = shop.directory.countries(store)
    named = sorted((one["full_name_locale"], one["id"]) for one in countries if one["full_name_locale"])
    listed = [{"label": name, "value": code} for name, code in named]
    return listed if len(listed) == 1 else [BLANK, *listed]


def _regions(shop: Shop) -> list[Attribute]:
    named = sorted((region.name, region.id) for region in shop.directory.regions())
    first = {"label": "Please select a region, state or province.", "value": ""}
    return [first, *({"label": name, "value": str(region_id)} for name, region_id in named)]


def _store_views(shop: Shop) -> list[Attribute]:
    listed: list[Attribute] = []
    for site in shop.stores.websites:
        groups = [group for group in shop.stores.groups if site.id and group.website_id == site.id]
        listed += [{"label": site.name, "options": []}] if groups else []
        for group in groups:
            views = [view for view in shop.stores.views if view.group_id == group.id]
            options = [{"label": NO_BREAK + view.name, "value": str(view.id)} for view in views]
            listed.append({"label": NO_BREAK + group.name, "options": options})
    return listed


@cache
def _stock() -> dict[str, list[Attribute]]:
    file = Path(__file__).parent / "data" / "attributes.json"
    stock: dict[str, list[Attribute]] = json.loads(file.read_text(encoding="utf-8"))
    return stock
