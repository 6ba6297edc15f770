"""Which shop a run is about, and its settings: variables before the file .env before shops.toml.

Every shop has variables of its own (STAGING_..., QA_...), so that one shop's secrets never go to another.
Whatever is missing, wrong, unknown or in the wrong place is named at once.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from harness.shop.setting_problems import Places
from harness.shop.shop import EMBEDDED, NAMELESS, PROJECT, SHOPS, Shop, prefix

_Sections = Mapping[str, Mapping[str, Any]]
"""The settings in shops.toml, by the name of their shop."""


class WrongSettingsError(Exception):
    """Settings are missing or wrong; the message names each by its variable or its key in shops.toml."""


def read_shop(choice: str | None, folder: Path = PROJECT) -> Shop | None:
    """Give the shop to test, or None for the embedded store; `folder` holds .env and shops.toml.

    `choice` is the value of --shop: "embedded", the name of a section of shops.toml, a shop's URL (which
    then stands in for SHOP_BASE_URL), or None, which leaves it to SHOP_BASE_URL. Raises WrongSettingsError
    with every setting that is missing or wrong.
    """
    settings = _Settings.chosen(choice, folder)
    if settings is None:
        return None
    if choice and "://" in choice:
        return settings.shop(base_url=choice)
    return settings.shop()


def read_own(choice: str | None, folder: Path = PROJECT) -> str | None:
    """Give what the chosen shop's setting `own` says, whatever its other settings are: a list needs no secrets.

    `choice` and `folder` are those of `read_shop`. Raises WrongSettingsError where there is no such shop.
    """
    settings = _Settings.chosen(choice, folder)
    return settings.value("own") if settings else None


class _ReadShop(Shop, BaseSettings):
    """A shop as pydantic-settings reads it; what is no setting is left to `Places` to name."""

    model_config = SettingsConfigDict(enable_decoding=False, extra="ignore")


_from_sources: Callable[..., Shop] = _ReadShop
"""The same class; of its arguments mypy knows the fields alone."""


@dataclass(frozen=True)
class _Settings:
    """One shop's settings: where pydantic-settings takes them from, and where each of them stands."""

    places: Places
    sources: tuple[PydanticBaseSettingsSource, ...]
    """The first that has a setting gives it."""

    @classmethod
    def chosen(cls, choice: str | None, folder: Path) -> "_Settings | None":
        """Give the settings of the shop that --shop chooses, None for the embedded store."""
        if choice == EMBEDDED:
            return None
        try:
            sections = _sections(folder)
            settings = cls.read(choice if choice and choice in sections else NAMELESS, folder, sections)
        except (ValueError, OSError) as error:
            raise WrongSettingsError(f"{SHOPS} or .env cannot be read: {error}.") from None
        if choice is None:
            return settings if settings.places.hold("base_url") else None
        if "://" not in choice and choice not in sections:
            raise WrongSettingsError(
                f"There is no shop {choice} in {SHOPS}: it names {', '.join(sections) or 'none yet'}. Add a "
                f"section [{choice}], or give an address that begins with https://."
            )
        return settings

    @classmethod
    def read(cls, name: str, folder: Path, sections: _Sections) -> "_Settings":
        """Look into the environment, .env and the shop's section; what is another shop's is left out."""
        env = EnvSettingsSource(_ReadShop, env_prefix=prefix(name))
        dotenv = DotEnvSettingsSource(
            _ReadShop, env_file=folder / ".env", env_file_encoding="utf-8", env_prefix=prefix(name)
        )
        others = [shop for shop in sections if len(prefix(shop)) > len(prefix(name))]
        for source in (env, dotenv):
            source.env_vars = _own(source.env_vars, name, others)
        section = dict(sections.get(name, {}))
        places = Places(
            shop=name,
            environment=_fields(env.env_vars, name),
            dotenv=_fields(dotenv.env_vars, name),
            section=tuple(section),
        )
        return cls(places, (env, dotenv, InitSettingsSource(_ReadShop, section)))

    def value(self, field: str) -> Any:
        """Give what one setting says, unchecked, None where it is not set."""
        return next((values[field] for source in self.sources if field in (values := source())), None)

    def shop(self, **given: str) -> Shop:
        """Give the shop as its settings describe it, `given` before them all."""
        problems = list(self.places.problems())
        first = InitSettingsSource(_ReadShop, {"name": self.places.shop, **given})
        try:
            shop = _from_sources(_build_sources=((first, *self.sources), {}))
        except ValidationError as error:
            problems += [self.places.wrong(str(e["loc"][0]), e["type"], e["msg"]) for e in error.errors()]
        if problems:
            raise WrongSettingsError(
                f"{'; '.join(problems)}. Variables are set in the environment or in the file .env beside "
                "README.md."
            )
        return shop


def _own(variables: Mapping[str, str | None], name: str, others: list[str]) -> dict[str, str | None]:
    """Keep the variables of this shop that are not empty: qa's QA_..., but not QA_EU_..., which are qa-eu's."""
    foreign = tuple(prefix(shop).lower() for shop in others)
    return {
        variable: value
        for variable, value in variables.items()
        if value and variable.startswith(prefix(name).lower()) and not variable.startswith(foreign)
    }


def _fields(variables: Mapping[str, str | None], name: str) -> tuple[str, ...]:
    return tuple(variable.removeprefix(prefix(name).lower()) for variable in variables)


def _sections(folder: Path) -> _Sections:
    """Read shops.toml; where there is none it holds nothing."""
    path = folder / SHOPS
    shops = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
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
    return shops
