"""Which shop a run is about, and its settings: variables before the file .env before shops.toml.

Every shop has variables of its own (STAGING_..., QA_...), so that one shop's secrets never go to another.
Whatever is missing, wrong, unknown or in the wrong place is told at once.
"""

import difflib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from harness.shop.settings_files import EMBEDDED, SHOPS, SettingsFiles, WrongSettingsError
from harness.shop.shop import NAMELESS, PROJECT, SECRETS, SETTINGS, Shop, prefix, variable

__all__ = ["EMBEDDED", "WrongSettingsError", "real_shop"]

_TOKEN = ("admin_token",)
_USER = ("admin_username", "admin_password")
_TWO_FACTOR = "admin_totp_secret"
_INTEGRATION = (
    "oauth_consumer_key",
    "oauth_consumer_secret",
    "oauth_access_token",
    "oauth_access_token_secret",
)
_BASIC_AUTH = ("basic_auth_username", "basic_auth_password")


def real_shop(choice: str | None, folder: Path = PROJECT) -> Shop | None:
    """Give the shop to test, or None for the embedded store; `folder` holds .env and shops.toml.

    `choice` is the value of --shop: "embedded", the name of a section of shops.toml, a shop's address (which
    then stands in for SHOP_BASE_URL), or None, which leaves it to SHOP_BASE_URL. Raises WrongSettingsError
    with every setting that is missing or wrong.
    """
    if choice == EMBEDDED:
        return None
    files = SettingsFiles.read(folder)
    if choice is None:
        nameless = _Sources.of(NAMELESS, files)
        return nameless.shop() if nameless.holds("base_url") else None
    if "://" in choice:
        return _Sources.of(NAMELESS, files).shop(base_url=choice)
    if choice not in files.shops:
        raise WrongSettingsError(
            f"There is no shop {choice} in {SHOPS}: it names {', '.join(files.shops) or 'none yet'}. Add a "
            f"section [{choice}], or give an address that begins with https://."
        )
    return _Sources.of(choice, files).shop()


@dataclass(frozen=True)
class _Sources:
    """Where one shop's settings stand, by the field that each sets."""

    name: str
    folder: Path
    environment: Mapping[str, str]
    dotenv: Mapping[str, str]
    section: Mapping[str, Any]

    @classmethod
    def of(cls, name: str, files: SettingsFiles) -> "_Sources":
        """Take from the environment and the files what is this shop's."""
        others = tuple(prefix(shop) for shop in files.shops if len(prefix(shop)) > len(prefix(name)))

        def own(variables: Mapping[str, str | None]) -> dict[str, str]:
            upper = {key.upper(): value for key, value in variables.items() if value}
            return {
                key.removeprefix(prefix(name)).lower(): value
                for key, value in upper.items()
                if key.startswith(prefix(name)) and not key.startswith(others)
            }

        return cls(name, files.folder, own(os.environ), own(files.dotenv), files.shops.get(name, {}))

    def holds(self, field: str) -> bool:
        """Tell whether the field is set anywhere."""
        return any(field in source for source in (self.environment, self.dotenv, self.section))

    def shop(self, **given: str) -> Shop:
        """Give the shop as its settings describe it, `given` before them all."""
        problems = [*self._strangers(), *self._misplaced_secrets(), *self._incomplete()]
        try:
            shop = _reader(self)(name=self.name, **given)
        except ValidationError as error:
            problems += [self._wrong(str(e["loc"][0]), e["type"], e["msg"]) for e in error.errors()]
        if problems:
            raise WrongSettingsError(
                f"{'; '.join(problems)}. Variables are set in the environment or in the file .env beside "
                "README.md."
            )
        return shop

    def _wrong(self, field: str, kind: str, message: str) -> str:
        if kind == "missing":
            return f"{self._variable(field)} is missing"
        in_section = field in self.section and not (field in self.environment or field in self.dotenv)
        place = self._key(field) if in_section else self._variable(field)
        return f"{place} is wrong: {message.removeprefix('Value error, ')}"

    def _strangers(self) -> Iterator[str]:
        """Name what sets nothing; of the environment, which is not ours, what looks like a mistyped name."""
        for place, source in ((self._variable, self.dotenv), (self._key, self.section)):
            for field in source:
                if field not in SETTINGS:
                    yield _unknown(place(field), [place(close) for close in _close(field)])
        for field in self.environment:
            if field not in SETTINGS and field not in self.dotenv and _close(field):
                yield _unknown(self._variable(field), [self._variable(close) for close in _close(field)])

    def _misplaced_secrets(self) -> Iterator[str]:
        for field in self.section:
            if field in SECRETS:
                yield f"{self._key(field)} is a secret: set {self._variable(field)} instead"

    def _incomplete(self) -> Iterator[str]:
        """Name what is missing of pairs and fours, and see that there is one way to let the merchant in."""
        user = (*_USER, _TWO_FACTOR)
        begun = [way for way in (_TOKEN, user, _INTEGRATION) if any(map(self.holds, way))]
        if not begun:
            names = [" and ".join(map(self._variable, way)) for way in (_USER, _TOKEN, _INTEGRATION)]
            yield f"no admin access is set: set {names[0]}, or {names[1]}, or an integration's {names[2]}"
        elif len(begun) > 1:
            names = [self._variable(field) for way in begun for field in way if self.holds(field)]
            yield f"more than one admin access is set by {', '.join(names)}: keep one"
        else:
            yield from self._missing(_USER if begun[0] == user else begun[0])
        if any(map(self.holds, _BASIC_AUTH)):
            yield from self._missing(_BASIC_AUTH)

    def _missing(self, fields: tuple[str, ...]) -> Iterator[str]:
        return (f"{self._variable(field)} is missing" for field in fields if not self.holds(field))

    def _variable(self, field: str) -> str:
        return variable(self.name, field)

    def _key(self, field: str) -> str:
        return f"{field} under [{self.name}] in {SHOPS}"


def _close(field: str) -> list[str]:
    return difflib.get_close_matches(field, SETTINGS, n=1, cutoff=0.8)


def _unknown(place: str, close: list[str]) -> str:
    return f"{place} is unknown" + "".join(f", is {name} meant?" for name in close)


def _reader(sources: _Sources) -> Callable[..., Shop]:
    """Make the class that reads a shop from its sources; what is unknown there was found before."""

    class ReadShop(Shop, BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=prefix(sources.name),
            env_file=sources.folder / ".env",
            env_file_encoding="utf-8",
            env_ignore_empty=True,
            enable_decoding=False,
            dotenv_filtering="only_existing",
            extra="ignore",
        )

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  no shop has any
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            section = InitSettingsSource(settings_cls, dict(sources.section))
            return init_settings, env_settings, dotenv_settings, section

    return ReadShop
