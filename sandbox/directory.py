"""Countries and their regions, with Magento's ids and names, as the shop's own endpoint tells them.

`data/country-names` has the names by locale, as ICU gives them: German as recorded, French out of CLDR 49 through
Babel, whose German names are the recorded ones, all 248.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from sandbox.languages import translate
from sandbox.settings import Place, Settings
from sandbox.stores import ENGLISH_LOCALE, StoreView
from sandbox.versions import MagentoVersion

DATA = Path(__file__).parent / "data"
NAMES = DATA / "country-names"


@dataclass(frozen=True)
class Region:
    """A region of a country that has a list of them."""

    id: int
    code: str
    name: str
    country_id: str


class Directory:
    """The countries of one release."""

    def __init__(self, version: MagentoVersion, settings: Settings) -> None:
        self._version = version
        self._settings = settings

    def countries(self, store: StoreView) -> list[dict[str, Any]]:
        """List the countries that a store view sells to as the REST endpoint does, named in its language."""
        return [
            self._named(country, store)
            for country_id, country in self._english.items()
            if self.is_allowed(country_id, store)
        ]

    def is_allowed(self, country_id: str, place: Place) -> bool:
        """Tell whether a store view or a website sells to a country; out of the box it does to all."""
        allowed = self._settings.codes("general/country/allow", place)
        return country_id in self._english and (not allowed or country_id in allowed)

    def country(self, country_id: str, store: StoreView) -> dict[str, Any] | None:
        """Find one country, as the REST endpoint of a store view tells it."""
        country = self._english.get(country_id)
        return country and self._named(country, store)

    def country_name(self, country_id: str, store: StoreView) -> str:
        """Name a country in the locale of a store view; an unknown one has no name."""
        country = self.country(country_id, store)
        return str(country["full_name_locale"]) if country else ""

    def has_regions(self, country_id: str) -> bool:
        """Tell whether a country has a list of regions, or leaves them to free text."""
        return any(region.country_id == country_id for region in self._regions.values())

    def regions(self) -> list[Region]:
        """List the regions of every country."""
        return list(self._regions.values())

    def region(self, region_id: int, country_id: str | None = None) -> Region | None:
        """Find a region by its id, of a certain country where one is named."""
        region = self._regions.get(region_id)
        return region if region and country_id in (None, region.country_id) else None

    @cached_property
    def _english(self) -> dict[str, dict[str, Any]]:
        return _read(f"countries-{self._version.countries}.json")

    def _named(self, country: dict[str, Any], store: StoreView) -> dict[str, Any]:
        """Write a country's names: the locale's own, and the English one, which a language pack translates."""
        if store.locale == ENGLISH_LOCALE or not country["full_name_locale"]:
            return country
        return {
            **country,
            "full_name_locale": _names(store.locale)[country["id"]],
            "full_name_english": translate(country["full_name_english"], store.language),
        }

    @cached_property
    def _regions(self) -> dict[int, Region]:
        return {
            int(region["id"]): Region(int(region["id"]), region["code"], region["name"], country_id)
            for country_id, country in self._english.items()
            for region in country.get("available_regions", ())
        }


def _read(name: str) -> dict[str, dict[str, Any]]:
    return {country["id"]: country for country in json.loads((DATA / name).read_text(encoding="utf-8"))}


@cache
def _names(locale: str) -> dict[str, str]:
    named: dict[str, str] = json.loads((NAMES / f"{locale[:2]}.json").read_text(encoding="utf-8"))
    return named
