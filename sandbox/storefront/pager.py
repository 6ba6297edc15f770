"""Pages of a table that has grown too long for one, with Magento's numbers and its way to ask for them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LIMITS = (10, 20, 50)


@dataclass(frozen=True)
class Pager:
    """One page out of many rows."""

    rows: Sequence[Any]
    limit: int
    page: int
    limits: tuple[int, ...] = LIMITS

    @classmethod
    def of(cls, rows: Sequence[Any], query: Mapping[str, str]) -> "Pager":
        """Choose the page that the address asks for: `p` is its number, `limit` how many rows it may have."""
        limit = _number(query.get("limit"))
        limit = limit if limit in LIMITS else LIMITS[0]
        last = max(1, -(-len(rows) // limit))
        return cls(rows, limit, min(max(_number(query.get("p")), 1), last))

    @property
    def pages(self) -> range:
        """The numbers of all pages."""
        return range(1, max(1, -(-len(self.rows) // self.limit)) + 1)

    @property
    def shown(self) -> Sequence[Any]:
        """The rows of this page."""
        return self.rows[self.offset : self.offset + self.limit]

    @property
    def offset(self) -> int:
        """How many rows stand on earlier pages."""
        return (self.page - 1) * self.limit

    def amount(self, translate: Callable[[str], str]) -> str:
        """Say how many rows there are, in the page's language."""
        if len(self.pages) > 1:
            phrase = "Items %1 to %2 of %3 total"
            numbers = [self.offset + 1, self.offset + len(self.shown), len(self.rows)]
        else:
            phrase = "%1 Item" if len(self.rows) == 1 else "%1 Item(s)"
            numbers = [len(self.rows)]
        text = translate(phrase)
        for place, number in enumerate(numbers, 1):
            text = text.replace(f"%{place}", str(number))
        return text


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
