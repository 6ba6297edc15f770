"""The table of defects: what is played against each, what has to be red, and with which sentence."""

import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tools.configured.rows import Row as Shop
from tools.configured.rows import read_rows as read_shops
from tools.coverage import scenario_titles

_TABLE = Path(__file__).with_name("table.toml")

STOCK = "--second-us-store-view"
"""What a store is started with unless a row says otherwise: a second store view in the US website."""


@dataclass(frozen=True)
class Row:
    """One defect of the table, its fields as the file's head explains them."""

    name: str
    red: Mapping[str, str]
    also: tuple[str, ...] = ()
    store: str = STOCK
    set: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    configured: str = ""
    together: str = ""

    @property
    def ids(self) -> list[str]:
        """Give the scenarios that are played and have to be red, by id."""
        return sorted({*self.red, *self.also})


@dataclass(frozen=True)
class Table:
    """The rows, and why each scenario that none of them turns red is unproven."""

    rows: tuple[Row, ...]
    unproven: Mapping[str, str]

    @classmethod
    def read(cls) -> "Table":
        """Read the table; a key that no row has is a TypeError, a name that is unknown a KeyError."""
        table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
        shops = {row.name: row for row in read_shops()}
        rows = (_row(each) for each in table["defect"])
        return cls(
            tuple(_set_as(row, shops[row.configured]) if row.configured else row for row in rows),
            table["unproven"],
        )

    @property
    def played(self) -> list[str]:
        """Give every scenario that pytest plays: an outline is played by its rows."""
        ids = scenario_titles()
        outlines = {id_.partition(".")[0] for id_ in ids if "." in id_}
        return [id_ for id_ in ids if id_ not in outlines]

    def without_proof(self) -> list[str]:
        """Give the ids of the scenarios, and rows of outlines, that no defect of the table turns red."""
        proven = {id_ for row in self.rows for id_ in row.ids}
        return [id_ for id_ in self.played if id_ not in proven and id_.partition(".")[0] not in proven]

    def reason(self, id_: str) -> str:
        """Give why a scenario is unproven, an outline's for all of its rows; raises KeyError without a reason."""
        return self.unproven.get(id_) or self.unproven[id_.partition(".")[0]]


def _row(said: Mapping[str, Any]) -> Row:
    return Row(**{**said, "also": tuple(said.get("also", ()))})


def _set_as(row: Row, shop: Shop) -> Row:
    """Set a defect's store as the table of shops that are set otherwise has it."""
    return replace(
        row,
        store=shlex.join(shop.options),
        set=dict(setting.split("=", 1) for setting in shop.set),
        variables=shop.variables(),
    )
