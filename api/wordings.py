"""Magento's messages by the reason of a refusal that they tell, a file of data for each language: languages/*.toml.

A language without a file is no fault of a shop's. Its refusals are known by their status, parameters and fields.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("languages")

ENGLISH = "en"
"""The language of Magento's own texts, in which a shop answers that has no pack of its locale's language."""


def _pattern(texts: str | list[str]) -> re.Pattern[str]:
    """Write texts as a pattern that one of them fits, and nothing around it; white space is as the shop likes it.

    A browser reads the pattern too, so it has what Python's and JavaScript's share.
    """
    each = [texts] if isinstance(texts, str) else texts
    alternatives = (_escaped(text) for text in each)
    return re.compile(rf"^\s*(?:{'|'.join(alternatives)})\s*$", flags=re.DOTALL)


def _escaped(text: str) -> str:
    parts = (r"\s+".join(map(re.escape, re.split(r"\s+", part))) for part in text.split("*"))
    return ".*".join(parts)


@dataclass(frozen=True)
class Language:
    """The texts of one language by the reason that they tell, as patterns, and where they are from."""

    source: str
    wordings: Mapping[str, re.Pattern[str]]

    @classmethod
    def read(cls, path: Path) -> "Language":
        """Read a file; a text is one of `wordings` by its reason, or a list of texts, with * for anything."""
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        patterns = {reason: _pattern(texts) for reason, texts in table["wordings"].items()}
        return cls(table["source"], patterns)


def read_languages(folder: Path = FOLDER) -> dict[str, Language]:
    """Read every language of a folder, by its code or its locale: "de", "de_AT"."""
    return {path.stem: Language.read(path) for path in sorted(folder.glob("*.toml"))}


LANGUAGES: Mapping[str, Language] = read_languages()


class Wordings:
    """The texts that a message may have in some locales: theirs, and Magento's own for want of a pack."""

    def __init__(self, locales: Iterable[str], languages: Mapping[str, Language] = LANGUAGES) -> None:
        codes = {locale: _code(locale, languages) for locale in locales}
        self._own = [languages[code] if code else None for code in codes.values()]
        self._known = [languages[ENGLISH], *filter(None, self._own)]

    def pattern(self, reason: str) -> re.Pattern[str] | None:
        """Give one pattern for every text that tells the reason, None where a language's text is not known."""
        if not all(language and reason in language.wordings for language in self._own):
            return None
        found = (language.wordings[reason].pattern for language in self._known if reason in language.wordings)
        return re.compile("|".join(dict.fromkeys(found)), flags=re.DOTALL)

    def reasons_in(self, message: str) -> set[str]:
        """Give the reasons that a message is known to tell, none for a text that no table has."""
        return {
            reason
            for language in self._known
            for reason, pattern in language.wordings.items()
            if pattern.search(message)
        }


def is_reported(reason: str, message: str) -> bool:
    """Tell whether a message tells a reason in any language that is known: for hints, never for a judgement."""
    tables = (language.wordings for language in LANGUAGES.values() if reason in language.wordings)
    return any(wordings[reason].search(message) for wordings in tables)


def _code(locale: str, languages: Mapping[str, Language]) -> str:
    """Give the table of a locale, or of its language; "" for none."""
    return next((code for code in (locale, locale.partition("_")[0]) if code in languages), "")
