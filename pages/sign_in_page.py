"""The storefront's own sign-in page (Customer Login)."""

from contextlib import suppress

from playwright.sync_api import Page, Request, Response, expect
from playwright.sync_api import TimeoutError as WaitRanOut

from api.models import Credentials
from pages import time_limits
from pages.theme import Theme

_POST_TO = "/customer/account/loginpost/"

_MARK_REFUSED = """form => form.querySelectorAll("input").forEach(
    field => { field.oninvalid = () => { field.dataset.refusedBy = "browser"; }; }
)"""


def _is_a_form(request: Request) -> bool:
    return request.method == "POST" and request.is_navigation_request()


class SignInPage:
    """Where a customer signs in with e-mail and password, and where a guest is sent who asks for more."""

    def __init__(self, page: Page, storefront_url: str, theme: Theme) -> None:
        self._page = page
        self._url = f"{storefront_url}/customer/account/login/"
        self._scripts = [
            page.locator(script) for script in (theme.sign_in_form_alive, theme.greeting_of_a_guest) if script
        ]
        self.body = page.locator(theme.sign_in_page)
        self.form = page.locator(theme.sign_in_form)
        self.email = self.form.locator(theme.email_field)
        self.password = self.form.locator(theme.password_field)
        self.sign_in_button = self.form.locator(theme.sign_in_button)
        self.error_message = page.locator(theme.error_message)
        self.refusal = page.locator(theme.sign_in_refusal).first
        self.email_refusal = page.locator(theme.email_refusal)

    def open(self) -> None:
        """Open the page by its URL and wait until its form can be used."""
        self.ask_for()
        self.expect_shown()

    def ask_for(self) -> None:
        """Ask for the page by its URL, wherever the shop then leads."""
        self._page.goto(self._url)

    def expect_shown(self) -> None:
        """Wait until this page is the one that the browser shows, with its form ready to be filled in."""
        expect(self.body).to_be_visible()
        expect(self.form).to_be_visible()
        self._wait_for_scripts()

    def expect_unmarked_email(self) -> None:
        """Wait until the form marks nothing at the e-mail, as before it is sent."""
        expect(self.email_refusal, "the e-mail is marked before the form is sent").to_have_count(0)

    def submit(self, username: str, credentials: Credentials | None) -> None:
        """Fill in the form and send it."""
        self.fill(username, credentials)
        self.send()

    def fill(self, username: str, credentials: Credentials | None) -> None:
        """Fill in an e-mail and the password of the credentials, or none."""
        self.email.fill(username)
        self.password.fill(credentials.password.get_secret_value() if credentials else "")

    def send(self) -> None:
        """Send the form with the Enter key, which needs no aim: "Show Password" may yet move the button.

        A field that the browser itself refuses is marked: it tells the field by the event "invalid", and shows a
        bubble that is no part of the page.
        """
        self.form.evaluate(_MARK_REFUSED)
        expect(self.sign_in_button).to_be_enabled()
        self.password.press("Enter", timeout=time_limits.NAVIGATION)  # it lasts until the next page comes

    def submit_for_answer(self, credentials: Credentials) -> Response:
        """Fill in the form and send it, and give the answer to it, which leads on to another page."""
        with self._page.expect_response(lambda one: _POST_TO in one.url.lower()) as answer:
            self.submit(credentials.username, credentials)
        return answer.value

    def watch(self) -> list[str]:
        """Note from now on what leaves this page."""
        left: list[str] = []
        self._page.on("request", lambda one: left.append(one.url) if _is_a_form(one) else None)
        self._page.on("framenavigated", lambda one: left.append(one.url) if not one.parent_frame else None)
        return left

    def _wait_for_scripts(self) -> None:
        """Give the form's validation and the guest's greeting a moment each; neither comes on every load.

        Without the first the server or the browser refuses what the form would have marked. The second tells that
        the customer's data is watched: who signs in before that is not greeted by name until the next form is
        sent. In both cases she is signed in all the same, so nothing depends on the wait.
        """
        for script in self._scripts:
            with suppress(WaitRanOut):
                script.first.wait_for(state="attached", timeout=time_limits.SCRIPTS)
