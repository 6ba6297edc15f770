"""How the later releases check the characters of a name, a city and a telephone number; and how HTML writes a text.

Their patterns are not anchored: what counts is the first run of allowed characters. A value passes when that
run is all of it, and also when it holds no allowed character at all.
"""

import html
import unicodedata
from dataclasses import dataclass

DIGITS = "0123456789"
SPACES = " \t\n\r\f\v"


@dataclass(frozen=True)
class AllowedCharacters:
    """A set of characters, how many of them a value may hold, and the text that refuses others."""

    characters: str
    longest: int
    letters: bool

    def accept(self, value: str) -> bool:
        """Tell whether the shop takes a value."""
        start = next((at for at, character in enumerate(value) if self._allows(character)), None)
        if start is None:
            return True
        return start == 0 and len(value) <= self.longest and all(map(self._allows, value))

    def _allows(self, character: str) -> bool:
        return character in self.characters or (self.letters and unicodedata.category(character)[0] in "LM")


NAME = AllowedCharacters(",-_.'’`&" + SPACES + DIGITS, longest=255, letters=True)
CITY = AllowedCharacters("-'" + SPACES, longest=100, letters=True)
TELEPHONE = AllowedCharacters("+-()" + SPACES + DIGITS, longest=20, letters=False)


def as_html(text: str) -> str:
    """Escape a text as PHP does; what is markup already stays as it is."""
    return str(text) if hasattr(text, "__html__") else html.escape(text).replace("&#x27;", "&#039;")
