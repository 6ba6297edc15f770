"""How a customer's addresses are written: made with her, replaced as a list, dropped, with the defaults following."""

import sqlite3

from sandbox import messages
from sandbox.address_rules import AddressRules
from sandbox.addresses import Addresses
from sandbox.database import update_customer
from sandbox.defects import defective
from sandbox.errors import InputRefused, NoSuchEntity
from sandbox.records import Address, AddressDraft, Customer


def save(
    connection: sqlite3.Connection,
    addresses: Addresses,
    customer_id: int,
    drafts: list[AddressDraft],
    own: dict[int, Address],
    rules: AddressRules,
) -> set[int]:
    """Write drafts over the addresses whose ids they carry, or as new ones, and answer the ids."""
    saved = set()
    for draft in drafts:
        address_id = draft.id if draft.id in own else None
        if draft.id and not address_id and defective("refuses-address-ids"):
            raise NoSuchEntity.with_field("addressId", draft.id)
        if address_id:
            addresses.update(connection, address_id, draft, rules)
        else:
            address_id = addresses.insert(connection, customer_id, draft, rules)
        saved.add(address_id)
        _set_defaults(connection, customer_id, address_id, draft)
    return saved


def replace_all(
    connection: sqlite3.Connection,
    addresses: Addresses,
    customer: Customer,
    drafts: list[AddressDraft],
    rules: AddressRules,
) -> None:
    """Make a list the customer's addresses: those of hers that are not on it go."""
    own = {address.id: address for address in customer.addresses}
    for draft in drafts:
        if draft.id and draft.id not in own:
            _overwrite_foreign(connection, addresses, customer, draft, rules)
    drafts = [draft for draft in drafts if not draft.id or draft.id in own]
    kept = save(connection, addresses, customer.id, drafts, own, rules)
    for address_id in own.keys() - kept:
        drop(connection, customer.id, address_id)


def drop(connection: sqlite3.Connection, customer_id: int, address_id: int) -> None:
    """Delete one address, and forget it as a default."""
    connection.execute("DELETE FROM address WHERE id = ?", (address_id,))
    for column in ("default_billing", "default_shipping"):
        connection.execute(
            f"UPDATE customer SET {column} = NULL WHERE id = ? AND {column} = ?",  # noqa: S608 - ours
            (customer_id, address_id),
        )


def _overwrite_foreign(
    connection: sqlite3.Connection,
    addresses: Addresses,
    customer: Customer,
    draft: AddressDraft,
    rules: AddressRules,
) -> None:
    """Refuse to change another customer's address, unless the release lets it happen."""
    address_id = draft.id or 0
    if not connection.execute("SELECT 1 FROM address WHERE id = ?", (address_id,)).fetchone():
        raise NoSuchEntity.with_field("addressId", address_id)
    refusal = None if defective("others-address-over-rest") else rules.version.foreign_address
    if refusal == messages.FOREIGN_ADDRESS:
        raise InputRefused(refusal, {"customer_id": customer.id})
    if refusal:
        raise InputRefused(refusal)
    addresses.update(connection, address_id, draft, rules)


def _set_defaults(
    connection: sqlite3.Connection, customer_id: int, address_id: int, draft: AddressDraft
) -> None:
    if defective("no-default-flags"):
        return
    flags = [draft.default_billing, draft.default_shipping]
    if defective("swapped-default-flags"):
        flags.reverse()
    if defective("default-by-itself"):
        flags = [True, True]
    for column, flag in zip(("default_billing", "default_shipping"), flags, strict=True):
        if flag:
            update_customer(connection, customer_id, {column: address_id})
