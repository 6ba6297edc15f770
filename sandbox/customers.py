"""The customer accounts: found, made, changed, deleted, and let in by password."""

import json
import secrets
import sqlite3
from dataclasses import fields
from datetime import timedelta

from sandbox import customer_rules, merchant_rules, messages, passwords
from sandbox.addresses import Addresses
from sandbox.clock import Clock
from sandbox.configuration import Configuration
from sandbox.database import Database
from sandbox.defects import defective
from sandbox.errors import InputRefused, NoSuchEntity, NotConfirmed, ShopError, SignInRefused
from sandbox.records import Address, AddressDraft, CustomAttribute, Customer, CustomerDraft
from sandbox.stores import Stores
from sandbox.versions import MagentoVersion

__all__ = ["Address", "Customer", "Customers", "SignInRefused"]

DEFAULT_GROUP, WHOLESALE = 1, 2
FAILURES_BEFORE_LOCK = 10
LOCK_SECONDS = 600
NOBODYS: dict[int, Address] = {}
"""The addresses of a customer who is being made."""

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
        return self._first("id = ?", customer_id)

    def get(self, customer_id: int) -> Customer:
        """Answer the customer with an id, or refuse as REST does."""
        customer = self.find(customer_id)
        if customer is None:
            raise NoSuchEntity.with_field("customerId", customer_id)
        return customer

    def find_by_email(self, email: str, website_id: int) -> Customer | None:
        """Find the customer of a website by e-mail address, whatever its case."""
        if self.are_shared:
            return self._first("email = ?", email)
        return self._first("email = ? AND website_id = ?", email, website_id)

    @property
    def are_shared(self) -> bool:
        """Tell whether an account is good on every website, and not only on its own."""
        return self._configuration.customer_sharing == "global"

    def with_address(self, address_id: int) -> Customer:
        """Answer the customer that an address belongs to."""
        customer = self._first("id = (SELECT customer_id FROM address WHERE id = ?)", address_id)
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
        if draft.email is None and self._version.asks_for_email_first:
            raise InputRefused(messages.EMAIL_REQUIRED)
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
        now = self._now()
        values = {
            **{name: getattr(draft, name) for name in CHANGEABLE},
            "dob": customer_rules.normal_date(draft.dob),
            "store_id": store.id,
            "website_id": draft.website_id or store.website_id,
            "group_id": (WHOLESALE if defective("wholesale-customers") else DEFAULT_GROUP)
            if draft.group_id is None
            else draft.group_id,
            "email": draft.email.lower() if defective("lower-case-email") else draft.email,
            "created_in": store.code if defective("code-for-name") else store.name,
            "created_at": now,
            "updated_at": now,
            "disable_auto_group_change": draft.disable_auto_group_change or 0,
            "is_subscribed": defective("unasked-newsletter")
            or bool(draft.extension_attributes and draft.extension_attributes.is_subscribed),
            "password_hash": passwords.hash_password(password) if password is not None else None,
            "confirmation": secrets.token_hex(16) if self._configuration.confirmation else None,
            "custom_attributes": self._attributes(draft, []),
        }
        # A new address of a country that the shop does not know is dropped without a word.
        known = [address for address in draft.addresses or () if self._addresses.is_known_country(address)]
        return self.get(self._insert(values, known))

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
        with self._database.transaction() as connection:
            values = {name: getattr(draft, name) for name in CHANGEABLE if getattr(draft, name) is not None}
            values["updated_at"] = self._now()
            values["custom_attributes"] = self._attributes(draft, old.custom_attributes)
            if draft.extension_attributes and draft.extension_attributes.is_subscribed is not None:
                values["is_subscribed"] = draft.extension_attributes.is_subscribed
            self._assign(connection, customer_id, values)
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

    def authenticate(self, email: str, password: str, website_id: int) -> Customer:
        """Let a customer in by password; every reason to refuse looks the same."""
        customer = self.find_by_email(email, website_id)
        if customer is None and defective("sign-in-anywhere"):
            customer = self._first("email = ?", email)
        if customer is None and defective("telling-refusal"):
            raise SignInRefused(messages.NO_SUCH_ACCOUNT)
        if customer is None:
            raise SignInRefused
        if customer.confirmation and self._version.checks_confirmation_first:
            raise NotConfirmed
        try:
            self.check_password(customer.id, password)
        except SignInRefused:
            raise SignInRefused from None
        if customer.confirmation:
            raise NotConfirmed
        return customer

    def confirm(self, customer_id: int) -> Customer:
        """Let an account be used that has waited for its confirmation."""
        with self._database.transaction() as connection:
            self._assign(connection, customer_id, {"confirmation": None})
        return self.get(customer_id)

    def check_password(self, customer_id: int, password: str) -> None:
        """Refuse a wrong password and count it; a locked account is refused unchecked and uncounted."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT password_hash, lock_expires FROM customer WHERE id = ?", (customer_id,)
            ).fetchone()
        if row["lock_expires"] and row["lock_expires"] > self._clock.timestamp():
            raise SignInRefused(messages.ACCOUNT_LOCKED)
        if not passwords.matches(password, row["password_hash"]):
            locks = self._count_failure(customer_id)
            raise SignInRefused(messages.ACCOUNT_LOCKED if locks else messages.PASSWORD_DOES_NOT_MATCH)

    def set_password(self, customer_id: int, password: str) -> None:
        """Store another password, which signs the customer out of every browser."""
        password_hash = passwords.hash_password(password)
        with self._database.transaction() as connection:
            self._assign(
                connection,
                customer_id,
                {"password_hash": password_hash, "signed_out_at": self._clock.timestamp()},
            )

    def clear_failures(self, customer_id: int) -> None:
        """Forget failed sign-ins, as a successful one on the storefront does (over REST it does not)."""
        with self._database.transaction() as connection:
            self._assign(connection, customer_id, {"failures": 0, "lock_expires": None})

    def _first(self, condition: str, *values: object) -> Customer | None:
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
                self._save_addresses(connection, customer_id, drafts, NOBODYS)
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
        kept = self._save_addresses(connection, old.id, drafts, own)
        for address_id in own.keys() - kept:
            self._drop_address(connection, old.id, address_id)

    def _save_addresses(
        self,
        connection: sqlite3.Connection,
        customer_id: int,
        drafts: list[AddressDraft],
        own: dict[int, Address],
    ) -> set[int]:
        saved = set()
        for draft in drafts:
            address_id = (
                draft.id if draft.id in own else self._id_of_another(connection, draft, is_new=own is NOBODYS)
            )
            if address_id:
                self._addresses.update(connection, address_id, draft)
            else:
                address_id = self._addresses.insert(connection, customer_id, draft)
            saved.add(address_id)
            self._set_defaults(connection, customer_id, address_id, draft)
        return saved

    def _id_of_another(
        self, connection: sqlite3.Connection, draft: AddressDraft, *, is_new: bool
    ) -> int | None:
        """Refuse an address under an id that is not the customer's own; 2.4.1 overwrites the other's.

        A new customer's addresses have no ids as yet: what is sent means nothing.
        """
        if not draft.id or is_new:
            return None
        if not connection.execute("SELECT 1 FROM address WHERE id = ?", (draft.id,)).fetchone():
            raise NoSuchEntity.with_field("addressId", draft.id)
        if self._version.guards_addresses and not defective("others-address-over-rest"):
            raise InputRefused(messages.EMAIL_TAKEN)
        return draft.id

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
                self._assign(connection, customer_id, {column: address_id})

    def _drop_address(self, connection: sqlite3.Connection, customer_id: int, address_id: int) -> None:
        connection.execute("DELETE FROM address WHERE id = ?", (address_id,))
        for column in ("default_billing", "default_shipping"):
            connection.execute(
                f"UPDATE customer SET {column} = NULL WHERE id = ? AND {column} = ?",  # noqa: S608 - ours
                (customer_id, address_id),
            )

    def _count_failure(self, customer_id: int) -> bool:
        """Count one more failure, and tell whether it locks the account."""
        now = self._clock.timestamp()
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT failures, lock_expires FROM customer WHERE id = ?", (customer_id,)
            ).fetchone()
            lock_is_over = row["lock_expires"] and row["lock_expires"] <= now
            failures = 1 if lock_is_over else row["failures"] + 1
            locks = failures >= FAILURES_BEFORE_LOCK and not defective("no-lock")
            locked_until = now + LOCK_SECONDS if locks else None
            self._assign(connection, customer_id, {"failures": failures, "lock_expires": locked_until})
        return locked_until is not None

    def _assign(self, connection: sqlite3.Connection, customer_id: int, values: dict[str, object]) -> None:
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
