"""What a box with an address shows: what the settings say of the template, and what the shop hides anyway."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from api.comparison import Difference
from api.shop_profile import ShopProfile
from harness.shop.shop import AddressPart, Shop

PLACE = "Stores > Configuration > Customers > Customer Configuration > Address Templates > HTML"
PATH = "customer/address_templates/html"

_BOXES = ("default billing address", "default shipping address")
"""What the boxes are called that a template writes."""

STOCK_LABELS = ("T:", "F:", "VAT:")

_NAMES: dict[AddressPart, tuple[str, ...]] = {
    "name": ("first name", "last name"),
    "middlename": ("middle name",),
    "vat_id": ("VAT number",),
}
"""The names that pages have for a part, where they are others."""

_MAY_BE_HIDDEN: tuple[AddressPart, ...] = ("telephone", "company", "prefix", "middlename", "suffix", "fax")


@dataclass(frozen=True)
class AddressTemplate:
    """One shop's template, as declared; `shows` are the parts that a box shows, `labels` what it adds, () for stock."""

    shop: Shop
    parts: tuple[AddressPart, ...]

    @classmethod
    def of(cls, shop: Shop, profile: ShopProfile) -> "AddressTemplate":
        """Take what the settings say, without the fields that the shop hides whatever its template."""
        declared = shop.address_shows or get_args(AddressPart)
        hidden = [part for part in _MAY_BE_HIDDEN if not profile.shows(part)]
        return cls(shop, tuple(part for part in declared if part not in hidden))

    @property
    def shows(self) -> tuple[str, ...]:
        """Give the parts by the names that pages have for them."""
        return tuple(name for part in self.parts for name in _NAMES.get(part, (part,)))

    @property
    def labels(self) -> tuple[str, ...]:
        """Give what the settings say of its labels, () for the stock ones."""
        return self.shop.address_labels

    @property
    def labels_or_stock(self) -> tuple[str, ...]:
        """Give its labels, those of the stock template where the settings say nothing."""
        return self.labels or STOCK_LABELS

    def lines(self, shown: Iterable[str], labels: Iterable[str]) -> list[str]:
        """Say which lines of the settings would declare what a box has shown."""
        seen = set(shown)
        parts = [part for part in get_args(AddressPart) if seen.issuperset(_NAMES.get(part, (part,)))]
        return [
            self.shop.line("address_shows", _listed(parts)),
            self.shop.line("address_labels", _listed(labels)),
        ]

    def question(self, found: Iterable[Difference]) -> str:
        """Ask whether the template leaves out what a box lacks, or adds what it shows beside; "" for wrong values.

        A scenario is held to what is declared: to go by what a box shows would let a lost value pass.
        """
        parts = [
            each.field
            for each in found
            if each.what.endswith(_BOXES) and "nothing" in (each.seen, each.expected)
        ]
        if not parts:
            return ""
        return (
            f"Is the address template set otherwise than said ({PATH}, {PLACE})? If that is wanted, "
            f"`python -m harness.preflight --shop {self.shop.choice} --try` prints the lines that declare it."
        )

    def advice(self, shown: Iterable[str], labels: Iterable[str]) -> str:
        """Say where the template stands in the admin, and what to write if it is wanted so."""
        return f"If the template is wanted so ({PATH}, {PLACE}), {' and '.join(self.lines(shown, labels))}."


def _listed(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)
