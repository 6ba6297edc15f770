"""What the fields of customers and addresses are like: all of them, those of a form, one, or the user-defined."""

from collections.abc import Callable

from sandbox import attributes, messages
from sandbox.attributes import ADDRESS, CUSTOMER, FORMS, Attribute
from sandbox.errors import NoSuchEntity
from sandbox.rest.calls import Call


def list_customer_attributes(call: Call) -> list[Attribute]:
    """List the attributes of customers."""
    return attributes.all_attributes(CUSTOMER, call.shop, call.store)


def list_address_attributes(call: Call) -> list[Attribute]:
    """List the attributes of addresses."""
    return attributes.all_attributes(ADDRESS, call.shop, call.store)


def list_own_customer_attributes(call: Call) -> list[Attribute]:
    """List the user-defined attributes of customers."""
    return attributes.own_attributes(call.shop)


def list_own_address_attributes(_call: Call) -> list[Attribute]:
    """List the user-defined attributes of addresses: the store has none."""
    return []


def list_customer_form(call: Call, form_code: str) -> list[Attribute]:
    """List the attributes of a form about customers, the user-defined among them."""
    return _of_form(call, CUSTOMER, form_code, list_customer_attributes)


def list_address_form(call: Call, form_code: str) -> list[Attribute]:
    """List the attributes of a form about addresses."""
    return _of_form(call, ADDRESS, form_code, list_address_attributes)


def read_customer_attribute(call: Call, attribute_code: str) -> Attribute:
    """Answer one attribute of customers."""
    return _one(CUSTOMER, attribute_code, list_customer_attributes(call))


def read_address_attribute(call: Call, attribute_code: str) -> Attribute:
    """Answer one attribute of addresses."""
    return _one(ADDRESS, attribute_code, list_address_attributes(call))


def _of_form(call: Call, kind: str, code: str, listed: Callable[[Call], list[Attribute]]) -> list[Attribute]:
    if code not in FORMS[kind]:
        raise NoSuchEntity.with_field("formCode", code)
    names = FORMS[kind][code].split()
    return [one for one in listed(call) if one["attribute_code"] in names or one["user_defined"]]


def _one(kind: str, code: str, listed: list[Attribute]) -> Attribute:
    found = next((one for one in listed if one["attribute_code"] == code), None)
    if found is None:
        entity = "customer" if kind == CUSTOMER else "customer_address"
        parameters = {"entityType": entity, "attributeCode": code}
        raise NoSuchEntity(messages.NO_SUCH_ATTRIBUTE_OF_ENTITY, parameters)
    return found
