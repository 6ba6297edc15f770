"""Pages of a table that has grown too long for one, with Magento's numbers and its way to ask for them."""

from collections.abc import Mapping, Sequence
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

    @property
    def amount(self) -> str:
        """What the page says about how many rows there are."""
        if len(self.pages) > 1:
            return f"Items {self.offset + 1} to {self.offset + len(self.shown)} of {len(self.rows)} total"
        return "1 Item" if len(self.rows) == 1 else f"{len(self.rows)} Item(s)"


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
