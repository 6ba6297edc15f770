"""The files that settings stand in: .env with variables, and shops.toml with a section for each shop."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from harness.shop.shop import NAMELESS, prefix

EMBEDDED = "embedded"
"""The value of --shop that names the embedded store."""

SHOPS = "shops.toml"


class WrongSettingsError(Exception):
    """Settings are missing or wrong; the message names each by its variable or its key in shops.toml."""


@dataclass(frozen=True)
class SettingsFiles:
    """What stands in .env and in shops.toml, for whatever shop."""

    folder: Path
    dotenv: Mapping[str, str | None]
    shops: Mapping[str, Mapping[str, Any]]

    @classmethod
    def read(cls, folder: Path) -> "SettingsFiles":
        """Read both files; one that is not there holds nothing."""
        try:
            path = folder / SHOPS
            shops = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
            dotenv = dotenv_values(folder / ".env", encoding="utf-8")
        except (ValueError, OSError) as error:
            raise WrongSettingsError(f"{SHOPS} or .env cannot be read: {error}.") from None
        _check_names(shops)
        return cls(folder, dotenv, shops)


def _check_names(shops: Mapping[str, Any]) -> None:
    """See that each entry of shops.toml is a section, and that its variables are no other shop's."""
    prefixes = [prefix(name) for name in shops]
    for name, section in shops.items():
        if not isinstance(section, dict) or name in {EMBEDDED, NAMELESS}:
            raise WrongSettingsError(
                f"{SHOPS} holds sections, one a shop, each under a name of its own such as [staging]; "
                f"{name} is none."
            )
        if prefixes.count(prefix(name)) > 1:
            raise WrongSettingsError(
                f"Several shops in {SHOPS} would share the variables {prefix(name)}...: rename one of them."
            )
