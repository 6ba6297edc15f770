"""Blank, the theme that Luma is made from: the account's links stand in the header as they are, without a menu."""

from dataclasses import replace

from pages.themes.luma import DRAWER, LUMA

BLANK = replace(
    LUMA,
    name="Blank",
    sign=':is(link[href], script[src]):is([href*="/frontend/Magento/blank/"], [src*="/frontend/Magento/blank/"])',
    account_menu_opened_by=DRAWER,
)
