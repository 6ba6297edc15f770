"""What the shop says in another language: one table of phrases a language, as Magento's language packs are.

A table names beside each phrase where its translation is from: `recorded` and `measured` on the running shop,
`community pack` where a public pack of that language has it, `invented` where nobody has seen it in a shop.
"""

import csv
from functools import cache
from pathlib import Path

PHRASES = Path(__file__).parent / "data" / "phrases"
ENGLISH = "en"
LANGUAGES = tuple(sorted(file.stem for file in PHRASES.glob("*.csv")))
"""The languages that have a table, beside English, which needs none."""


def translate(text: str, language: str) -> str:
    """Say a text in a language; what its table lacks stays English, as in Magento."""
    return text if language == ENGLISH else _table(language).get(text, text)


@cache
def _table(language: str) -> dict[str, str]:
    with (PHRASES / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return {row["phrase"]: row["translation"] for row in csv.DictReader(file)}
