"""Blank, the theme that Luma is made from: the account's links stand in the header as they are, without a menu.

So a guest, too, finds My Account among them, which tells Blank's pages from Luma's.
"""

from dataclasses import replace

from pages.theme import link_to
from pages.themes.luma import DRAWER, LUMA

BLANK = replace(
    LUMA,
    name="Blank",
    sign=f".panel.header > .header.links > li > {link_to('/customer/account')}",
    account_menu_opened_by=DRAWER,
)
