"""Who makes a REST call, read from its Authorization header.

A header that makes no sense, and a token that is unknown, expired or of another website, leave a guest: open
routes do not mind, the others name the resource that the guest may not use. A wrong signature of an integration is
refused as such. A browser that is signed in to the storefront may call as its customer, from a script.
"""

import re
from dataclasses import dataclass

from flask import Request

from sandbox import sessions
from sandbox.defects import defective
from sandbox.errors import AccessRefused, NoSuchEntity
from sandbox.records import Customer, CustomerDraft
from sandbox.rest.oauth import is_signed_by_integration
from sandbox.roles import NO_ROLE, Role
from sandbox.shop import Shop
from sandbox.stores import StoreView
from sandbox.tokens import UserType

ANONYMOUS = "anonymous"
SELF = "self"
BEARER = re.compile(r"bearer (\S+)", re.IGNORECASE)


@dataclass(frozen=True)
class Caller:
    """An admin or an integration with a role, a customer, or neither: a guest."""

    role: Role = NO_ROLE
    customer: Customer | None = None

    def require(self, resource: str) -> None:
        """Refuse the caller who may not use a resource; who may do everything may use the customers' own, too."""
        if resource == ANONYMOUS or self._allows(resource) or (resource == SELF and self.customer):
            return
        if self.customer and defective("customers-may-all"):
            return
        if self == GUEST and resource != SELF and defective("guests-may-all"):
            return
        if self.role is not NO_ROLE and defective("otherwise-refused-admin"):
            resource = "Magento_Customer::customer"
        raise AccessRefused.to(resource)

    def _allows(self, resource: str) -> bool:
        if resource == SELF and defective("otherwise-refused-admin"):
            return False
        return self.role.allows(resource)


GUEST = Caller()


def identify(request: Request, shop: Shop, store: StoreView) -> Caller:
    """Tell who calls, as far as the call's store view accepts them."""
    header = BEARER.fullmatch(request.headers.get("Authorization", ""))
    if header:
        return _who_bears(header[1], shop, store)
    if is_signed_by_integration(request, shop):
        return Caller(shop.admin_role)
    return Caller(customer=_who_browses(request, shop, store) or _mistaken_for(shop))


def _who_browses(request: Request, shop: Shop, store: StoreView) -> Customer | None:
    """Tell who is signed in to the storefront, for calls that its scripts send: they say so in a header."""
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    if not (by_script or defective("open-session")) or defective("session-opens-nothing"):
        return None
    session = sessions.open_session(shop, request.cookies.get(sessions.COOKIE), store)
    state = sessions.compartment(shop, session, store)
    customer = sessions.remembered_customer(shop, state)
    return None if customer and sessions.has_other_password(state, customer) else customer


def _who_bears(token: str, shop: Shop, store: StoreView) -> Caller:
    integration = shop.configuration.integration
    if integration and shop.takes_integration_as_bearer and token == integration.access_token:
        return Caller(shop.admin_role)
    user = shop.tokens.resolve(token)
    if user is None:
        return Caller(shop.admin_role) if defective("any-token") else Caller(customer=_mistaken_for(shop))
    if user.type is UserType.ADMIN:
        return Caller(shop.admin_role)
    customer = shop.customers.find(user.id)
    if customer is None and defective("token-of-nobody"):
        raise NoSuchEntity.with_field("customerId", user.id)
    if customer is None or not _is_good_in(store, customer, shop):
        return GUEST
    return Caller(customer=customer)


def _mistaken_for(shop: Shop) -> Customer | None:
    if not defective("guest-taken-for-customer"):
        return None
    somebody = CustomerDraft(email="someone@example.com", firstname="Some", lastname="One", website_id=1)
    return shop.customers.first("1 ORDER BY id DESC") or shop.customers.create(somebody)


def _is_good_in(store: StoreView, customer: Customer, shop: Shop) -> bool:
    # Accounts are shared within a website, or over all of them; the admin's own store view is none of theirs.
    if defective("token-anywhere"):
        return True
    if defective("token-of-one-store-view"):
        return customer.store_id == store.id
    if shop.customers.are_shared and not defective("token-of-one-website"):
        return store is not shop.stores.admin
    return customer.website_id == store.website_id
