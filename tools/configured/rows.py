"""The table of shops: how each is set, what the suite makes of it, and the fault that must be red there."""

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).with_name("matrix.toml")


@dataclass(frozen=True)
class Row:
    """One shop of the table, its fields as the file's head explains them."""

    name: str
    place: str
    run: list[str]
    defect: str
    red: list[str]
    set: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    def store_options(self, *, with_defect: bool) -> list[str]:
        """Give the options of the embedded store that is set so."""
        said = [option for setting in self.set for option in ("--set", setting)]
        return [*said, *self.options, *(["--defect", self.defect] if with_defect else [])]

    def variables(self) -> dict[str, str]:
        """Give the settings as variables of the nameless shop."""
        return {
            f"SHOP_{name.upper()}": value if isinstance(value, str) else json.dumps(value)
            for name, value in self.settings.items()
        }


def read_rows() -> list[Row]:
    """Read the table; a key that no row has is a TypeError."""
    return [Row(**each) for each in tomllib.loads(_TABLE.read_text(encoding="utf-8"))["row"]]
