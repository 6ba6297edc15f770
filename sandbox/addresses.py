"""The rows of addresses: stored as the shop stores them, read back with the region's name and code."""

import sqlite3
from collections.abc import Iterable

from sandbox import address_rules, customer_rules
from sandbox.address_rules import AddressRules
from sandbox.defects import defective
from sandbox.directory import Directory
from sandbox.records import Address, AddressDraft

COLUMNS = (
    "prefix", "firstname", "middlename", "lastname", "suffix", "company", "street", "city", "region",
    "region_id", "postcode", "country_id", "telephone", "fax", "vat_id",
)  # fmt: skip

EMPTY_IS_NOTHING = ("prefix", "middlename", "suffix", "company", "fax", "vat_id", "postcode")
"""An empty text of these is left out of every answer; an empty telephone number is given back."""


class Addresses:
    """Addresses in the database, inside the transaction of whoever asks."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def insert(
        self, connection: sqlite3.Connection, customer_id: int, draft: AddressDraft, rules: AddressRules
    ) -> int:
        """Check and store a new address, and answer its id."""
        names = ("customer_id", *COLUMNS)
        marks = ", ".join("?" * len(names))
        cursor = connection.execute(
            f"INSERT INTO address ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - the names are ours
            (customer_id, *self._values(draft, rules)),
        )
        return int(cursor.lastrowid or 0)

    def update(
        self, connection: sqlite3.Connection, address_id: int, draft: AddressDraft, rules: AddressRules
    ) -> None:
        """Check and overwrite an address."""
        assignments = ", ".join(f"{name} = ?" for name in COLUMNS)
        connection.execute(
            f"UPDATE address SET {assignments} WHERE id = ?",  # noqa: S608 - the names are ours
            (*self._values(draft, rules), address_id),
        )

    def of_customers(self, connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, list[Address]]:
        """Read the addresses of several customers, each in the order they were made."""
        found: dict[int, list[Address]] = {customer_id: [] for customer_id in ids}
        marks = ", ".join("?" * len(found))
        rows = connection.execute(
            f"SELECT * FROM address WHERE customer_id IN ({marks}) ORDER BY id",  # noqa: S608 - question marks
            tuple(found),
        )
        for row in rows:
            found[row["customer_id"]].append(self._address(row))
        return found

    def _values(self, draft: AddressDraft, rules: AddressRules) -> list[object]:
        rules.check_required(draft)
        rules.check_values(draft)
        customer_rules.cut_names(draft, rules.version)
        values = {name: getattr(draft, name) for name in COLUMNS}
        lines = address_rules.street_lines(draft)
        values["street"] = lines[0] if defective("lost-street-line") else "\n".join(lines)
        values["telephone"] = draft.telephone or ""
        for name in EMPTY_IS_NOTHING:
            values[name] = values[name] or None
        values["region_id"] = address_rules.sent_region_id(draft)
        values["region"] = draft.region.region if draft.region else None
        region = self._directory.region(values["region_id"] or 0, draft.country_id)
        if region and not (values["region"] and defective("region-by-name")):
            values["region"] = region.name
        return [values[name] for name in COLUMNS]

    def _address(self, row: sqlite3.Row) -> Address:
        fields = {name: row[name] for name in ("id", "customer_id", *COLUMNS)}
        fields["street"] = row["street"].split("\n")
        region = self._directory.region(row["region_id"] or 0, row["country_id"])
        fields["region_code"] = region.code if region else row["region"]
        if defective("codes-in-capitals"):
            fields["region_code"] = str(fields["region_code"]).upper()
        return Address(**fields)
