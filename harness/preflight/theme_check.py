"""Recognises the theme of the storefront, once a run, and looks at a page for every part that the page objects need.

The preflight looks as a guest, at the sign-in page. What only a customer sees, the links of her menu and the account's
navigation, the doctor looks at with `--try`, which makes a customer: the preflight as such writes nothing to a shop.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import requests
from bs4 import BeautifulSoup
from soupsieve import SelectorSyntaxError

from harness.core.finding import Finding
from harness.preflight.check import Fine, Found, Line, Look, Result
from harness.preflight.sign_in_form import parsed
from harness.preflight.storefront_checks import SignInPage
from harness.shop.shop import Shop
from pages.theme import ADDRESS_BOOKS_PARTS, GUESTS_PARTS, MY_ACCOUNTS_PARTS, Theme
from pages.theme_files import FAMILIES, HERE, ThemeFileError, theme_named

TITLE = "theme"

EXAMPLE = '"ours"'
THEMES = ", ".join(FAMILIES)


@dataclass(frozen=True)
class ShopsTheme:
    """The theme of the shop, and the name by which settings and files know it."""

    key: str
    theme: Theme = field(repr=False)


def theme_folders(shop: Shop) -> tuple[Path, ...]:
    """Give where the files of a shop's own themes may lie: in the suite, or in the shop's own folder."""
    return (HERE, shop.own / "themes") if shop.own else (HERE,)


def look_at_theme(look: Look) -> Result:
    """Take the theme that the settings name, else the family whose sign the sign-in page holds; look for its parts."""
    page = look.given(SignInPage).response
    html = parsed(page.text)
    try:
        found = _named(look.shop) or _recognised(html)
    except ThemeFileError as error:
        return look.found("theme-file", problem=error)
    if found is None:
        return look.found("unknown-theme", url=page.url, themes=THEMES, line=look.shop.line("theme", EXAMPLE))
    if missing := lacking(look, found, html, GUESTS_PARTS, page.url):
        return Found(missing)
    return Fine((Line(TITLE, f"{found.theme.name}, with {words(GUESTS_PARTS)}"),), found)


def customers_parts_lacking(
    look: Look, my_account: requests.Response, address_book: requests.Response
) -> tuple[Finding, ...]:
    """Give what is found of the parts that a customer's pages have to hold; her Address Book has one address."""
    shops = look.given(ShopsTheme)
    return (
        *lacking(look, shops, parsed(my_account.text), MY_ACCOUNTS_PARTS, my_account.url),
        *lacking(look, shops, parsed(address_book.text), ADDRESS_BOOKS_PARTS, address_book.url),
    )


def customers_parts_line(look: Look) -> Line:
    """Say which parts a customer's pages hold."""
    theme = look.given(ShopsTheme).theme
    held = [part for part in (*MY_ACCOUNTS_PARTS, *ADDRESS_BOOKS_PARTS) if getattr(theme, part) is not None]
    return Line(TITLE, f"{theme.name}, with {words(held)}")


def lacking(
    look: Look, shops: ShopsTheme, html: BeautifulSoup, parts: Iterable[str], url: str
) -> tuple[Finding, ...]:
    """Give the finding of the parts that a page does not hold, with the lines to fill in; none where all are."""
    missing = [part for part in parts if holds(html, shops.theme, part) is False]
    if not missing:
        return ()
    return (
        look.finding(
            "theme-parts",
            url=url,
            theme=shops.theme.name,
            parts=words(missing),
            lines=_lines(look.shop, shops, missing),
        ),
    )


def holds(html: BeautifulSoup, theme: Theme, part: str) -> bool | None:
    """Tell whether a page holds a part; None where the theme does without, or only a browser could tell."""
    selector = getattr(theme, part)
    if selector is None:
        return None
    try:
        return html.select_one(selector.partition(" >> ")[0]) is not None
    except SelectorSyntaxError:
        return None


def words(parts: Iterable[str]) -> str:
    """Write parts as words: "header, account menu"."""
    return ", ".join(part.replace("_", " ") for part in parts)


def _named(shop: Shop) -> ShopsTheme | None:
    return ShopsTheme(shop.theme, theme_named(shop.theme, theme_folders(shop))) if shop.theme else None


def _recognised(html: BeautifulSoup) -> ShopsTheme | None:
    signs = (ShopsTheme(key, theme) for key, theme in FAMILIES.items() if html.select_one(theme.sign))
    return next(signs, None)


def _lines(shop: Shop, shops: ShopsTheme, missing: Iterable[str]) -> str:
    """Write what is to be filled in: lines of the shop's own file, and where there is none yet, how it begins."""
    selectors = "; ".join(f'{part} = "..."' for part in missing)
    if shops.key not in FAMILIES:
        return f"in {shops.key}.toml, {selectors}"
    own = f'in pages/themes/ours.toml, family = "{shops.key}"; {selectors}'
    return f"{shop.line('theme', EXAMPLE)}, and {own}"
