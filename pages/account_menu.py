"""The account menu in the upper right corner of the header, and the greeting beside it."""

import re

from playwright.sync_api import Page, expect

from pages.theme import Theme


def greeting_of(name: str) -> "re.Pattern[str]":
    """Give what a greeting of exactly this name looks like in any language: one word before it, then a mark.

    "Welcome, Jane Doe!" greets Jane Doe, "Welcome, Mary Jane Doe!" and "Welcome, Jane Doerr!" do not.
    """
    whole = r"\s+".join(map(re.escape, name.split()))
    return re.compile(rf"^\s*(\S+\s+)?{whole}\s*[!.\uff01]?\s*$")


class AccountMenu:
    """Opens beside the account name; before its script ran, a click on it is lost.

    Judge it on account pages alone: a cached home page may take a signed-in customer for a guest.
    """

    def __init__(self, page: Page, theme: Theme) -> None:
        self.greeting = page.locator(theme.greeting)
        self.trigger = page.locator(theme.account_menu_trigger)
        self.my_account = page.locator(theme.account_menu_my_account)
        self.sign_out = page.locator(theme.account_menu_sign_out)

    def open(self) -> None:
        """Open the menu as soon as it is alive, and wait until its links can be clicked."""
        expect(self.trigger).to_have_attribute("aria-expanded", "false")
        self.trigger.click()
        expect(self.trigger).to_have_attribute("aria-expanded", "true")
        expect(self.my_account).to_be_visible()
