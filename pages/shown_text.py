"""Finding values in what a page shows: each as a whole, each occurrence for one value, the rest by pieces.

A value that stands within a longer one is not shown: 10755 is no part of 10755-9999, nor Doe of Doerr.
"""

import html
import re
import unicodedata
from collections.abc import Iterable

_HYPHENS = frozenset("-\u2010\u2011")
_TAKEN = "\0"
"""Stands where a value was found; no page can hold it."""


class ShownText:
    """A text from which values are taken, as often as they stand there as wholes."""

    def __init__(self, text: str) -> None:
        self._text = text

    def take(self, value: str) -> bool:
        """Take one occurrence of a value, however its white space is folded; tell whether there was any left."""
        for found in re.finditer(r"\s+".join(map(re.escape, value.split())), self._text):
            before, after = self._text[: found.start()], self._text[found.end() :]
            if found.group() and not _is_within_a_word(before[-1:] + after[:1]):
                self._text = before + _TAKEN + after
                return True
        return False

    def rest(self) -> list[str]:
        """Give what was not taken, by pieces; what has no letter and no digit is decoration and left out."""
        pieces = re.split(rf"[{_TAKEN}\n]|,\s", self._text)
        return [" ".join(piece.split()) for piece in pieces if any(map(_is_letter_or_digit, piece))]


def standing_in(page: str, values: Iterable[str]) -> list[str]:
    """Give those of the values that stand as wholes anywhere in a page's HTML, attributes and scripts included."""
    shown = ShownText(html.unescape(page))
    return [value for value in values if shown.take(value)]


def _is_within_a_word(neighbours: str) -> bool:
    return any(one in _HYPHENS or _is_letter_or_digit(one) for one in neighbours)


def _is_letter_or_digit(character: str) -> bool:
    """Tell whether a character is a letter, a letter's mark as Devanagari has it, or a digit."""
    return unicodedata.category(character)[0] in "LMN"
