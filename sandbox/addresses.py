"""The rows of addresses: stored as the shop stores them, read back with the region's name and code."""

import sqlite3
from collections.abc import Iterable

from sandbox import address_rules
from sandbox.defects import defective
from sandbox.directory import Directory
from sandbox.records import Address, AddressDraft
from sandbox.versions import MagentoVersion

COLUMNS = (
    "prefix", "firstname", "middlename", "lastname", "suffix", "company", "street", "city", "region",
    "region_id", "postcode", "country_id", "telephone", "fax", "vat_id",
)  # fmt: skip


class Addresses:
    """Addresses in the database, inside the transaction of whoever asks."""

    def __init__(self, directory: Directory, version: MagentoVersion) -> None:
        self._directory = directory
        self._version = version

    def is_known_country(self, draft: AddressDraft) -> bool:
        """Tell whether the shop knows the country; it silently drops new addresses of others."""
        known = bool(draft.country_id) and self._directory.country(str(draft.country_id)) is not None
        return known or defective("refused-country")

    def insert(self, connection: sqlite3.Connection, customer_id: int, draft: AddressDraft) -> int:
        """Check and store a new address, and answer its id."""
        names = ("customer_id", *COLUMNS)
        marks = ", ".join("?" * len(names))
        cursor = connection.execute(
            f"INSERT INTO address ({', '.join(names)}) VALUES ({marks})",  # noqa: S608 - the names are ours
            (customer_id, *self._values(draft)),
        )
        return int(cursor.lastrowid or 0)

    def update(self, connection: sqlite3.Connection, address_id: int, draft: AddressDraft) -> None:
        """Check and overwrite an address."""
        assignments = ", ".join(f"{name} = ?" for name in COLUMNS)
        connection.execute(
            f"UPDATE address SET {assignments} WHERE id = ?",  # noqa: S608 - the names are ours
            (*self._values(draft), address_id),
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

    def _values(self, draft: AddressDraft) -> list[object]:
        address_rules.check_required(draft, self._directory)
        address_rules.check_values(draft, self._version)
        values = {name: getattr(draft, name) for name in COLUMNS}
        lines = address_rules.street_lines(draft)
        values["street"] = lines[0] if defective("lost-street-line") else "\n".join(lines)
        values["region_id"] = address_rules.sent_region_id(draft)
        values["region"] = draft.region.region if draft.region else None
        region = self._directory.region(values["region_id"] or 0, draft.country_id)
        if region:
            values["region"] = region.name
        return [values[name] for name in COLUMNS]

    def _address(self, row: sqlite3.Row) -> Address:
        fields = {name: row[name] for name in ("id", "customer_id", *COLUMNS)}
        fields["street"] = row["street"].split("\n")
        region = self._directory.region(row["region_id"] or 0, row["country_id"])
        fields["region_code"] = region.code if region else row["region"]
        return Address(**fields)
