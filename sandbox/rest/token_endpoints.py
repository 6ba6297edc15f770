"""Access tokens: asked for with a user name, a password and perhaps a second factor, and revoked."""

import hmac

from sandbox import messages, recaptcha, sessions
from sandbox.defects import defective
from sandbox.errors import AccessRefused, InputRefused, NotConfirmed, SignInRefused
from sandbox.records import Customer, CustomerDraft
from sandbox.rest.calls import Call
from sandbox.roles import NO_ROLE
from sandbox.tokens import TokenUser, UserType

ADMIN_ID = 1
STRANGER = CustomerDraft(email="stranger@example.com", firstname="Another", lastname="Customer")


def create_admin_token(call: Call, username: str, password: str) -> str:
    """Issue a token for the admin, where a password is enough."""
    _check_admin(call, username, password)
    call.shop.two_factor.refuse_password_alone()
    return _admin_token(call)


def create_admin_token_with_code(call: Call, username: str, password: str, otp: str) -> str:
    """Issue a token for the admin who has a second factor."""
    _check_admin(call, username, password)
    call.shop.two_factor.check(otp)
    return _admin_token(call)


def refuse_provider(call: Call, username: str, password: str) -> str:
    """Refuse a second factor that the shop does not offer."""
    _check_admin(call, username, password)
    raise InputRefused(messages.PROVIDER_NOT_ALLOWED)


def create_customer_token(call: Call, username: str, password: str) -> str:
    """Issue a token for a customer of the website that the scope belongs to."""
    call.check_recaptcha(recaptcha.SIGN_IN)
    _check_given(username, password)
    throttle = call.shop.throttle
    throttle.check(username, UserType.CUSTOMER)
    try:
        customer = call.shop.credentials.authenticate(username, password, call.website_id)
    except SignInRefused as refusal:
        throttle.count_failure(username, UserType.CUSTOMER)
        if isinstance(refusal, NotConfirmed) and not call.shop.version.tells_missing_confirmation:
            raise SignInRefused from None
        raise
    if not defective("failures-are-kept"):
        throttle.clear(username, UserType.CUSTOMER)
    if call.shop.version.token_clears_failures and not defective("account-failures-are-kept"):
        call.shop.credentials.clear_failures(customer.id)
    if defective("foreign-customer-token"):
        customer = _another_customer(call, customer)
    if "Authorization" in call.request.headers and defective("old-token-shuts-out"):
        raise AccessRefused.to("self")
    return call.shop.tokens.customer_token(customer)


def revoke_customer_token(call: Call) -> bool:
    """End all tokens of the customer who calls."""
    call.shop.tokens.revoke(TokenUser(UserType.CUSTOMER, call.customer.id))
    if defective("revocation-signs-out"):
        sessions.forget_sessions(call.shop)
    return True


def _check_admin(call: Call, username: str, password: str) -> None:
    _check_given(username, password)
    throttle, configuration = call.shop.throttle, call.shop.configuration
    throttle.check(username, UserType.ADMIN)
    known = hmac.compare_digest(username.encode(), configuration.admin_username.encode())
    if not (known and hmac.compare_digest(password.encode(), configuration.admin_password.encode())):
        throttle.count_failure(username, UserType.ADMIN)
        raise SignInRefused
    throttle.clear(username, UserType.ADMIN)
    if call.shop.admin_role is NO_ROLE:
        raise AccessRefused(messages.MORE_PERMISSIONS_NEEDED)


def _admin_token(call: Call) -> str:
    return call.shop.tokens.issue(TokenUser(UserType.ADMIN, ADMIN_ID))


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
