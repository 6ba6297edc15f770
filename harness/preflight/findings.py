"""Everything that can be found in the way of a run: what is said, what still runs, and with which code a run ends.

The preflight, docs/findings.md and the tests read one table, findings.toml; `python -m tools.findings_page` writes
the page anew, and a test sees that it was.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.finding import Finding, Leaves
from harness.shop.shop import EMBEDDED, SETTINGS, Shop, prefix

_OF_THE_EMBEDDED_STORE = (
    "This is the embedded store, which has no settings: see what --sandbox asks of it, and what stands between "
    "this machine and itself."
)

_TABLE = Path(__file__).with_name("findings.toml")


@dataclass(frozen=True)
class Kind:
    """One thing that can be found, as findings.toml describes it.

    `looked_at` is what is examined; problem and hint hold fields in braces, as `str.format` takes them. The rest is
    as in Finding.
    """

    looked_at: str
    problem: str
    hint: str
    leaves: Leaves
    exit_code: int | None = None
    passes: bool = False

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Kind":
        """Read a section of the file; a key that no kind has is a TypeError."""
        return cls(**{**table, "leaves": Leaves(table["leaves"])})

    @property
    def sentence(self) -> str:
        """Give problem and hint in one, with their fields."""
        return f"{self.problem} {self.hint}".strip()


FINDINGS: Mapping[str, Kind] = {
    id_: Kind.of(table) for id_, table in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()
}
"""What can be found, by id, in the order in which it is looked for."""


def finding(id_: str, shop: Shop | None = None, **seen: object) -> Finding:
    """Give the finding of this id, filled with the shop's variables and with what was seen."""
    kind = FINDINGS[id_]
    settings = {field.upper(): shop.variable(field) for field in SETTINGS} if shop else {}
    known = {field: getattr(shop, field) for field in ("base_url", "store_code")} if shop else {}
    fields = {**settings, **known, **seen}
    hint = kind.hint.format_map(fields)
    if shop and shop.name == EMBEDDED and _names_a_setting(hint):
        hint = _OF_THE_EMBEDDED_STORE
    return Finding(
        id=id_,
        problem=_capitalised(kind.problem.format_map(fields)),
        hint=_capitalised(hint),
        leaves=kind.leaves,
        exit_code=kind.exit_code,
        passes=kind.passes,
    )


def _names_a_setting(hint: str) -> bool:
    return prefix(EMBEDDED) in hint or f"[{EMBEDDED}]" in hint


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
