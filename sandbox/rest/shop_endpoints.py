"""What the shop says of itself: its modules, its customer groups, its routes."""

from dataclasses import asdict
from typing import Any

from sandbox.customer_groups import GROUPS
from sandbox.errors import NoSuchEntity
from sandbox.modules import enabled_modules
from sandbox.rest.calls import Call


def list_modules(call: Call) -> list[str]:
    """List the names of the enabled modules."""
    return enabled_modules(call.shop.configuration, call.shop.version)


def read_group(_call: Call, group_id: int) -> dict[str, Any]:
    """Answer a customer group."""
    if group_id not in GROUPS:
        raise NoSuchEntity.with_field("id", group_id)
    return asdict(GROUPS[group_id])


def read_default_group(call: Call, store_id: int | None = None) -> dict[str, Any]:
    """Answer the group that new customers of a store view get, of the call's own where none is named."""
    store = call.store if store_id is None else call.shop.stores.by_id(store_id)
    if store is None:
        raise NoSuchEntity.with_field("storeId", store_id)
    return asdict(GROUPS[call.shop.customers.default_group(store)])


def search_groups(_call: Call) -> dict[str, Any]:
    """List all customer groups; criteria are not looked at."""
    return {
        "items": [asdict(group) for group in GROUPS.values()],
        "search_criteria": {"filter_groups": []},
        "total_count": len(GROUPS),
    }
