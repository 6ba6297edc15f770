"""The storefront's own sign-in page (Customer Login)."""

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as WaitRanOut

from api.models import Credentials
from pages import time_limits
from pages.theme import Theme


class SignInPage:
    """Where a customer signs in with e-mail and password, and where a guest is sent who asks for more."""

    def __init__(self, page: Page, storefront_address: str, theme: Theme) -> None:
        self._page = page
        self._address = f"{storefront_address}/customer/account/login/"
        self._scripts = (theme.sign_in_form_alive, theme.greeting_of_a_guest)
        self.body = page.locator(theme.sign_in_page)
        self.form = page.locator(theme.sign_in_form)
        self.email = self.form.locator(theme.email_field)
        self.password = self.form.locator(theme.password_field)
        self.sign_in_button = self.form.locator(theme.sign_in_button)
        self.error_message = page.locator(theme.error_message)
        self.refusal = page.locator(theme.sign_in_refusal).first

    def open(self) -> None:
        """Open the page by its address and wait until its form can be used."""
        self.ask_for()
        self.expect_shown()

    def ask_for(self) -> None:
        """Ask for the page by its address, wherever the shop then leads."""
        self._page.goto(self._address)

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows, with its form ready to be filled in."""
        expect(self.body).to_be_visible()
        expect(self.form).to_be_visible()
        self._wait_for_scripts()

    def submit(self, username: str, credentials: Credentials | None) -> None:
        """Fill in the form and send it."""
        self.fill(username, credentials)
        self.send()

    def fill(self, username: str, credentials: Credentials | None) -> None:
        """Fill in an e-mail and the password of the credentials, or none."""
        self.email.fill(username)
        self.password.fill(credentials.password.get_secret_value() if credentials else "")

    def send(self) -> None:
        """Send the form with the Enter key, which needs no aim: "Show Password" may yet move the button."""
        expect(self.sign_in_button).to_be_enabled()
        self.password.press("Enter")

    def _wait_for_scripts(self) -> None:
        """Give validation and greeting a moment: a form sent before them is checked and greeted otherwise.

        A form that stays plain HTML works all the same, so nothing depends on them.
        """
        try:
            for script in self._scripts:
                self._page.locator(script).wait_for(timeout=time_limits.SCRIPTS)
        except WaitRanOut:
            return
