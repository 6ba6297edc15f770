"""The table of REST routes: method, path, access-control resource, and what answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox import messages
from sandbox.defects import defective
from sandbox.errors import NoSuchEntity
from sandbox.rest import (
    attribute_endpoints,
    customer_endpoints,
    own_endpoints,
    shop_endpoints,
    store_endpoints,
    token_endpoints,
)
from sandbox.rest.callers import ANONYMOUS, SELF
from sandbox.shop import Shop

STORE = "Magento_Backend::store"
CUSTOMER = "Magento_Customer::customer"
MANAGE = customer_endpoints.MANAGE
GROUP = "Magento_Customer::group"
ADMIN = "Magento_Backend::admin"
DELETE = "Magento_Customer::delete"


@dataclass(frozen=True)
class Route:
    """One endpoint; a segment that begins with a colon is a parameter of that name."""

    method: str
    path: str
    resource: str
    endpoint: Callable[..., Any]
    exists_in: Callable[[Shop], bool] = lambda shop: True  # noqa: ARG005 - most are in every shop

    def needs(self, shop: Shop) -> str:
        """Name the resource that a caller needs; a shop may open what is about stores to guests."""
        if defective("open-store-views") and self.path.endswith("storeViews"):
            return ANONYMOUS
        opens = self.resource == STORE and shop.settings.is_on("webapi/webapisecurity/allow_insecure")
        opens = opens and not defective("closed-store-views")
        return ANONYMOUS if opens else self.resource

    def match(self, method: str, segments: tuple[str, ...]) -> dict[str, str] | None:
        """Answer the parameters in a path that the route fits; None for one that it does not."""
        own = self.path.split("/")
        if method != self.method or len(own) != len(segments):
            return None
        pairs = list(zip(own, segments, strict=True))
        if any(name != segment for name, segment in pairs if not name.startswith(":")):
            return None
        return {name[1:]: segment for name, segment in pairs if name.startswith(":")}


def _has_two_factor(shop: Shop) -> bool:
    return shop.two_factor.is_on


TWO_FACTOR_ROUTES = tuple(
    Route("POST", f"V1/tfa/provider/{provider}/authenticate", ANONYMOUS, endpoint, _has_two_factor)
    for provider, endpoint in (
        ("google", token_endpoints.create_admin_token_with_code),
        ("authy", token_endpoints.refuse_provider),
        ("duo_security", token_endpoints.refuse_provider),
    )
)

ATTRIBUTE_ROUTES = tuple(
    Route("GET", f"V1/attributeMetadata/{path}", CUSTOMER, endpoint)
    for path, endpoint in (
        ("customer", attribute_endpoints.list_customer_attributes),
        ("customer/custom", attribute_endpoints.list_own_customer_attributes),
        ("customer/form/:form_code", attribute_endpoints.list_customer_form),
        ("customer/attribute/:attribute_code", attribute_endpoints.read_customer_attribute),
        ("customerAddress", attribute_endpoints.list_address_attributes),
        ("customerAddress/custom", attribute_endpoints.list_own_address_attributes),
        ("customerAddress/form/:form_code", attribute_endpoints.list_address_form),
        ("customerAddress/attribute/:attribute_code", attribute_endpoints.read_address_attribute),
    )
)

# Where two routes fit a path, the earlier one answers: plain segments stand before parameters.
ROUTES = (
    Route("POST", "V1/integration/admin/token", ANONYMOUS, token_endpoints.create_admin_token),
    Route("POST", "V1/integration/customer/token", ANONYMOUS, token_endpoints.create_customer_token),
    Route(
        "POST",
        "V1/integration/customer/revoke-customer-token",
        SELF,
        token_endpoints.revoke_customer_token,
        exists_in=lambda shop: shop.version.has_revocation_route,
    ),
    *TWO_FACTOR_ROUTES,
    *ATTRIBUTE_ROUTES,
    Route("GET", "V1/store/storeViews", STORE, store_endpoints.list_store_views),
    Route("GET", "V1/store/storeGroups", STORE, store_endpoints.list_store_groups),
    Route("GET", "V1/store/websites", STORE, store_endpoints.list_websites),
    Route("GET", "V1/store/storeConfigs", STORE, store_endpoints.list_store_configs),
    Route("GET", "V1/directory/currency", ANONYMOUS, store_endpoints.read_currency),
    Route("GET", "V1/directory/countries", ANONYMOUS, store_endpoints.list_countries),
    Route("GET", "V1/directory/countries/:country_id", ANONYMOUS, store_endpoints.read_country),
    Route("GET", "V1/modules", ADMIN, shop_endpoints.list_modules),
    Route("GET", "V1/customerGroups/default", GROUP, shop_endpoints.read_default_group),
    Route("GET", "V1/customerGroups/default/:store_id", GROUP, shop_endpoints.read_default_group),
    Route("GET", "V1/customerGroups/search", GROUP, shop_endpoints.search_groups),
    Route("GET", "V1/customerGroups/:group_id", GROUP, shop_endpoints.read_group),
    Route("POST", "V1/customers", ANONYMOUS, customer_endpoints.create_customer),
    Route("POST", "V1/customers/isEmailAvailable", ANONYMOUS, customer_endpoints.is_email_available),
    Route("PUT", "V1/customers/password", ANONYMOUS, customer_endpoints.send_password_reset),
    Route("PUT", "V1/customers/validate", MANAGE, customer_endpoints.validate_customer),
    Route("GET", "V1/customers/search", CUSTOMER, customer_endpoints.search_customers),
    Route("GET", "V1/customers/me", SELF, own_endpoints.read_own_record),
    Route("PUT", "V1/customers/me", SELF, own_endpoints.update_own_record),
    Route("PUT", "V1/customers/me/password", SELF, own_endpoints.change_own_password),
    Route("GET", "V1/customers/me/billingAddress", SELF, own_endpoints.read_own_billing_address),
    Route("GET", "V1/customers/me/shippingAddress", SELF, own_endpoints.read_own_shipping_address),
    Route("GET", "V1/customers/addresses/:address_id", MANAGE, customer_endpoints.read_address),
    Route("DELETE", "V1/addresses/:address_id", MANAGE, customer_endpoints.delete_address),
    Route("GET", "V1/customers/:customer_id", CUSTOMER, customer_endpoints.read_customer),
    Route("PUT", "V1/customers/:customer_id", MANAGE, customer_endpoints.update_customer),
    Route("DELETE", "V1/customers/:customer_id", DELETE, customer_endpoints.delete_customer),
    Route("GET", "V1/customers/:customer_id/permissions/readonly", CUSTOMER, customer_endpoints.is_readonly),
    Route("GET", "V1/customers/:customer_id/confirm", MANAGE, customer_endpoints.read_confirmation_status),
    Route(
        "GET",
        "V1/customers/:customer_id/billingAddress",
        MANAGE,
        customer_endpoints.read_default_billing_address,
    ),
    Route(
        "GET",
        "V1/customers/:customer_id/shippingAddress",
        MANAGE,
        customer_endpoints.read_default_shipping_address,
    ),
    Route("PUT", "V1/customers/:email/activate", MANAGE, customer_endpoints.activate_customer),
)


def find_route(method: str, segments: tuple[str, ...], shop: Shop) -> tuple[Route, dict[str, str]]:
    """Find the route that fits, with the parameters in its path."""
    for route in ROUTES:
        parameters = route.match(method, segments)
        if parameters is not None and route.exists_in(shop):
            return route, parameters
    raise NoSuchEntity(messages.NO_ROUTE)
