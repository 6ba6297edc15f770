"""What every REST endpoint is handed: the shop, the store view of the path, the caller, the shop's own address."""

from dataclasses import dataclass
from functools import cached_property

from flask import Request

from sandbox import recaptcha
from sandbox.errors import InputRefused
from sandbox.records import Customer
from sandbox.rest.callers import Caller, identify
from sandbox.shop import Shop
from sandbox.stores import StoreView


@dataclass(frozen=True)
class Call:
    """One REST call, past routing."""

    shop: Shop
    store: StoreView
    request: Request

    @cached_property
    def caller(self) -> Caller:
        """Who calls; nobody is asked unless the call needs to know, so a bad signature may go unnoticed."""
        return identify(self.request, self.shop, self.store)

    def check_recaptcha(self, form: str) -> None:
        """Refuse the call where the form that does the same asks for a reCAPTCHA."""
        answer = self.request.headers.get("X-ReCaptcha")
        recaptcha.check_call(self.shop.settings, self.store, form, self.shop.version, answer)

    @property
    def website_id(self) -> int:
        """The website in which the call looks for customers; the admin's store view looks in the default one."""
        return self.store.website_id or self.shop.stores.default.website_id

    @property
    def customer(self) -> Customer:
        """The customer who calls; the admin, whom the shop accepts as well, names none."""
        if self.caller.customer is None:
            raise InputRefused.required("customerId")
        return self.caller.customer
