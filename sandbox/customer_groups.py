"""The customer groups of a fresh shop."""

from dataclasses import dataclass

WHOLESALE = 2
TAX_CLASS_ID = 3
TAX_CLASS = "Retail Customer"


@dataclass(frozen=True)
class CustomerGroup:
    """A group of customers, as REST shows it."""

    id: int
    code: str
    tax_class_id: int = TAX_CLASS_ID
    tax_class_name: str = TAX_CLASS


GROUPS = {
    group.id: group
    for group in (
        CustomerGroup(0, "NOT LOGGED IN"),
        CustomerGroup(1, "General"),
        CustomerGroup(WHOLESALE, "Wholesale"),
        CustomerGroup(3, "Retailer"),
    )
}
