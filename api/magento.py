"""The calls of step 6, one method each, over the REST client.

Every method gives the Answer: its `value` is what the call promises, or raises the error that says why there
is none; its `refusal` is for tests that expect one.
"""

from typing import Any, Literal

from pydantic import SecretStr

from api.admin_access import Caller
from api.answer import Answer
from api.models import (
    Address,
    Attribute,
    Country,
    CountryCode,
    Credentials,
    Customer,
    CustomerGroup,
    CustomerList,
    FoundCustomers,
    StoreConfig,
    StoreGroup,
    StoreView,
    Website,
)
from api.new_customer import NewCustomer
from api.rest_client import RestClient

MANY_MODULES = 1000
"""More than a shop has: without a page size Magento lists twenty."""

SEARCH_PAGE = 100
"""Customers on a page of a search; a shop may refuse more than 300."""


class Magento:
    """A shop's REST API, in the words of the tutorial. `caller` makes the call: None is a guest."""

    def __init__(self, rest: RestClient) -> None:
        self.rest = rest

    def __repr__(self) -> str:
        """Show the shop's URL."""
        return f"<Magento at {self.rest.base_url}>"

    def admin_token(self, admin: Credentials) -> Answer[str]:
        """Sign the admin in: POST /V1/integration/admin/token."""
        return self.rest.send("POST", "integration/admin/token", str, body=admin.payload())

    def two_factor_token(self, admin: Credentials, code: str) -> Answer[str]:
        """Sign an admin with two-factor in: POST /V1/tfa/provider/google/authenticate.

        `code` is the authenticator's six digits of this half minute; as text, for it may begin with zeros.
        """
        body = {**admin.payload(), "otp": code}
        return self.rest.send("POST", "tfa/provider/google/authenticate", str, body=body)

    def customer_token(self, customer: Credentials, *, scope: str) -> Answer[str]:
        """Get a customer's token, as a guest does: POST /V1/integration/customer/token."""
        return self.rest.send("POST", "integration/customer/token", str, scope=scope, body=customer.payload())

    def store_views(self, caller: Caller, *, scope: str = "all") -> Answer[tuple[StoreView, ...]]:
        """List every store view of the shop, the admin's own included, in no promised order."""
        return self.rest.send("GET", "store/storeViews", tuple[StoreView, ...], scope=scope, caller=caller)

    def store_configs(self, caller: Caller, *, code: str | None = None) -> Answer[tuple[StoreConfig, ...]]:
        """Give the ids, locale and addresses of every store view but the admin's, or of one by its code."""
        query = {"storeCodes[]": code} if code else None
        return self.rest.send(
            "GET", "store/storeConfigs", tuple[StoreConfig, ...], caller=caller, query=query
        )

    def websites(self, caller: Caller) -> Answer[tuple[Website, ...]]:
        """List the shop's websites, the admin's own included."""
        return self.rest.send("GET", "store/websites", tuple[Website, ...], caller=caller)

    def store_groups(self, caller: Caller) -> Answer[tuple[StoreGroup, ...]]:
        """List the shop's store groups, the admin's own included."""
        return self.rest.send("GET", "store/storeGroups", tuple[StoreGroup, ...], caller=caller)

    def country(self, code: str, *, scope: str) -> Answer[Country]:
        """Give a country with its regions, named in the locale of the scope; open to guests."""
        return self.rest.send("GET", f"directory/countries/{code}", Country, scope=scope)

    def modules(self, caller: Caller) -> Answer[tuple[str, ...]]:
        """List the names of the enabled modules: GET /V1/modules; needs the right Magento_Backend::admin."""
        query = {"searchCriteria[pageSize]": str(MANY_MODULES)}
        return self.rest.send("GET", "modules", tuple[str, ...], caller=caller, query=query)

    def default_group(self, store_id: int, caller: Caller) -> Answer[CustomerGroup]:
        """Give the group of a store view's new customers; needs the right Magento_Customer::group."""
        return self.rest.send("GET", f"customerGroups/default/{store_id}", CustomerGroup, caller=caller)

    def countries(self, *, scope: str) -> Answer[tuple[CountryCode, ...]]:
        """List the countries that a store view's website sells to; open to guests."""
        return self.rest.send("GET", "directory/countries", tuple[CountryCode, ...], scope=scope)

    def attributes(
        self, kind: Literal["customer", "customerAddress"], caller: Caller, *, scope: str
    ) -> Answer[tuple[Attribute, ...]]:
        """List the fields of customers or addresses as a store view's website has them."""
        path = f"attributeMetadata/{kind}"
        return self.rest.send("GET", path, tuple[Attribute, ...], scope=scope, caller=caller)

    def create_customer(self, customer: NewCustomer, *, scope: str, caller: Caller) -> Answer[Customer]:
        """Create a customer: POST /V1/customers."""
        return self.rest.send(
            "POST", "customers", Customer, scope=scope, caller=caller, body=customer.payload()
        )

    def own_account(self, caller: Caller, *, scope: str) -> Answer[Customer]:
        """Give the record of the customer whose token this is: GET /V1/customers/me."""
        return self.rest.send("GET", "customers/me", Customer, scope=scope, caller=caller)

    def own_default_address(
        self, kind: Literal["billing", "shipping"], token: SecretStr, *, scope: str
    ) -> Answer[Address]:
        """Give the customer's default address: GET /V1/customers/me/billingAddress or shippingAddress.

        Without a default the body is an empty list, which `value` refuses and `json` gives.
        """
        return self.rest.send("GET", f"customers/me/{kind}Address", Address, scope=scope, caller=token)

    def revoke_customer_token(self, token: SecretStr | None, *, scope: str) -> Answer[bool]:
        """End every token of a customer; from 2.4.6 on."""
        path = "integration/customer/revoke-customer-token"
        return self.rest.send("POST", path, bool, scope=scope, caller=token, body={})

    def address(self, address_id: int, *, caller: Caller) -> Answer[Address]:
        """Give one address: GET /V1/customers/addresses/<id>."""
        return self.rest.send("GET", f"customers/addresses/{address_id}", Address, caller=caller)

    def customer(self, customer_id: int, *, caller: Caller, scope: str = "all") -> Answer[Customer]:
        """Give a customer's record: GET /V1/customers/<id>."""
        return self.rest.send("GET", f"customers/{customer_id}", Customer, scope=scope, caller=caller)

    def change_own_account(self, record: dict[str, Any], token: SecretStr, *, scope: str) -> Answer[Customer]:
        """Change the record of the customer whose token this is: PUT /V1/customers/me."""
        body = {"customer": record}
        return self.rest.send("PUT", "customers/me", Customer, scope=scope, caller=token, body=body)

    def customers_with_email(self, email: str, *, caller: Caller, scope: str = "all") -> Answer[CustomerList]:
        """Find the customers of all websites with this e-mail, in capitals or not."""
        where = "searchCriteria[filterGroups][0][filters][0]"
        query = {f"{where}[field]": "email", f"{where}[value]": email}
        return self.rest.send(
            "GET", "customers/search", CustomerList, scope=scope, caller=caller, query=query
        )

    def customers_like(self, email: str, *, caller: Caller, page: int = 1) -> Answer[FoundCustomers]:
        """Find the customers of all websites whose e-mail is like this; `%` and `_` stand for any letters.

        Capitals make no difference. Beyond the last of the pages Magento gives the last one again.
        """
        where = "searchCriteria[filterGroups][0][filters][0]"
        query = {
            f"{where}[field]": "email",
            f"{where}[value]": email,
            f"{where}[conditionType]": "like",
            "searchCriteria[sortOrders][0][field]": "email",
            "searchCriteria[sortOrders][0][direction]": "ASC",
            "searchCriteria[pageSize]": str(SEARCH_PAGE),
            "searchCriteria[currentPage]": str(page),
            "fields": "items[id,email,website_id,created_at],total_count",
        }
        return self.rest.send("GET", "customers/search", FoundCustomers, caller=caller, query=query)

    def confirmation(self, customer_id: int, *, caller: Caller) -> Answer[str]:
        """Tell whether a customer's e-mail has yet to be confirmed: GET /V1/customers/<id>/confirm."""
        return self.rest.send("GET", f"customers/{customer_id}/confirm", str, caller=caller)

    def delete_customer(self, customer_id: int, *, caller: Caller, scope: str = "all") -> Answer[bool]:
        """Delete a customer: DELETE /V1/customers/<id>."""
        return self.rest.send("DELETE", f"customers/{customer_id}", bool, scope=scope, caller=caller)
