"""The account menu in the upper right corner of the header, and the greeting beside it."""

import re

from playwright.sync_api import Locator, Page, expect

from pages.keyboard import Keyboard
from pages.opening import opening
from pages.theme import Theme


def greeting_of(name: str) -> "re.Pattern[str]":
    """Give what a greeting of exactly this name looks like in any language: one word before it, then a mark.

    "Welcome, Jane Doe!" greets Jane Doe, "Welcome, Mary Jane Doe!" and "Welcome, Jane Doerr!" do not.
    """
    whole = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"^\s*(\S+\s+)?{whole}\s*[!.\uff01]?\s*$")


class AccountMenu:
    """The account's links in the header: behind a menu, in a drawer, or as they are.

    Judge it on account pages alone: a cached home page may take a signed-in customer for a guest.
    """

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self._theme = theme
        self._my_account = page.locator(theme.account_menu_my_account)
        self.my_account = self._my_account.filter(visible=True).first
        self.sign_out = page.locator(theme.account_menu_sign_out).filter(visible=True).first

    @property
    def greeting(self) -> Locator:
        """Where the header greets a customer; raise LookupError for a theme whose header greets nobody."""
        if self._theme.greeting is None:
            raise LookupError(f"the header of {self._theme.name} greets nobody")
        return self._page.locator(self._theme.greeting)

    @property
    def name_of_my_account(self) -> str:
        """What the link to My Account is called, open or closed."""
        return " ".join((self._my_account.first.text_content() or "").split())

    def follow(self, link: Locator, keyboard: Keyboard) -> None:
        """Follow one of the links by keyboard alone, which opens the menu on the way."""
        keyboard.follow(link, self._theme.account_menu_opened_by)

    def open(self) -> None:
        """Open what the links stand behind, as soon as it is alive, and wait until they can be clicked."""
        with opening(self._page, self._theme.account_menu_opened_by):
            expect(self.my_account).to_be_visible()
