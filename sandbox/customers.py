"""The customer accounts: found, made, changed and deleted."""

import json
import secrets
import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta

from sandbox import customer_rules, merchant_rules, messages, passwords
from sandbox.addresses import Addresses
from sandbox.clock import Clock
from sandbox.configuration import Configuration
from sandbox.database import Database
from sandbox.defects import defective
from sandbox.errors import InputRefused, NoSuchEntity, ShopError
from sandbox.records import Address, AddressDraft, CustomAttribute, Customer, CustomerDraft
from sandbox.stores import Stores, StoreView
from sandbox.versions import MagentoVersion

__all__ = ["Address", "Customer", "Customers"]

DEFAULT_GROUP = 1

STORED = tuple(field.name for field in fields(Customer) if field.name not in ("id", "addresses"))
CHANGEABLE = (
    "email", "prefix", "firstname", "middlename", "lastname", "suffix", "dob", "gender", "taxvat", "group_id",
    "store_id", "website_id", "disable_auto_group_change",
)  # fmt: skip


class Customers:
    """The accounts of one shop."""

    def __init__(
        self,
        database: Database,
        addresses: Addresses,
        stores: Stores,
        clock: Clock,
        version: MagentoVersion,
        configuration: Configuration,
    ) -> None:
        self._database = database
        self._addresses = addresses
        self._stores = stores
        self._clock = clock
        self._version = version
        self._configuration = configuration

    def find(self, customer_id: int) -> Customer | None:
        """Find a customer by id."""
        return self.first("id = ?", customer_id)

    def get(self, customer_id: int) -> Customer:
        """Answer the customer with an id, or refuse as REST does."""
        customer = self.find(customer_id)
        if customer is None:
            raise NoSuchEntity.with_field("customerId", customer_id)
        return customer

    def find_by_email(self, email: str, website_id: int) -> Customer | None:
        """Find the customer of a website by e-mail address, whatever its case and the blanks at its end."""
        email = email.rstrip(" ")
        if self.are_shared:
            return self.first("email = ?", email)
        return self.first("email = ? AND website_id = ?", email, website_id)

    @property
    def are_shared(self) -> bool:
        """Tell whether an account is good on every website, and not only on its own."""
        return self._configuration.customer_sharing == "global"

    def default_group(self, _store: StoreView) -> int:
        """Tell which group a new customer of a store view gets."""
        return DEFAULT_GROUP

    def with_address(self, address_id: int) -> Customer:
        """Answer the customer that an address belongs to."""
        customer = self.first("id = (SELECT customer_id FROM address WHERE id = ?)", address_id)
        if customer is None:
            raise NoSuchEntity.with_field("addressId", address_id)
        return customer

    def select(self, condition: str, *values: object) -> list[Customer]:
        """List the customers that an SQL condition (and what may follow it) selects."""
        with self._database.transaction() as connection:
            query = f"SELECT * FROM customer WHERE {condition}"  # noqa: S608 - written by callers, values apart
            rows = connection.execute(query, values).fetchall()
            addresses = self._addresses.of_customers(connection, [row["id"] for row in rows])
        return [_customer(row, addresses[row["id"]]) for row in rows]

    def count(self, condition: str, *values: object) -> int:
        """Count the customers that an SQL condition selects."""
        with self._database.transaction() as connection:
            query = f"SELECT COUNT(*) FROM customer WHERE {condition}"  # noqa: S608 - see select
            return int(connection.execute(query, values).fetchone()[0])

    def create(
        self, draft: CustomerDraft, password: str | None = None, asked_in: int | None = None
    ) -> Customer:
        """Make an account after all of Magento's checks; a refused address undoes the whole of it.

        `asked_in` is the website of the call: a draft with an id is looked for there.
        """
        if draft.email is None:
            customer_rules.check_missing_email(self._version, has_password=password is not None)
        if password is not None:
            passwords.check_strength(password, self._configuration.minimum_password_length)
            passwords.check_differs_from_email(password, draft.email or "")
        if draft.id and defective("id-overwrites"):
            return self.update(draft.id, draft)
        if draft.id:
            self._refuse_id(draft, asked_in or self._stores.default.website_id)
        store = customer_rules.resolve_store(draft, self._stores, shared=self.are_shared)
        customer_rules.check_group(draft.group_id)
        if not draft.email:
            raise InputRefused(messages.EMAIL_MISSING)
        owner = self.find_by_email(draft.email, store.website_id)
        if owner and defective("second-account"):
            return owner
        if owner:
            raise InputRefused(messages.EMAIL_TAKEN)
        missing = merchant_rules.missing_values(draft, self._configuration)
        customer_rules.check_attributes(draft, self._version, self._clock.now().date(), missing)
        values = self._new_row(draft, store, password)
        # A new address of a country that the shop does not know is dropped without a word.
        known = [address for address in draft.addresses or () if self._addresses.is_known_country(address)]
        return self.get(self._insert(values, known))

    def _new_row(self, draft: CustomerDraft, store: StoreView, password: str | None) -> dict[str, object]:
        """Gather what is stored of a new account beside its addresses."""
        customer_rules.cut_names(draft, self._version)
        now = self._now()
        return {
            **{name: getattr(draft, name) for name in CHANGEABLE},
            "dob": customer_rules.normal_date(draft.dob),
            "store_id": store.id,
            "website_id": draft.website_id or store.website_id,
            "group_id": DEFAULT_GROUP if draft.group_id is None else draft.group_id,
            "email": str(draft.email).lower() if defective("lower-case-email") else draft.email,
            "created_in": store.code if defective("code-for-name") else store.name,
            "created_at": draft.created_at or now,
            "updated_at": now,
            "default_billing": draft.default_billing,
            "default_shipping": draft.default_shipping,
            "disable_auto_group_change": draft.disable_auto_group_change or 0,
            "is_subscribed": defective("unasked-newsletter")
            or bool(draft.extension_attributes and draft.extension_attributes.is_subscribed),
            "password_hash": passwords.hash_password(password) if password is not None else None,
            "confirmation": secrets.token_hex(16) if self._configuration.confirmation else None,
            "custom_attributes": self._attributes(draft, []),
        }

    def update(self, customer_id: int, draft: CustomerDraft, *, may_be_partial: bool = False) -> Customer:
        """Change an account: what the draft leaves out stays, a list of addresses replaces the old one.

        E-mail and names have to be there all the same, unless the draft `may_be_partial`.
        """
        old = self.get(customer_id)
        needed = ("email", "firstname", "lastname") if may_be_partial else ()
        for name in ("website_id", "store_id", "group_id", *needed):
            if getattr(draft, name) is None:
                setattr(draft, name, getattr(old, name))
        customer_rules.resolve_store(draft, self._stores, shared=self.are_shared)
        customer_rules.check_group(draft.group_id)
        if not draft.email:
            raise InputRefused(messages.EMAIL_MISSING)
        other = self.find_by_email(draft.email, draft.website_id or old.website_id)
        if other and other.id != customer_id:
            raise InputRefused(messages.EMAIL_TAKEN)
        customer_rules.check_attributes(draft, self._version, self._clock.now().date())
        customer_rules.cut_names(draft, self._version)
        with self._database.transaction() as connection:
            values = {name: getattr(draft, name) for name in CHANGEABLE if getattr(draft, name) is not None}
            values["updated_at"] = self._now()
            if draft.dob:
                values["dob"] = customer_rules.normal_date(draft.dob)
            values["custom_attributes"] = self._attributes(draft, old.custom_attributes)
            if draft.extension_attributes and draft.extension_attributes.is_subscribed is not None:
                values["is_subscribed"] = draft.extension_attributes.is_subscribed
            assign(connection, customer_id, values)
            if draft.addresses is not None:
                self._replace_addresses(connection, old, draft.addresses)
        return self.get(customer_id)

    def delete(self, customer_id: int) -> None:
        """Delete an account with its addresses."""
        with self._database.transaction() as connection:
            if defective("deaf-deletion"):
                return
            deleted = connection.execute("DELETE FROM customer WHERE id = ?", (customer_id,)).rowcount
        if not deleted:
            raise NoSuchEntity.with_field("customerId", customer_id)

    def delete_address(self, address_id: int) -> None:
        """Delete one address, and forget it as a default."""
        owner = self.with_address(address_id)
        with self._database.transaction() as connection:
            self._drop_address(connection, owner.id, address_id)

    def confirm(self, customer_id: int) -> Customer:
        """Let an account be used that has waited for its confirmation."""
        with self._database.transaction() as connection:
            assign(connection, customer_id, {"confirmation": None})
        return self.get(customer_id)

    def first(self, condition: str, *values: object) -> Customer | None:
        """Find the first customer that an SQL condition selects."""
        return next(iter(self.select(condition, *values)), None)

    def _now(self) -> str:
        now = self._clock.now() - (timedelta(hours=5) if defective("local-time") else timedelta())
        return now.strftime("%Y-%m-%d %H:%M:%S")

    def _attributes(self, draft: CustomerDraft, old: list[CustomAttribute]) -> str:
        """Write the custom attributes, those that are not sent as they were."""
        sent = merchant_rules.own_attributes(draft, self._configuration)
        return json.dumps({one.attribute_code: one.value for one in (*old, *sent)})

    def _refuse_id(self, draft: CustomerDraft, website_id: int) -> None:
        if self.find_by_email(draft.email or "", website_id):
            raise InputRefused(messages.CUSTOMER_EXISTS)
        raise NoSuchEntity.with_two_fields("email", draft.email, "websiteId", str(website_id))

    def _insert(self, values: dict[str, object], drafts: list[AddressDraft]) -> int:
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        customer_id = 0
        try:
            with self._database.transaction() as connection:
                cursor = connection.execute(
                    f"INSERT INTO customer ({columns}) VALUES ({marks})",  # noqa: S608 - the names are ours
                    tuple(values.values()),
                )
                customer_id = int(cursor.lastrowid or 0)
                self._save_addresses(connection, customer_id, drafts, {})
        except sqlite3.IntegrityError as problem:
            raise InputRefused(messages.EMAIL_TAKEN) from problem
        except ShopError:
            self._burn(customer_id)
            if defective("refused-customer-stays"):
                self._insert(values, [])
            raise
        return customer_id

    def _burn(self, customer_id: int) -> None:
        """Never give out an id again, though the account that had it was undone."""
        with self._database.transaction() as connection:
            update = "UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = 'customer'"
            if not connection.execute(update, (customer_id,)).rowcount:
                connection.execute("INSERT INTO sqlite_sequence VALUES ('customer', ?)", (customer_id,))

    def _replace_addresses(
        self, connection: sqlite3.Connection, old: Customer, drafts: list[AddressDraft]
    ) -> None:
        own = {address.id: address for address in old.addresses}
        for draft in drafts:
            if draft.id and draft.id not in own:
                self._overwrite_foreign(connection, old, draft)
        drafts = [draft for draft in drafts if not draft.id or draft.id in own]
        kept = self._save_addresses(connection, old.id, drafts, own)
        for address_id in own.keys() - kept:
            self._drop_address(connection, old.id, address_id)

    def _overwrite_foreign(
        self, connection: sqlite3.Connection, customer: Customer, draft: AddressDraft
    ) -> None:
        """Refuse to change another customer's address, unless the release lets it happen."""
        self.with_address(draft.id or 0)
        refusal = self._version.foreign_address
        if refusal == messages.FOREIGN_ADDRESS:
            raise InputRefused(refusal, {"customer_id": customer.id})
        if refusal:
            raise InputRefused(refusal)
        self._addresses.update(connection, draft.id or 0, draft)

    def _save_addresses(
        self,
        connection: sqlite3.Connection,
        customer_id: int,
        drafts: list[AddressDraft],
        own: dict[int, Address],
    ) -> set[int]:
        saved = set()
        for draft in drafts:
            address_id = draft.id if draft.id in own else None
            if address_id:
                self._addresses.update(connection, address_id, draft)
            else:
                address_id = self._addresses.insert(connection, customer_id, draft)
            saved.add(address_id)
            self._set_defaults(connection, customer_id, address_id, draft)
        return saved

    def _set_defaults(
        self, connection: sqlite3.Connection, customer_id: int, address_id: int, draft: AddressDraft
    ) -> None:
        if defective("no-default-flags"):
            return
        flags = [draft.default_billing, draft.default_shipping]
        if defective("swapped-default-flags"):
            flags.reverse()
        for column, flag in zip(("default_billing", "default_shipping"), flags, strict=True):
            if flag:
                assign(connection, customer_id, {column: address_id})

    def _drop_address(self, connection: sqlite3.Connection, customer_id: int, address_id: int) -> None:
        connection.execute("DELETE FROM address WHERE id = ?", (address_id,))
        for column in ("default_billing", "default_shipping"):
            connection.execute(
                f"UPDATE customer SET {column} = NULL WHERE id = ? AND {column} = ?",  # noqa: S608 - ours
                (customer_id, address_id),
            )


def assign(connection: sqlite3.Connection, customer_id: int, values: Mapping[str, object]) -> None:
    """Write columns of a customer's row, by their names."""
    assignments = ", ".join(f"{name} = ?" for name in values)
    connection.execute(
        f"UPDATE customer SET {assignments} WHERE id = ?",  # noqa: S608 - the names are ours
        (*values.values(), customer_id),
    )


def _customer(row: sqlite3.Row, addresses: list[Address]) -> Customer:
    values = {name: row[name] for name in STORED}
    values["is_subscribed"] = bool(row["is_subscribed"])
    values["custom_attributes"] = [
        CustomAttribute(*one) for one in json.loads(row["custom_attributes"]).items()
    ]
    return Customer(id=row["id"], addresses=addresses, **values)
