"""Customers and addresses as the shop keeps them, and the drafts from which it makes them.

A draft is what a caller sent: None stands for a field that was left out.
"""

from dataclasses import dataclass, field


@dataclass
class Address:
    """A stored address."""

    id: int
    customer_id: int
    firstname: str
    lastname: str
    street: list[str]
    city: str
    country_id: str
    telephone: str
    postcode: str | None
    region: str | None
    region_code: str | None
    region_id: int | None
    """0 when a region was sent that has no id, None when no region was sent."""
    middlename: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    company: str | None = None
    fax: str | None = None
    vat_id: str | None = None


@dataclass
class CustomAttribute:
    """A value of an attribute that the admin has added."""

    attribute_code: str = ""
    value: str = ""


@dataclass
class Customer:
    """A stored customer with the addresses, in the order they were made."""

    id: int
    email: str
    firstname: str
    lastname: str
    store_id: int
    website_id: int
    group_id: int
    created_at: str
    updated_at: str
    created_in: str
    middlename: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    dob: str | None = None
    gender: int | None = None
    taxvat: str | None = None
    default_billing: int | None = None
    default_shipping: int | None = None
    disable_auto_group_change: int = 0
    is_subscribed: bool = False
    confirmation: str | None = None
    """The key that the account waits for, in a shop where customers confirm their e-mail address."""
    custom_attributes: list[CustomAttribute] = field(default_factory=list)
    signed_out_at: float | None = None
    """Browsers that signed in before this moment are guests again."""
    addresses: list[Address] = field(default_factory=list)

    def address(self, address_id: int | None) -> Address | None:
        """Find one of the customer's own addresses."""
        return next((address for address in self.addresses if address.id == address_id), None)


@dataclass
class RegionDraft:
    """A region as a caller sends it."""

    region_code: str | None = None
    region: str | None = None
    region_id: int | None = None


@dataclass
class AddressDraft:
    """An address as a caller sends it."""

    id: int | None = None
    customer_id: int | None = None
    region: RegionDraft | None = None
    region_id: int | None = None
    country_id: str | None = None
    street: list[str] | None = None
    company: str | None = None
    telephone: str | None = None
    fax: str | None = None
    postcode: str | None = None
    city: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    middlename: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    vat_id: str | None = None
    default_shipping: bool | None = None
    default_billing: bool | None = None


@dataclass
class CustomerExtension:
    """What the newsletter and the assistance of customers by the shop add to a customer."""

    is_subscribed: bool | None = None
    assistance_allowed: int | None = None
    """Taken, and neither kept nor shown, as in a stock shop."""


@dataclass
class CustomerDraft:
    """A customer as a caller sends it."""

    id: int | None = None
    group_id: int | None = None
    default_billing: str | None = None
    default_shipping: str | None = None
    confirmation: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    created_in: str | None = None
    dob: str | None = None
    email: str | None = None
    firstname: str | None = None
    lastname: str | None = None
    middlename: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    gender: int | None = None
    store_id: int | None = None
    taxvat: str | None = None
    website_id: int | None = None
    addresses: list[AddressDraft] | None = None
    custom_attributes: list[CustomAttribute] | None = None
    disable_auto_group_change: int | None = None
    extension_attributes: CustomerExtension | None = None
