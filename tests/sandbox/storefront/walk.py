"""The walk through the storefront in which the running shops were recorded, state by state.

The e-mail addresses carry "<run>" as in the recordings, where it stands for what a run has for itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from playwright.sync_api import Browser

from tests.sandbox.storefront.observation import anonymous, observe
from tests.sandbox.storefront.running_store import RunningStore, elm_street, oak_avenue
from tests.sandbox.storefront.visitor import (
    HYVA_MENU,
    HYVA_MENU_LINKS,
    MENU,
    MENU_LINKS,
    SEND,
    Visitor,
)

GUEST_ADDRESSES = (
    "/customer/account/",
    "/customer/address/",
    "/customer/account/login/",
    "/customer/account/logoutSuccess/",
    "/customer/account/logout/",
    "/customer/account/loginPost/",
    "/no-such-page",
)
CUSTOMERS = {
    "two defaults": "split",
    "one beside the defaults": "third",
    "no defaults": "plain",
    "no address": "bare",
    "markup in the company": "markup",
}
State = tuple[str, dict[str, Any]]


@dataclass(frozen=True)
class Storefront:
    """Where a walk was recorded, and what the recorder clicked there."""

    store_code: str
    other_store_code: str
    menu: str
    menu_links: str
    sign_out: int
    """Which of the menu's links it is, counted from zero."""
    opens_menu_at_home: bool
    """Where the home page came out of the page cache, the menu was opened on My Account."""


LUMA = Storefront("us", "de", MENU, MENU_LINKS, sign_out=2, opens_menu_at_home=True)
HYVA = Storefront("de", "us", HYVA_MENU, HYVA_MENU_LINKS, sign_out=4, opens_menu_at_home=False)


class Walk:
    """Visits every recorded state of one store, with a fresh browser wherever the recorder had one."""

    def __init__(
        self,
        browser: Browser,
        store: RunningStore,
        attributes: dict[str, list[str]],
        run: str,
        storefront: Storefront = LUMA,
    ) -> None:
        self._browser = browser
        self._storefront = storefront
        self._store = store
        self._attributes = attributes
        self._run = run
        self.hosts: set[str] = set()
        self._make_customers()

    def states(self) -> Iterator[State]:
        """Go from state to state; each is looked at before the next one is visited."""
        yield from self._as_guest()
        yield from self._as_customer()
        for situation, name in CUSTOMERS.items():
            yield from self._account_pages(situation, name)
        yield from self._on_another_website()
        yield from self._redirects()

    def _make_customers(self) -> None:
        billing, shipping = oak_avenue(), elm_street()
        billing.default_shipping, shipping.default_shipping = None, True
        for name, addresses in {
            "both": [oak_avenue()],
            "split": [billing, shipping],
            "third": [oak_avenue(), elm_street()],
            "plain": [oak_avenue(default=False)],
            "bare": [],
            "markup": [oak_avenue(company="<b>Bold & Co</b>")],
        }.items():
            self._store.add_customer(self._email(name), *addresses, store_code=self._storefront.store_code)

    def _email(self, name: str) -> str:
        return f"{name}.{self._run}@example.com"

    def _visitor(self) -> Visitor:
        context = self._browser.new_context(viewport={"width": 1280, "height": 800})
        context.set_default_timeout(30_000)
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        return Visitor(context.new_page(), self._store, self._storefront.store_code)

    def _look(self, visitor: Visitor) -> dict[str, Any]:
        visitor.settle()
        return observe(visitor.page, self._attributes, self._store.base_url)

    def _as_guest(self) -> Iterator[State]:
        guest = self._visitor()
        guest.open()
        yield "home, logged out", self._look(guest)
        guest.open_settled("customer/account/login")
        yield "login page", self._look(guest)
        guest.page.click(SEND)
        yield "login, empty fields", self._look(guest)
        guest.enter("not-an-email", "x")
        guest.page.click(SEND)
        yield "login, malformed e-mail", self._look(guest)
        for state, name in (("login, wrong password", "both"), ("login, unknown e-mail", "nobody")):
            guest.enter(self._email(name), "Wrong-Password1")
            guest.send()
            yield state, self._look(guest)
        guest.open("customer/address")
        yield "address book as a guest", self._look(guest)
        guest.enter(self._email("both"), "Password1")
        guest.send()
        yield "landing after the guest's sign-in", self._look(guest)
        guest.page.context.close()

    def _as_customer(self) -> Iterator[State]:
        jane = self._visitor()
        jane.sign_in(self._email("both"))
        yield "landing after sign-in", self._look(jane)
        jane.open_settled()
        yield "home, logged in", self._look(jane)
        if not self._storefront.opens_menu_at_home:
            jane.open_settled("customer/account")
        jane.page.click(self._storefront.menu)
        yield "account menu open", self._look(jane)
        with jane.page.expect_navigation():
            jane.page.click(f"{self._storefront.menu_links} >> nth=0")
        yield "dashboard", self._look(jane)
        jane.open("customer/address")
        yield "address book, one address", self._look(jane)
        jane.open("customer/account/login")
        yield "login page while signed in", self._look(jane)
        jane.settle()
        jane.page.click(self._storefront.menu)
        with jane.page.expect_navigation():
            jane.page.click(f"{self._storefront.menu_links} >> nth={self._storefront.sign_out}")
        yield "signed out", self._look(jane)
        jane.page.context.close()

    def _account_pages(self, situation: str, name: str) -> Iterator[State]:
        jane = self._visitor()
        jane.sign_in(self._email(name))
        yield f"dashboard, {situation}", self._look(jane)
        jane.open("customer/address")
        yield f"address book, {situation}", self._look(jane)
        if name == "markup":
            cookies = sorted(jane.page.context.cookies(), key=lambda cookie: cookie["name"])
            yield (
                "cookies when signed in",
                {"cookies": {c["name"]: {"httpOnly": c["httpOnly"]} for c in cookies}},
            )
            answer = jane.page.request.get(f"{jane.url('customer/section/load')}?sections=customer")
            yield "customer section", {"section": _without_secrets(answer.json()["customer"])}
        jane.page.context.close()

    def _on_another_website(self) -> Iterator[State]:
        stranger = self._visitor()
        stranger.sign_in(self._email("both"), store_code=self._storefront.other_store_code)
        yield "sign-in on another website", self._look(stranger)
        stranger.page.context.close()

    def _redirects(self) -> Iterator[State]:
        for address in GUEST_ADDRESSES:
            answer = requests.get(f"{self._store.base_url}/{self._storefront.store_code}{address}", timeout=5)
            chain = [
                [one.status_code, anonymous(urlsplit(one.headers.get("Location", "")).path)]
                for one in (*answer.history, answer)
            ]
            yield f"redirects of a guest at {address}", {"chain": chain}


def _without_secrets(section: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in section.items() if name != "data_id"}
    if str(section.get("signin_token", "")).count(".") == 2:
        shown["signin_token"] = "<jwt>"
    return shown
