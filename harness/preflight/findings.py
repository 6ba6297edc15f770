"""Everything that can be found in the way of a run: what is said, what still runs, and with which code a run ends.

The doctor, the gate of a run, the page docs/staging.md and the tests read one table, findings.toml; `python -m
harness.preflight.findings` writes it into the page anew, and a test sees that it was.
"""

import re
import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from harness.shop.shop import PROJECT, SETTINGS, Shop, variable

PAGE = PROJECT / "docs" / "staging.md"

_TABLE = Path(__file__).with_name("findings.toml")
_BEGIN, _END = (
    "<!-- Written by `python -m harness.preflight.findings` from findings.toml. -->",
    "<!-- End of the table. -->",
)


class Remains(StrEnum):
    """What a finding leaves to be run."""

    NOTHING = "nothing"
    REST = "rest"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Kind:
    """One thing that can be found, as findings.toml describes it.

    `looked_at` is what is examined, `exit_code` the run's, None for a mere warning.
    """

    looked_at: str
    sentence: str
    remains: Remains
    exit_code: int | None = None
    passes: bool = False

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Kind":
        """Read a section of the file; a key that no kind has is a TypeError."""
        return cls(**{**table, "remains": Remains(table["remains"])})


FINDINGS: Mapping[str, Kind] = {
    name: Kind.of(table) for name, table in tomllib.loads(_TABLE.read_text(encoding="utf-8")).items()
}
"""What can be found, by name, in the order in which it is looked for."""


@dataclass(frozen=True)
class Finding:
    """Something found in the way of a run; `text` is the sentence to tell."""

    name: str
    text: str

    @classmethod
    def of(cls, name: str, shop: Shop | None = None, **seen: object) -> "Finding":
        """Fill the sentence of this name with the shop's variables and with what was seen."""
        settings = {field.upper(): shop.variable(field) for field in SETTINGS} if shop else {}
        known = {field: getattr(shop, field) for field in ("base_url", "store_code")} if shop else {}
        sentence = FINDINGS[name].sentence.format_map({**settings, **known, **seen})
        return cls(name, sentence[:1].upper() + sentence[1:])

    @property
    def kind(self) -> Kind:
        """Give what the table says of it."""
        return FINDINGS[self.name]


def markdown() -> str:
    """Write the table as the page shows it, for a shop of the name staging."""
    head = "| looked at | what is found, and what to do | what still runs | exit code |"
    return "\n".join([head, "|---|---|---|---|", *_rows()])


def written_anew(page: str) -> str:
    """Give the page with the table of now between its two comments."""
    between = rf"{re.escape(_BEGIN)}.*?{re.escape(_END)}"
    table = f"{_BEGIN}\n\n{markdown()}\n\n{_END}"
    return re.sub(between, lambda _: table, page, flags=re.DOTALL)


def _rows() -> Iterator[str]:
    for kind in FINDINGS.values():
        remains = "the REST scenarios" if kind.remains is Remains.REST else kind.remains.value
        yield f"| {kind.looked_at} | {_shown(kind.sentence)} | {remains} | {kind.exit_code or 'warning'} |"


def _shown(sentence: str) -> str:
    """Show variables as those of staging, and what was seen by its name."""
    fields = {field for _, field, _, _ in string.Formatter().parse(sentence) if field}
    shown = {
        field: f"`{variable('staging', field)}`" if field.isupper() else f"*{field.replace('_', ' ')}*"
        for field in fields
    }
    sentence = sentence.format_map(shown)
    return sentence[:1].upper() + sentence[1:]


if __name__ == "__main__":
    PAGE.write_text(written_anew(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
