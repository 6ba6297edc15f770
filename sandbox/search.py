"""The search for customers: criteria as a caller writes them, and the SQL that they come to."""

from dataclasses import dataclass
from typing import Any

from sandbox import messages
from sandbox.customers import Customers
from sandbox.errors import InputRefused
from sandbox.records import Customer

COLUMNS = frozenset({
    "email", "website_id", "store_id", "group_id", "created_in", "created_at", "updated_at", "prefix",
    "firstname", "middlename", "lastname", "suffix", "dob", "gender", "taxvat", "default_billing",
    "default_shipping",
})  # fmt: skip
FIELDS = {name: name for name in COLUMNS} | {"id": "id", "entity_id": "id"}
COMPARISONS = {
    "eq": "= ?", "neq": "<> ?", "like": "LIKE ?", "nlike": "NOT LIKE ?", "gt": "> ?", "lt": "< ?",
    "gteq": ">= ?", "lteq": "<= ?", "moreq": ">= ?", "from": ">= ?", "to": "<= ?",
}  # fmt: skip
LISTS = {"in": "IN", "nin": "NOT IN", "finset": "IN"}
EMPTINESS = {"null": "IS NULL", "notnull": "IS NOT NULL"}


@dataclass
class Filter:
    """One condition on one field."""

    field: str = ""
    value: str | None = None
    condition_type: str = "eq"

    def shown(self) -> dict[str, str]:
        """Show the condition as the answer repeats it."""
        return {name: value for name, value in vars(self).items() if value is not None}


@dataclass
class FilterGroup:
    """Filters of which one must hold."""

    filters: list[Filter] | None = None


@dataclass
class SortOrder:
    """A field to sort by."""

    field: str = ""
    direction: str = "DESC"


@dataclass
class SearchCriteria:
    """Filter groups that must all hold, the order, and the page."""

    filter_groups: list[FilterGroup] | None = None
    sort_orders: list[SortOrder] | None = None
    page_size: int | None = None
    current_page: int | None = None

    def shown(self) -> dict[str, Any]:
        """Show the criteria as the answer repeats them."""
        shown: dict[str, Any] = {
            "filter_groups": [
                {"filters": [one.shown() for one in group.filters or ()]}
                for group in self.filter_groups or ()
            ]
        }
        if self.sort_orders:
            shown["sort_orders"] = [
                {"field": order.field, "direction": order.direction.upper()} for order in self.sort_orders
            ]
        pages = {"page_size": self.page_size, "current_page": self.current_page}
        return shown | {name: value for name, value in pages.items() if value is not None}


def run(criteria: SearchCriteria, customers: Customers) -> tuple[list[Customer], int]:
    """Answer the page of customers that the criteria ask for, and how many there are in all."""
    condition, values = _condition(criteria)
    total = customers.count(condition, *values)
    orders = [f"{_column(order.field)} {_direction(order)}" for order in criteria.sort_orders or ()]
    query = f"{condition} ORDER BY {', '.join([*orders, 'id'])}"
    if criteria.page_size:
        pages = max(1, -(-total // criteria.page_size))
        page = min(max(criteria.current_page or 1, 1), pages)
        query += " LIMIT ? OFFSET ?"
        values += [criteria.page_size, (page - 1) * criteria.page_size]
    return customers.select(query, *values), total


def _condition(criteria: SearchCriteria) -> tuple[str, list[Any]]:
    groups, values = ["1"], []
    for group in criteria.filter_groups or ():
        alternatives = []
        for one in group.filters or ():
            text, more = _comparison(one)
            alternatives.append(text)
            values += more
        if alternatives:
            groups.append(f"({' OR '.join(alternatives)})")
    return " AND ".join(groups), values


def _comparison(one: Filter) -> tuple[str, list[Any]]:
    column, kind = _column(one.field), one.condition_type.lower()
    if kind in EMPTINESS:
        return f"{column} {EMPTINESS[kind]}", []
    if kind in LISTS:
        items = (one.value or "").split(",")
        return f"{column} {LISTS[kind]} ({', '.join('?' * len(items))})", list(items)
    return f"{column} {COMPARISONS.get(kind, COMPARISONS['eq'])}", [one.value or ""]


def _column(field: str) -> str:
    if field not in FIELDS:
        raise InputRefused(messages.NO_SUCH_ATTRIBUTE, [field])
    return f"{FIELDS[field]} COLLATE NOCASE" if field not in ("id", "entity_id") else FIELDS[field]


def _direction(order: SortOrder) -> str:
    if order.direction.upper() not in ("ASC", "DESC"):
        raise InputRefused(messages.BAD_SORT_DIRECTION, ["ASC", "DESC"])
    return order.direction.upper()
