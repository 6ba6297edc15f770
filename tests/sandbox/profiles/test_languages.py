"""What a locale changes without a language pack, and with one: names of countries, then sentences too."""

import csv
import json
import re
from pathlib import Path

import pytest

from sandbox.configuration import Configuration
from sandbox.languages import LANGUAGES, PHRASES
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.profiles.page_reader import PageReader, script_texts, texts
from tests.sandbox.storefront.running_store import oak_avenue

RECORDED = Path(__file__).parents[1] / "recordings" / "countries-2.4.8-de.json"
PLACEHOLDERS = re.compile(r"%\w+|\{\w*\}|<a href=\"\{\}\">|</a>")
SOURCES = {"recorded", "measured", "community pack", "invented"}
WRONG = "The account sign-in was incorrect or your account is disabled temporarily."
TRANSLATED = {
    "de": "Die Anmeldung des Kontos war falsch",
    "fr": "La connexion au compte est incorrecte ou votre compte est temporairement désactivé.",
}


def fr(*packs: str, magento: str = "2.4.8") -> Configuration:
    """Give a store whose us store view is French."""
    return Configuration(magento=magento, locales={"us": "fr_FR"}, language_packs=frozenset(packs))


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_the_countries_in_german_are_the_recorded_ones(wear: Wear) -> None:
    """All 249, with the pack's names in place of two English ones."""
    answer = wear().as_admin().get("de/V1/directory/countries").json
    assert answer == json.loads(RECORDED.read_text(encoding="utf-8"))


def test_a_locale_without_a_pack_changes_countries_alone(magento: str) -> None:
    """On pages and over REST; the page says that it is French, and its sentences stay English."""
    jane = PageReader(fr(magento=magento))
    jane.is_customer(oak_avenue())
    page = jane.get("customer/address")
    assert '<html lang="fr">' in page
    assert "<title>Address Book</title>" in page
    assert re.search(r"<address>.*États-Unis.*</address>", page, re.DOTALL)
    [country] = [one for one in jane.shop.directory.countries(jane.shop.stores.views[2]) if one["id"] == "DE"]
    assert (country["full_name_locale"], country["full_name_english"]) == ("Allemagne", "Germany")


@pytest.mark.parametrize("magento", ["2.4.1"], indirect=True)
def test_german_without_a_pack(wear: Wear) -> None:
    """The releases that were recorded without one name countries in German, and refuse in English."""
    guest = wear(locales={"us": "de_DE"})
    refused = guest.ask_token("nobody@example.com")
    assert refused.json["message"].startswith(WRONG)
    countries = {one["id"]: one for one in guest.as_admin().get("us/V1/directory/countries").json}
    assert countries["US"]["full_name_locale"] == "Vereinigte Staaten"
    assert countries["US"]["full_name_english"] == "United States"


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_pack_speaks_over_rest(wear: Wear, language: str) -> None:
    """In the store view's own language, in no other's; placeholders stay as they are."""
    locale = {"de": "de_DE", "fr": "fr_FR"}[language]
    guest = wear(locales={"us": locale}, language_packs=frozenset({language}))
    assert guest.ask_token("nobody@example.com").json["message"].startswith(TRANSLATED[language])
    assert guest.ask_token("nobody@example.com", scope="default").json["message"].startswith(WRONG)
    assert "%resources" in guest.get("us/V1/customers/me").json["message"]
    configs = {one["code"]: one["locale"] for one in guest.as_admin().get("V1/store/storeConfigs").json}
    assert configs["us"] == locale


def test_a_pack_speaks_on_pages() -> None:
    """Titles, links, boxes, and the message of a refused sign-in."""
    jane = PageReader(fr("fr"))
    page = jane.enter("nobody@example.com", "Wrong-Password1")
    assert texts(page, r"<title>(.*?)</title>") == ["Connexion client"]
    assert TRANSLATED["fr"].split(" ", maxsplit=1)[0] in jane.messages()
    jane.is_customer(oak_avenue(default=False))
    page = jane.get("customer/address")
    assert texts(page, r'<div class="box box-billing-address">.*?<p>(.*?)</p>') == [
        "Votre carnet d’adresses ne contient pas d’adresse de facturation par défaut."
    ]
    assert script_texts(page)["Welcome, %1!"] == "Bienvenue, %1 !"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_phrases(language: str) -> None:
    """Each phrase once, with its source, and with the same placeholders in translation."""
    with (PHRASES / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    phrases = [row["phrase"] for row in rows]
    assert len(phrases) == len(set(phrases))
    for row in rows:
        assert row["source"] in SOURCES, row
        assert sorted(PLACEHOLDERS.findall(row["phrase"])) == sorted(
            PLACEHOLDERS.findall(row["translation"])
        ), row
    if language == "fr":
        assert {row["source"] for row in rows} == {"invented"}
