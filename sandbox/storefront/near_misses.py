"""Addresses as the storefront shows them, spoiled by the faults that leave a value nearly right."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sandbox.defects import defective
from sandbox.records import Address

Spoil = Callable[[Address], dict[str, Any]]

IN_BOXES: Mapping[str, Spoil] = {
    "equal-values-once": lambda one: {"region": None if one.region == one.city else one.region},
    "longer-first-name": lambda one: {"firstname": f"Mary {one.firstname}"},
    "longer-last-name": lambda one: {"lastname": f"{one.lastname}rr"},
    "longer-house-number": lambda one: {"street": [f"1{one.street[0]}", *one.street[1:]]},
    "care-of": lambda one: {"street": [*one.street[:-1], f"{one.street[-1]}, c/o Somebody Else"]},
    "street-line-twice": lambda one: {"street": [*one.street, one.street[0]]},
    "longer-company": lambda one: {"company": one.company and f"{one.company} & Sons"},
    "longer-city": lambda one: {"city": f"West {one.city}"},
    "region-with-code": lambda one: {"region": one.region and f"{one.region} ({one.region_code})"},
    "longer-postcode": lambda one: {"postcode": f"{one.postcode}-9999"},
    "longer-telephone": lambda one: {"telephone": f"{one.telephone}2"},
    "unasked-vat": lambda _: {"vat_id": "DE123"},
}
IN_THE_LIST: Mapping[str, Spoil] = {
    "list-care-of": lambda one: {"street": [*one.street, "c/o Somebody Else"]},
    "list-longer-city": lambda one: {"city": f"{one.city} Heights"},
    "list-region-id": lambda one: {"region": str(one.region_id)},
    "list-longer-postcode": lambda one: {"postcode": f"{one.postcode}-0001"},
    "list-longer-telephone": lambda one: {"telephone": f"+1 {one.telephone}"},
}


def spoiled(address: Address, faults: Mapping[str, Spoil]) -> Address:
    """Give the address with every fault that the store has."""
    for name, spoil in faults.items():
        if defective(name):
            address = replace(address, **spoil(address))
    return address
