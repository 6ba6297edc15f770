"""A sample customer, for people who want to look around the storefront at once."""

from typing import Any

from sandbox.fields import Fields
from sandbox.records import AddressDraft, CustomAttribute, Customer, CustomerDraft, RegionDraft
from sandbox.settings import Settings
from sandbox.shop import Shop

EMAIL = "roni.cost@example.com"
PASSWORD = "Password1"
US_STORE_ID = 2
FIELDS: dict[str, Any] = {
    "prefix": "Ms.",
    "suffix": "PhD",
    "dob": "1973-12-15",
    "taxvat": "123-45-6789",
    "gender": 2,
}
"""What the customer has of the fields that an admin may require."""
ADDRESS_FIELDS: dict[str, Any] = {
    "prefix": "Ms.",
    "suffix": "PhD",
    "company": "Costello Ltd",
    "fax": "555-229-3327",
}
"""The same of the address."""


def password(settings: Settings) -> str:
    """Give the sample customer's password, as long as the shop wants passwords."""
    shortest = settings.number("customer/password/minimum_password_length")
    return PASSWORD.ljust(shortest, "1")


def add_sample_customer(shop: Shop) -> Customer:
    """Make the sample customer of the us store view, unless a database file has it already."""
    store = shop.stores.by_id(US_STORE_ID) or shop.stores.default
    existing = shop.customers.find_by_email(EMAIL, store.website_id)
    if existing:
        return existing
    fields = Fields(shop.settings, store)
    address = AddressDraft(
        **{name: value for name, value in ADDRESS_FIELDS.items() if fields.is_required(name)},
        firstname="Veronica",
        lastname="Costello",
        street=["6146 Honey Bluff Parkway"],
        city="Calder",
        region=RegionDraft(region_id=33),
        country_id="US",
        postcode="49628-7978",
        telephone="555-229-3326",
        default_billing=True,
        default_shipping=True,
    )
    draft = CustomerDraft(
        email=EMAIL,
        firstname="Veronica",
        lastname="Costello",
        store_id=store.id,
        website_id=store.website_id,
        addresses=[address],
        custom_attributes=[CustomAttribute(code, "1") for code in shop.configuration.required_attributes],
        **{name: value for name, value in FIELDS.items() if fields.is_required(name)},
    )
    made = shop.customers.create(draft, password(shop.settings))
    return shop.customers.confirm(made.id)
