"""Access tokens: asked for with a user name and a password, and revoked."""

import hmac

from sandbox.errors import InputRefused, SignInRefused
from sandbox.records import Customer, CustomerDraft
from sandbox.rest.calls import Call
from sandbox.tokens import TokenUser, UserType

ADMIN_ID = 1
STRANGER = CustomerDraft(email="stranger@example.com", firstname="Another", lastname="Customer")


def create_admin_token(call: Call, username: str, password: str) -> str:
    """Issue a token for the admin."""
    _check_given(username, password)
    throttle, configuration = call.shop.throttle, call.shop.configuration
    throttle.check(username, UserType.ADMIN)
    known = hmac.compare_digest(username.encode(), configuration.admin_username.encode())
    if not (known and hmac.compare_digest(password.encode(), configuration.admin_password.encode())):
        throttle.count_failure(username, UserType.ADMIN)
        raise SignInRefused
    throttle.clear(username, UserType.ADMIN)
    return call.shop.tokens.issue(TokenUser(UserType.ADMIN, ADMIN_ID))


def create_customer_token(call: Call, username: str, password: str) -> str:
    """Issue a token for a customer of the website that the scope belongs to."""
    _check_given(username, password)
    throttle = call.shop.throttle
    throttle.check(username, UserType.CUSTOMER)
    try:
        customer = call.shop.customers.authenticate(username, password, call.website_id)
    except SignInRefused:
        throttle.count_failure(username, UserType.CUSTOMER)
        raise
    throttle.clear(username, UserType.CUSTOMER)
    if call.shop.has_defect("foreign-customer-token"):
        customer = _another_customer(call, customer)
    return call.shop.tokens.customer_token(customer)


def revoke_customer_token(call: Call) -> bool:
    """End all tokens of the customer who calls."""
    call.shop.tokens.revoke(TokenUser(UserType.CUSTOMER, call.customer.id))
    return True


def _check_given(username: str, password: str) -> None:
    given = {"username": username, "password": password}
    missing = [InputRefused.required(name) for name, value in given.items() if not value]
    if missing:
        raise InputRefused.several(missing)


def _another_customer(call: Call, customer: Customer) -> Customer:
    """Answer some other customer of the same website, made for the purpose when there is none."""
    others = call.shop.customers.select(
        "website_id = ? AND id <> ? ORDER BY id LIMIT 1", customer.website_id, customer.id
    )
    if others:
        return others[0]
    STRANGER.website_id = customer.website_id
    return call.shop.customers.create(STRANGER)
