"""A customer who reads pages of the storefront in process: no browser, no script."""

import html
import json
import re

from flask import Flask
from werkzeug.test import Client, TestResponse

from sandbox.application import create_app
from sandbox.configuration import Configuration
from sandbox.records import AddressDraft, CustomerDraft
from sandbox.shop import Shop

EMAIL = "jane@example.com"
PASSWORD = "Password1"


class PageReader:
    """One person with cookies at one store view of a shop."""

    def __init__(self, configuration: Configuration, store_code: str = "us") -> None:
        self.app: Flask = create_app(configuration)
        self.shop: Shop = self.app.extensions["shop"]
        self.store_code = store_code
        self._client = Client(self.app)

    def get(self, path: str = "") -> str:
        """Read the page that a path leads to in the end, with its entities as characters."""
        return html.unescape(self.open(path).text)

    def open(self, path: str = "") -> TestResponse:
        """Ask for a page, and follow where it leads."""
        return self._client.get(self._url(path), follow_redirects=True)

    def is_customer(self, *addresses: AddressDraft) -> int:
        """Be made a customer with these addresses and sign in; the answer is her id."""
        view = self.shop.stores.by_code(self.store_code)
        assert view
        draft = CustomerDraft(
            email=EMAIL, firstname="Jane", lastname="Doe", store_id=view.id, website_id=view.website_id
        )
        draft.addresses = list(addresses)
        made = self.shop.customers.create(draft, PASSWORD)
        self.enter(EMAIL, PASSWORD)
        return made.id

    def enter(self, email: str, password: str) -> str:
        """Send the sign-in form, and read the page that it leads to."""
        return self.post(
            "customer/account/loginPost", {"login[username]": email, "login[password]": password}
        )

    def post(self, path: str, form: dict[str, str]) -> str:
        """Send a form with its key."""
        page = self.get("customer/account/login")
        key = re.search(r'name="form_key" type="hidden" value="(\w+)"', page)
        assert key
        answer = self._client.post(self._url(path), data={"form_key": key[1], **form}, follow_redirects=True)
        return html.unescape(answer.text)

    def messages(self) -> str:
        """Read what waits to be shown as messages."""
        cookie = self._client.get_cookie("mage-messages")
        return cookie.decoded_value if cookie else ""

    def _url(self, path: str) -> str:
        return f"/{self.store_code}/{path}{'/' if path else ''}"


def texts(page: str, pattern: str) -> list[str]:
    """List what a page has for the group of a pattern, without mark-up and outer blanks."""
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(pattern, page, re.DOTALL)]


def script_texts(page: str) -> dict[str, str]:
    """Give what a page hands its scripts to say."""
    found = re.search(r'"texts": (\{.*?\})', page)
    assert found
    said: dict[str, str] = json.loads(found[1])
    return said
