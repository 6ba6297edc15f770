"""Who makes a REST call, read from its Authorization header.

A header that makes no sense, and a token that is unknown, expired or of another website, leave a guest: open
routes do not mind, the others name the resource that the guest may not use.
"""

import re
from dataclasses import dataclass

from sandbox.errors import AccessRefused
from sandbox.records import Customer
from sandbox.shop import Shop
from sandbox.stores import StoreView
from sandbox.tokens import UserType

ANONYMOUS = "anonymous"
SELF = "self"
BEARER = re.compile(r"bearer (\S+)", re.IGNORECASE)


@dataclass(frozen=True)
class Caller:
    """The admin, a customer, or neither: a guest."""

    is_admin: bool = False
    customer: Customer | None = None

    def require(self, resource: str) -> None:
        """Refuse the caller who may not use a resource; the admin may use all."""
        if resource == ANONYMOUS or self.is_admin or (resource == SELF and self.customer):
            return
        raise AccessRefused.to(resource)


GUEST = Caller()


def identify(authorization: str, shop: Shop, store: StoreView) -> Caller:
    """Tell who calls, as far as the store view of the call lets them in."""
    header = BEARER.fullmatch(authorization)
    user = shop.tokens.resolve(header[1]) if header else None
    if user is None:
        return GUEST
    if user.type is UserType.ADMIN:
        return Caller(is_admin=True)
    customer = shop.customers.find(user.id)
    # Accounts are shared within a website, and the admin's own store view belongs to none of theirs.
    if customer is None or customer.website_id != store.website_id:
        return GUEST
    return Caller(customer=customer)
