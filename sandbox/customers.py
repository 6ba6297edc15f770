"""The customer accounts: found, made, changed and deleted."""

import json
import secrets
import sqlite3
from dataclasses import fields
from datetime import timedelta

from sandbox import customer_rules, messages, own_addresses, own_attributes, passwords
from sandbox.address_rules import AddressRules
from sandbox.addresses import Addresses
from sandbox.clock import Clock
from sandbox.customer_groups import WHOLESALE
from sandbox.database import Database, update_customer
from sandbox.defects import defective
from sandbox.directory import Directory
from sandbox.errors import InputRefused, NoSuchEntity, ShopError
from sandbox.fields import Fields
from sandbox.records import Address, AddressDraft, CustomAttribute, Customer, CustomerDraft
from sandbox.settings import Settings
from sandbox.stores import Stores, StoreView, website
from sandbox.versions import MagentoVersion

__all__ = ["Address", "Customer", "Customers"]


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
        directory: Directory,
        stores: Stores,
        clock: Clock,
        version: MagentoVersion,
        settings: Settings,
        attributes: tuple[str, ...],
    ) -> None:
        self._database = database
        self._addresses = addresses
        self._directory = directory
        self._stores = stores
        self._clock = clock
        self._version = version
        self._settings = settings
        self._attributes = attributes

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
        if defective("exact-emails"):
            return self.first("email = ? COLLATE BINARY AND website_id = ?", email, website_id)
        if defective("one-email-for-all"):
            return self.first("email = ?", email)
        if self.are_shared:
            return self.first("email = ?", email)
        return self.first("email = ? AND website_id = ?", email, website_id)

    @property
    def are_shared(self) -> bool:
        """Tell whether an account is good on every website, and not only on its own."""
        return not self._settings.is_on("customer/account_share/scope")

    def default_group(self, store: StoreView) -> int:
        """Tell which group a new customer of a store view gets."""
        return self._settings.number("customer/create_account/default_group", store)

    def needs_confirmation(self, website_id: int) -> bool:
        """Tell whether customers of a website have to confirm their e-mail address."""
        return self._settings.is_on("customer/create_account/confirm", website(website_id))

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
        self, draft: CustomerDraft, password: str | None = None, scope: StoreView | None = None
    ) -> Customer:
        """Make an account after all of Magento's checks; a refused address undoes the whole of it.

        `scope` is the store view of the call: its website says which fields are asked for.
        """
        if draft.email is None:
            customer_rules.check_missing_email(self._version, has_password=password is not None)
        if password is not None:
            passwords.check_strength(password, self._settings)
            passwords.check_differs_from_email(password, draft.email or "")
        if password is None and defective("demands-password"):
            raise InputRefused.required("password")
        if not draft.addresses and defective("demands-address"):
            raise InputRefused.required("addresses")
        if draft.id and defective("id-overwrites"):
            return self.update(draft.id, draft)
        if draft.id:
            self._refuse_id(draft, (scope.website_id if scope else 0) or self._stores.default.website_id)
        store = customer_rules.resolve_store(draft, self._stores, shared=self.are_shared)
        customer_rules.check_group(draft.group_id)
        if not draft.email:
            raise InputRefused(messages.EMAIL_MISSING)
        owner = self.find_by_email(draft.email, store.website_id)
        if owner and defective("second-account"):
            return owner
        if owner:
            raise InputRefused(messages.EMAIL_TAKEN)
        fields = Fields(self._settings, scope)
        missing = own_attributes.missing_values(draft, fields, self._attributes, self._version)
        customer_rules.check_attributes(draft, self._version, self._clock.now().date(), missing)
        _lose(draft)
        values = self._new_row(draft, store, password)
        rules = self._address_rules(scope, store.website_id)
        # A new address of a country that the website does not sell to is dropped without a word.
        known = [
            address
            for address in draft.addresses or ()
            if rules.sells_to(address.country_id) or defective("refused-country")
        ]
        return self.get(self._insert(values, known, rules))

    def _new_row(self, draft: CustomerDraft, store: StoreView, password: str | None) -> dict[str, object]:
        """Gather what is stored of a new account beside its addresses."""
        customer_rules.cut_names(draft, self._version)
        now = self._now()
        group = WHOLESALE if defective("wholesale-customers") else self.default_group(store)
        return {
            **{name: getattr(draft, name) for name in CHANGEABLE},
            "dob": customer_rules.normal_date(draft.dob),
            "store_id": store.id,
            "website_id": draft.website_id or (1 if defective("ids-not-completed") else store.website_id),
            "group_id": group if draft.group_id is None else draft.group_id,
            "email": str(draft.email).lower() if defective("lower-case-email") else draft.email,
            "created_in": store.code if defective("code-for-name") else store.name,
            "created_at": draft.created_at or now,
            "updated_at": now,
            "default_billing": draft.default_billing,
            "default_shipping": draft.default_shipping,
            "disable_auto_group_change": draft.disable_auto_group_change or 0,
            "is_subscribed": defective("unasked-newsletter")
            or (
                bool(draft.extension_attributes and draft.extension_attributes.is_subscribed)
                and not defective("lost-newsletter")
            ),
            "password_hash": passwords.hash_password(password) if password is not None else None,
            "confirmation": secrets.token_hex(16) if self.needs_confirmation(store.website_id) else None,
            "custom_attributes": self._attributes_text(draft, []),
        }

    def update(
        self,
        customer_id: int,
        draft: CustomerDraft,
        scope: StoreView | None = None,
        *,
        may_be_partial: bool = False,
    ) -> Customer:
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
        rules = self._address_rules(scope, draft.website_id or old.website_id)
        missing = rules.missing_in_own(old.addresses, draft.addresses)
        customer_rules.check_attributes(draft, self._version, self._clock.now().date(), missing)
        customer_rules.cut_names(draft, self._version)
        with self._database.transaction() as connection:
            values = {name: getattr(draft, name) for name in CHANGEABLE if getattr(draft, name) is not None}
            values["updated_at"] = self._now()
            if draft.dob:
                values["dob"] = customer_rules.normal_date(draft.dob)
            values["custom_attributes"] = self._attributes_text(draft, old.custom_attributes)
            if draft.extension_attributes and draft.extension_attributes.is_subscribed is not None:
                values["is_subscribed"] = draft.extension_attributes.is_subscribed
            update_customer(connection, customer_id, values)
            if draft.addresses is not None:
                own_addresses.replace_all(connection, self._addresses, old, draft.addresses, rules)
        return self.get(customer_id)

    def delete(self, customer_id: int) -> None:
        """Delete an account with its addresses."""
        with self._database.transaction() as connection:
            if defective("deaf-deletion"):
                return
            if defective("hidden-deletion"):
                update_customer(
                    connection, customer_id, {"website_id": 1, "email": f"gone-{customer_id}@example.com"}
                )
                return
            deleted = connection.execute("DELETE FROM customer WHERE id = ?", (customer_id,)).rowcount
        if not deleted:
            raise NoSuchEntity.with_field("customerId", customer_id)

    def delete_address(self, address_id: int) -> None:
        """Delete one address, and forget it as a default."""
        owner = self.with_address(address_id)
        with self._database.transaction() as connection:
            own_addresses.drop(connection, owner.id, address_id)

    def confirm(self, customer_id: int) -> Customer:
        """Let an account be used that has waited for its confirmation."""
        with self._database.transaction() as connection:
            update_customer(connection, customer_id, {"confirmation": None})
        return self.get(customer_id)

    def first(self, condition: str, *values: object) -> Customer | None:
        """Find the first customer that an SQL condition selects."""
        return next(iter(self.select(condition, *values)), None)

    def _now(self) -> str:
        now = self._clock.now() - (timedelta(hours=5) if defective("local-time") else timedelta())
        return now.strftime("%Y-%m-%d %H:%M:%S")

    def _address_rules(self, scope: StoreView | None, website_id: int) -> AddressRules:
        fields = Fields(self._settings, scope)
        own = website(website_id)
        return AddressRules(self._directory, self._version, self._settings, fields, own)

    def _attributes_text(self, draft: CustomerDraft, old: list[CustomAttribute]) -> str:
        """Write the custom attributes, those that are not sent as they were."""
        sent = own_attributes.known_attributes(draft, self._attributes)
        more = "1" if defective("longer-own-attributes") else ""
        return json.dumps({one.attribute_code: f"{one.value}{more}" for one in (*old, *sent)})

    def _refuse_id(self, draft: CustomerDraft, website_id: int) -> None:
        if self.find_by_email(draft.email or "", website_id):
            raise InputRefused(messages.CUSTOMER_EXISTS)
        raise NoSuchEntity.with_two_fields("email", draft.email, "websiteId", str(website_id))

    def _insert(self, values: dict[str, object], drafts: list[AddressDraft], rules: AddressRules) -> int:
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
                own_addresses.save(connection, self._addresses, customer_id, drafts, {}, rules)
        except sqlite3.IntegrityError as problem:
            raise InputRefused(messages.EMAIL_TAKEN) from problem
        except ShopError:
            self._burn(customer_id)
            if defective("refused-customer-stays"):
                self._insert(values, [], rules)
            raise
        return customer_id

    def _burn(self, customer_id: int) -> None:
        """Never give out an id again, though the account that had it was undone."""
        with self._database.transaction() as connection:
            update = "UPDATE sqlite_sequence SET seq = MAX(seq, ?) WHERE name = 'customer'"
            if not connection.execute(update, (customer_id,)).rowcount:
                connection.execute("INSERT INTO sqlite_sequence VALUES ('customer', ?)", (customer_id,))


def _lose(draft: CustomerDraft) -> None:
    """Lose what a faulty store does not keep."""
    for address in draft.addresses or ():
        if defective("keeps-no-company"):
            address.company = None
        if defective("keeps-no-fax"):
            address.fax = None
        if defective("keeps-no-prefix"):
            address.prefix = None
        if defective("other-region"):
            address.region, address.region_id = None, None
    if defective("keeps-no-middle-name"):
        draft.middlename = None
    if defective("names-in-ascii"):
        draft.firstname, draft.lastname = _in_ascii(draft.firstname), _in_ascii(draft.lastname)
        for address in draft.addresses or ():
            address.firstname, address.lastname = _in_ascii(address.firstname), _in_ascii(address.lastname)
    if defective("lost-birth-date"):
        draft.dob = None


def _in_ascii(name: str | None) -> str | None:
    return name and "".join(letter if letter.isascii() else "x" for letter in name)


def _customer(row: sqlite3.Row, addresses: list[Address]) -> Customer:
    values = {name: row[name] for name in STORED}
    values["is_subscribed"] = bool(row["is_subscribed"])
    values["custom_attributes"] = [
        CustomAttribute(*one) for one in json.loads(row["custom_attributes"]).items()
    ]
    return Customer(id=row["id"], addresses=addresses, **values)
