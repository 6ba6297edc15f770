"""The storefront's own sign-in page (Customer Login)."""

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as WaitRanOut

from api.models import Credentials
from pages import time_limits
from pages.theme import Theme


class SignInPage:
    """Where a customer signs in with e-mail and password."""

    def __init__(self, page: Page, storefront_address: str, theme: Theme) -> None:
        self._page = page
        self._address = f"{storefront_address}/customer/account/login/"
        self._theme = theme
        self.body = page.locator(theme.sign_in_page)
        self.form = page.locator(theme.sign_in_form)
        self.email = self.form.locator(theme.email_field)
        self.password = self.form.locator(theme.password_field)
        self.sign_in_button = self.form.locator(theme.sign_in_button)
        self.error_message = page.locator(theme.error_message)

    def open(self) -> None:
        """Open the page by its address and wait until its form can be used."""
        self._page.goto(self._address)
        expect(self.form).to_be_visible()
        self._wait_until_alive()

    def submit(self, credentials: Credentials) -> None:
        """Fill in the form and send it, as a customer does with the Enter key.

        The key needs no aim: a late "Show Password" may still push the button down.
        """
        self.email.fill(credentials.username)
        self.password.fill(credentials.password.get_secret_value())
        expect(self.sign_in_button).to_be_enabled()
        self.password.press("Enter")

    def _wait_until_alive(self) -> None:
        """Give the form's script a moment; a form that stays plain HTML is usable all the same."""
        try:
            self._page.locator(self._theme.sign_in_form_alive).wait_for(timeout=time_limits.FORM_ALIVE)
        except WaitRanOut:
            return
