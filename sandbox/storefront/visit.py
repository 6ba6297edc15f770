"""One request to the storefront as the controllers see it: which store view, whose session, which address."""

import base64
import binascii
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from flask import redirect, request
from werkzeug.wrappers import Response

from sandbox import languages, sessions
from sandbox.fields import Fields
from sandbox.records import Customer
from sandbox.sessions import Session
from sandbox.shop import Shop
from sandbox.storefront.luma import LUMA, Luma
from sandbox.stores import StoreView


@dataclass
class Visit:
    """What a controller works with."""

    shop: Shop
    store: StoreView
    session: Session
    route: str
    parameters: dict[str, str] = field(default_factory=dict)
    found: bool = True
    """False on the page that says that there is no such page."""

    @property
    def luma(self) -> Luma:
        """The ways of the release that the shop plays."""
        return LUMA[self.shop.version.name]

    @property
    def state(self) -> dict[str, Any]:
        """What the session remembers for this website."""
        return sessions.compartment(self.shop, self.session, self.store)

    @property
    def customer(self) -> Customer | None:
        """Who is signed in here; a deleted customer is nobody, nor is one who changed the password since."""
        customer = sessions.remembered_customer(self.shop, self.state)
        return None if customer and sessions.has_other_password(self.state, customer) else customer

    @property
    def is_expelled(self) -> bool:
        """Tell whether the session ends with this request, since its customer has another password now."""
        customer = sessions.remembered_customer(self.shop, self.state)
        expels = self.shop.version.password_change_leads_home
        return expels and customer is not None and sessions.has_other_password(self.state, customer)

    @property
    def fields(self) -> Fields:
        """The fields that this website shows and asks for."""
        return Fields(self.shop.settings, self.store)

    def name_of(self, customer: Customer) -> str:
        """Write a customer's name as the pages show it: without the parts that the settings hide."""
        parts = ("prefix", "firstname", "middlename", "lastname", "suffix")
        shown = (getattr(customer, part) for part in parts if self.fields.is_visible(part))
        return " ".join(part for part in shown if part)

    @property
    def base_url(self) -> str:
        """The store view's own address, which is its home page."""
        return self.shop.urls.home(self.store, request.host_url)

    @property
    def current_url(self) -> str:
        """The address of this page as Magento spells it out, with its action and its parameters."""
        if not self.found:
            return request.base_url
        if self.route == "cms/index/index":
            return self.base_url
        parameters = "".join(
            f"{name}/{value}/" for name, value in self.parameters.items() if name != "referer"
        )
        return f"{self.url(self.route)}{parameters}"

    def url(self, path: str = "") -> str:
        """Make the full address of a page of this store view."""
        spelled = path.replace("loginpost", "loginPost").replace("logoutsuccess", "logoutSuccess")
        return f"{self.base_url}{spelled.strip('/')}/" if path else self.base_url

    def sign_in_url(self) -> str:
        """Make the address of the sign-in page that leads back here afterwards, unless the dashboard always comes."""
        if self.shop.settings.is_on("customer/startup/redirect_dashboard", self.store):
            return self.url("customer/account/login")
        referer = self.parameters.get("referer") or self._own_referer()
        return (
            self.url(f"customer/account/login/referer/{referer}")
            if referer
            else self.url("customer/account/login")
        )

    def is_own(self, url: str) -> bool:
        """Tell whether a URL is one of this shop's."""
        return urlsplit(url).netloc == request.host

    def translate(self, text: str) -> str:
        """Say a text in the language of the store view."""
        return languages.translate(text, self.store.language)

    def add_message(self, kind: str, text: str) -> None:
        """Have the next page show a message, in the language of the store view."""
        self.session.add_message(kind, self.translate(text))

    def redirect(self, path: str) -> Response:
        """Lead to another page of this store view."""
        return redirect(self.url(path))

    def _own_referer(self) -> str | None:
        becomes_referer = request.method != "POST" or self.luma.post_becomes_referer
        if not self.found:
            becomes_referer = self.luma.lost_page_becomes_referer
        return encode_address(self.current_url) if becomes_referer else None


def encode_address(url: str) -> str:
    """Write a URL so that it can be a part of another one, the way Magento does."""
    return base64.b64encode(url.encode()).decode().translate(str.maketrans("+/=", "-_,"))


def decode_address(encoded: str) -> str:
    """Read what `encode_address` wrote; what it did not write reads as nothing."""
    try:
        return base64.b64decode(encoded.translate(str.maketrans("-_,", "+/="))).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
