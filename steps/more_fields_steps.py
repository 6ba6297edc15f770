"""Sentences about fields that a shop asks of every customer beyond a stock shop."""

from typing import Any

from pytest_bdd import then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Customer, StoreIds
from api.new_customer import NewCustomer, custom_attributes
from api.shop_profile import Entity, Field, ShopProfile

UNENFORCED = "dob"
"""Later releases ask for a date of birth and create a customer without one all the same."""

Tries = list[tuple[Field, Answer[Customer]]]


@when(
    "the admin asks to create the customer once without each required field",
    target_fixture="tries_without",
)
def admin_asks_without_each(
    magento: Magento,
    new_customer: NewCustomer,
    store_ids: StoreIds,
    admin: AdminAccess,
    profile: ShopProfile,
) -> Tries:
    """Leave one field out at a time; a customer who is created all the same keeps the next from being tried."""
    tries: Tries = []
    for entity in ("customer", "address"):
        for field in profile.more_of(entity):
            if field.code == UNENFORCED:
                continue
            lacking = _without(new_customer, entity, field)
            answer = magento.create_customer(lacking, scope=store_ids.code, caller=admin)
            tries.append((field, answer))
    return tries


@then("each time it is refused by the field's name")
def each_time_refused(tries_without: Tries) -> None:
    """Look for the field's label, or its code, in each refusal."""
    for field, answer in tries_without:
        assert not answer.accepted, (
            f"without {field.label} ({field.code}), which the shop requires: expected a refusal, seen "
            f"{answer.status}"
        )
        refusal = answer.refusal
        named = field.label in refusal.message or field.code in refusal.message
        assert refusal.status == 400 and named, f"without {field.label} ({field.code}): seen {refusal}"  # noqa: PLR2004, PT018


def _without(customer: NewCustomer, entity: Entity, field: Field) -> NewCustomer:
    if entity == "address":
        first, *others = customer.addresses
        own = {code: value for code, value in first.own.items() if code != field.code}
        gone: dict[str, Any] = {"own": own} if field.own else {field.code: None}
        return customer.model_copy(update={"addresses": (first.model_copy(update=gone), *others)})
    required = {name: value for name, value in customer.required.items() if name != field.code}
    if field.own:
        listed = required.pop("custom_attributes", [])
        rest = {each["attribute_code"]: each["value"] for each in listed}
        rest.pop(field.code, None)
        required |= custom_attributes(rest)
    return customer.model_copy(update={"required": required})
