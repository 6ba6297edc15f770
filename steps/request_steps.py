"""Sentences about requests that are not what Magento expects."""

from typing import Any

from pytest_bdd import given, parsers, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, StoreIds
from api.new_customer import NewCustomer
from api.rest_client import RawBody

ROUTES = {"the store views": "store/storeViews", "the customer token": "integration/customer/token"}


@given('she has the field "nickname2", which Magento does not know', target_fixture="new_customer")
def she_has_an_unknown_field(new_customer: NewCustomer) -> NewCustomer:
    """Add a field."""
    return new_customer.changed("customer.nickname2", "x")


@given('her store view\'s id is the text "abc"', target_fixture="new_customer")
def her_store_view_is_text(new_customer: NewCustomer) -> NewCustomer:
    """Send a text for a number."""
    return new_customer.changed("customer.store_id", "abc")


@when("a customer is sent as JSON that breaks off", target_fixture="answer")
def customer_is_sent_broken(magento: Magento, store_ids: StoreIds, admin: AdminAccess) -> Answer[Any]:
    """Send the beginning of a body."""
    body = RawBody("application/json", '{"customer": {')
    return magento.rest.send("POST", "customers", bool, scope=store_ids.code, caller=admin, body=body)


@when(parsers.parse('a customer is sent with the content type "{header}"'), target_fixture="answer")
def customer_is_sent_as(
    magento: Magento, store_ids: StoreIds, admin: AdminAccess, header: str
) -> Answer[Any]:
    """Send a body under another name."""
    body = RawBody(header, "{}")
    return magento.rest.send("POST", "customers", bool, scope=store_ids.code, caller=admin, body=body)


@when("a customer is sent without a content type", target_fixture="answer")
def customer_is_sent_without_a_type(magento: Magento, store_ids: StoreIds, admin: AdminAccess) -> Answer[Any]:
    """Send a body without a name."""
    body = RawBody(None, "{}")
    return magento.rest.send("POST", "customers", bool, scope=store_ids.code, caller=admin, body=body)


@when("an empty body is sent in place of a customer", target_fixture="answer")
def empty_body_is_sent(magento: Magento, store_ids: StoreIds, admin: AdminAccess) -> Answer[Any]:
    """Send an object without fields."""
    return magento.rest.send("POST", "customers", bool, scope=store_ids.code, caller=admin, body={})


@when("XML is asked for the store views", target_fixture="answer")
def xml_is_asked_for(magento: Magento, admin: AdminAccess) -> Answer[Any]:
    """Ask as a browser would."""
    return magento.rest.send("GET", "store/storeViews", bool, caller=admin, accept="application/xml")


@when("credentials without a password are sent as XML", target_fixture="answer")
def credentials_are_sent_as_xml(magento: Magento, store_ids: StoreIds) -> Answer[Any]:
    """Send a body in which Magento misses only what is missing, if it can read it."""
    body = RawBody("application/xml", "<login><username>somebody@example.com</username></login>")
    return magento.rest.send("POST", ROUTES["the customer token"], str, scope=store_ids.code, body=body)


@when("the customer asks for a customer token with an unknown e-mail in the query", target_fixture="answer")
def unknown_email_in_the_query(
    magento: Magento, credentials: Credentials, store_ids: StoreIds
) -> Answer[Any]:
    """Contradict the body by the query."""
    query, body = {"username": f"unknown.{credentials.username}"}, credentials.payload()
    path = ROUTES["the customer token"]
    return magento.rest.send("POST", path, str, scope=store_ids.code, body=body, query=query)


@when(parsers.parse("{method} is sent to the route of {route}"), target_fixture="answer")
def method_is_sent(magento: Magento, admin: AdminAccess, method: str, route: str) -> Answer[Any]:
    """Use a method that the route does not have."""
    return magento.rest.send(method, ROUTES[route], bool, caller=admin)
