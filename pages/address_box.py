"""One place where a page shows an address, and the texts that an address is shown with."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from playwright.sync_api import Locator, expect

from api.comparison import Difference
from api.models import Country
from api.new_customer import NewAddress
from pages.shown_text import ShownText

PARTS = (
    "first name",
    "last name",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "telephone",
    "company",
    "prefix",
    "middle name",
    "suffix",
    "fax",
    "VAT number",
)
"""What a template may show of an address; the stock one shows all that the shop does not hide."""


@dataclass(frozen=True)
class Part:
    """A text that an address is shown with, and what it is of the address."""

    name: str
    text: str


@dataclass(frozen=True)
class AddressBox:
    """A box with an address; `name` is what the shop calls it, `none` what it shows in its place.

    `labels` are the texts that its template adds, such as "T:", and `shows` the parts that it shows, by their names.
    """

    name: str
    address: Locator
    none: Locator
    labels: tuple[str, ...] = ()
    shows: tuple[str, ...] = PARTS

    def differences(self, expected: NewAddress, country: Country) -> list[Difference]:
        """List what of `expected` the box does not show, and what it shows beside it.

        A shop's address template decides on order and decoration. So each part is searched as a whole, the
        longest first, and takes the place where it is found; only labels and decoration may be left over.
        """
        expect(self.address, f"the {self.name} is missing").to_be_visible()
        shown = ShownText(self.address.inner_text())
        parts = [part for part in address_parts(expected, country) if part.name in self.shows]
        longest_first = sorted(parts, key=lambda part: len(part.text), reverse=True)
        lost = [part for part in longest_first if not shown.take(part.text)]
        for label in self.labels:
            shown.take(label)
        return [
            Difference(self.name, *reported) for reported in _reported(_as_person(lost, parts), shown.rest())
        ]

    def learnt(self, sent: NewAddress, country: Country) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the parts of `sent` that the box shows whole, by their names, and what else it shows: labels."""
        expect(self.address, f"the {self.name} is missing").to_be_visible()
        return learnt(self.address.inner_text(), sent, country)


def learnt(text: str, sent: NewAddress, country: Country) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the parts of `sent` that a box's text shows whole, by their names, and what else it shows: labels."""
    shown = ShownText(text)
    parts = sorted(address_parts(sent, country), key=lambda part: len(part.text), reverse=True)
    found = {part: shown.take(part.text) for part in parts}
    lost = {part.name for part, is_there in found.items() if not is_there}
    names = {part.name for part in parts} - lost
    return tuple(name for name in PARTS if name in names), tuple(shown.rest())


def address_parts(address: NewAddress, country: Country) -> list[Part]:
    """Give the texts that a storefront shows of an address, in its order; what is not set is left out."""
    parts = [
        ("first name", address.firstname),
        ("last name", address.lastname),
        ("company", address.company),
        *(("street", line) for line in address.street),
        ("city", address.city),
        ("region", address.region.region),
        ("postcode", address.postcode),
        ("country", country.full_name_locale),
        ("telephone", address.telephone),
        ("prefix", address.prefix),
        ("middle name", address.middlename),
        ("suffix", address.suffix),
        ("fax", address.fax),
        ("VAT number", address.vat_id),
    ]
    return [Part(name, " ".join(text.split())) for name, text in parts if text]


def _as_person(lost: list[Part], parts: list[Part]) -> list[Part]:
    """Give what is lost in the address's order; where both names are, they are one person."""
    in_order = [part for part in parts if part in lost]
    first, last = parts[:2]
    if first in lost and last in lost:
        return [Part("person", f"{first.text} {last.text}"), *in_order[2:]]
    return in_order


def _reported(lost: list[Part], rest: list[str]) -> list[tuple[str, str, str]]:
    """Tell each lost part with the piece that stands in its place, and every other piece."""
    seen = _closest(lost, rest)
    others = [piece for at, piece in enumerate(rest) if at not in seen.values()]
    reported = [
        (part.name, part.text, rest[seen[at]] if at in seen else "nothing") for at, part in enumerate(lost)
    ]
    return [*reported, *(("beside it", "nothing", piece) for piece in others)]


def _closest(lost: list[Part], rest: list[str]) -> dict[int, int]:
    """Find for each lost part the piece that is most like it; as many pieces as parts stand in their order."""
    if len(lost) == len(rest):
        return dict(enumerate(range(len(rest))))
    found: dict[int, int] = {}
    pairs = product(range(len(lost)), range(len(rest)))
    for part, piece in sorted(pairs, key=lambda pair: -_likeness(lost[pair[0]].text, rest[pair[1]])):
        if part not in found and piece not in found.values():
            found[part] = piece
    return found


def _likeness(text: str, other: str) -> float:
    return SequenceMatcher(None, text, other).ratio()
