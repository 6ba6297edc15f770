"""What a customer does with the own account: the calls under `customers/me`."""

from typing import Any

from sandbox import passwords
from sandbox.defects import defective
from sandbox.records import CustomerDraft
from sandbox.rest import customer_endpoints
from sandbox.rest.calls import Call

LOOKED: set[int] = set()
"""The customers who have seen their default billing address, for a store that shows them another from then on."""


def read_own_record(call: Call) -> dict[str, Any]:
    """Answer the customer's own record."""
    if defective("id-in-query") and "customerId" in call.request.args:
        return customer_endpoints.read_customer(call, int(call.request.args["customerId"]))
    shown = customer_endpoints.show(call, call.customer)
    if defective("account-of-another-group"):
        shown["group_id"] += 1
    if defective("leaked-reset-token"):
        shown["custom_attributes"] = [{"attribute_code": "rp_token", "value": "0123456789abcdef"}]
    return shown


def update_own_record(call: Call, customer: CustomerDraft) -> dict[str, Any]:
    """Change the customer's own record, whatever id the body names."""
    customer_id = (customer.id if defective("id-in-body") else None) or call.customer.id
    return customer_endpoints.show(call, call.shop.customers.update(customer_id, customer, call.store))


def read_own_billing_address(call: Call) -> dict[str, Any] | list[Any]:
    """Answer the own default billing address."""
    address = customer_endpoints.read_default_billing_address(call, call.customer.id)
    if defective("later-look") and isinstance(address, dict):
        address["postcode"] += "-0001" * (call.customer.id in LOOKED)
        LOOKED.add(call.customer.id)
    return address


def read_own_shipping_address(call: Call) -> dict[str, Any] | list[Any]:
    """Answer the own default shipping address."""
    if defective("no-own-shipping"):
        return []
    return customer_endpoints.read_default_shipping_address(call, call.customer.id)


def change_own_password(call: Call, current_password: str, new_password: str) -> bool:
    """Choose another password; a wrong current one counts as a failed sign-in."""
    customer = call.customer
    call.shop.credentials.check_password(customer.id, current_password)
    passwords.check_differs_from_email(new_password, customer.email)
    passwords.check_strength(new_password, call.shop.settings)
    call.shop.credentials.set_password(customer.id, new_password)
    return True
