"""Customers as the admin and as guests handle them: made, read, changed, found, deleted."""

from dataclasses import replace
from typing import Any

from sandbox import customer_rules, messages, recaptcha, search
from sandbox.defects import defective
from sandbox.errors import InputRefused, NoSuchEntity
from sandbox.records import Address, Customer, CustomerDraft
from sandbox.rest import presentation
from sandbox.rest.calls import Call
from sandbox.search import SearchCriteria

MANAGE = "Magento_Customer::manage"
MAIL_TEMPLATES = ("email_reminder", "email_reset")


def create_customer(call: Call, customer: CustomerDraft, password: str | None = None) -> dict[str, Any]:
    """Make a customer account."""
    call.check_recaptcha(recaptcha.CREATE)
    if (
        customer.group_id is not None
        and call.shop.version.group_id_needs_rights
        and not defective("guests-choose-groups")
    ):
        call.caller.require(MANAGE)
    if defective("scope-wins"):
        customer.store_id, customer.website_id = call.store.id, call.store.website_id
    made = call.shop.customers.create(customer, password, call.store)
    # Whoever makes an account does not learn the key that confirms it.
    shown = show(call, replace(made, confirmation=None))
    if defective("leaked-hash"):
        shown["extension_attributes"]["password_hash"] = "d2f1:0:3"
    return shown | ({"password": password} if defective("leaked-password") else {})


def read_customer(call: Call, customer_id: int) -> dict[str, Any]:
    """Answer a customer."""
    return show(call, call.shop.customers.get(customer_id))


def update_customer(call: Call, customer_id: int, customer: CustomerDraft) -> dict[str, Any]:
    """Change a customer; the id in the path wins over one in the body."""
    return show(call, call.shop.customers.update(customer_id, customer, call.store, may_be_partial=True))


def delete_customer(call: Call, customer_id: int) -> bool:
    """Delete a customer with the addresses."""
    call.shop.customers.delete(customer_id)
    return True


def search_customers(call: Call, search_criteria: SearchCriteria) -> dict[str, Any]:
    """Find customers by criteria."""
    found, total = ([], 0) if defective("blind-search") else search.run(search_criteria, call.shop.customers)
    return {
        "items": [show(call, customer) for customer in found],
        "search_criteria": search_criteria.shown(),
        "total_count": total,
    }


def read_default_billing_address(call: Call, customer_id: int) -> dict[str, Any] | list[Any]:
    """Answer a customer's default billing address."""
    customer = call.shop.customers.get(customer_id)
    return show_address(customer, customer.address(customer.default_billing))


def read_default_shipping_address(call: Call, customer_id: int) -> dict[str, Any] | list[Any]:
    """Answer a customer's default shipping address."""
    customer = call.shop.customers.get(customer_id)
    return show_address(customer, customer.address(customer.default_shipping))


def read_address(call: Call, address_id: int) -> dict[str, Any] | list[Any]:
    """Answer an address."""
    owner = call.shop.customers.with_address(address_id)
    return show_address(owner, owner.address(address_id))


def delete_address(call: Call, address_id: int) -> bool:
    """Delete an address."""
    call.shop.customers.delete_address(address_id)
    return True


def read_confirmation_status(call: Call, customer_id: int) -> str:
    """Tell whether the account waits for confirmation: never, in a shop that asks for none."""
    customer = call.shop.customers.get(customer_id)
    if not call.shop.customers.needs_confirmation(customer.website_id):
        return "account_confirmation_not_required"
    return "account_confirmation_required" if customer.confirmation else "account_confirmed"


def activate_customer(call: Call, email: str, confirmation_key: str) -> dict[str, Any]:
    """Confirm an account by its key, unless it is active already."""
    customer = _by_email(call, email, str(call.website_id))
    if not customer.confirmation:
        raise InputRefused(messages.ACCOUNT_ACTIVE)
    if confirmation_key != customer.confirmation:
        raise InputRefused(messages.CONFIRMATION_KEY_INVALID)
    return show(call, call.shop.customers.confirm(customer.id))


def validate_customer(_call: Call, customer: CustomerDraft) -> dict[str, Any]:
    """Tell what is wrong with a customer, and make none."""
    problems = customer_rules.empty_attributes(customer)
    return {"valid": not problems, "messages": problems}


def is_email_available(call: Call, customer_email: str, website_id: int | None = None) -> bool:
    """Tell whether an e-mail address is free; the later releases say so of every one."""
    if not call.shop.version.tells_email_availability:
        return True
    # Unlike a sign-in, this looks for nobody in the admin's scope.
    searched = call.store.website_id if website_id is None else website_id
    return call.shop.customers.find_by_email(customer_email, searched) is None


def send_password_reset(call: Call, email: str, template: str, website_id: int | None = None) -> bool:
    """Promise an e-mail that lets a customer choose another password; mail goes nowhere here."""
    _by_email(call, email, str(call.store.website_id) if website_id is None else website_id)
    if template not in MAIL_TEMPLATES:
        choice = dict(zip(("template1", "template2"), MAIL_TEMPLATES, strict=True))
        raise InputRefused(messages.UNKNOWN_TEMPLATE, {"value": template, "fieldName": "template", **choice})
    return True


def is_readonly(call: Call, customer_id: int) -> bool:
    """Tell whether the shop refuses to delete a customer: it never does."""
    call.shop.customers.get(customer_id)
    return False


def show(call: Call, customer: Customer) -> dict[str, Any]:
    """Show a customer as the release of the shop does."""
    return presentation.customer_object(customer, addresses_in_order=call.shop.version.addresses_in_order)


def show_address(customer: Customer, address: Address | None) -> dict[str, Any] | list[Any]:
    """Show an address; none at all is an empty list, as PHP has it."""
    return presentation.address_object(address, customer) if address else []


def _by_email(call: Call, email: str, website_id: int | str) -> Customer:
    # A refusal repeats the id: as a number if the caller sent it, as text if the shop supplied it.
    customer = call.shop.customers.find_by_email(email, int(website_id))
    if customer is None:
        raise NoSuchEntity.with_two_fields("email", email, "websiteId", website_id)
    return customer
