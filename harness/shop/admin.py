"""Signs the admin in as the shop's settings say, and explains in one sentence when Magento refuses."""

import re
from collections.abc import Callable

from pydantic import SecretStr

from api.admin_access import AdminAccess, Integration, ReadyToken, SignedIn
from api.errors import Refusal
from api.magento import Magento
from api.models import Credentials
from api.two_factor import current_code
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop


def admin_access(
    shop: Shop,
    magento: Magento,
    scrubber: Scrubber,
    token: SecretStr | None = None,
    on_renewal: Callable[[], None] = lambda: None,
) -> AdminAccess:
    """Give the administrator's access; `token` is one that the run has signed in for already.

    `on_renewal` is called whenever the token had run out and was renewed. Raises what signing in raises where
    that is needed: Refusal, or another ShopError.
    """
    if shop.admin_token:
        return ReadyToken(shop.admin_token)
    if shop.oauth_consumer_key and shop.oauth_consumer_secret:
        assert shop.oauth_access_token
        assert shop.oauth_access_token_secret
        return Integration(
            shop.oauth_consumer_key,
            shop.oauth_consumer_secret,
            shop.oauth_access_token,
            shop.oauth_access_token_secret,
        )

    def sign_in_again() -> SecretStr:
        token = sign_in(shop, magento, scrubber)
        on_renewal()
        return token

    return SignedIn(token or sign_in(shop, magento, scrubber), sign_in_again)


def sign_in(shop: Shop, magento: Magento, scrubber: Scrubber) -> SecretStr:
    """Sign the admin in, with two-factor where its secret is set, and hide the token that comes of it."""
    assert shop.admin_username
    assert shop.admin_password
    admin = Credentials(username=shop.admin_username, password=shop.admin_password)
    if shop.admin_totp_secret:
        answer = magento.two_factor_token(admin, current_code(shop.admin_totp_secret))
    else:
        answer = magento.admin_token(admin)
    scrubber.hide(answer.value, "ADMIN_TOKEN")
    return SecretStr(answer.value)


def explained(refusal: Refusal, shop: Shop) -> str:
    """Say what the refusal of the admin means and what to do; Magento's own words where that is unknown."""
    said = f"{refusal.call}: {refusal.status}, {refusal.message.rstrip('.')}."
    return f"{said} {advice(refusal, shop)}"


def advice(refusal: Refusal, shop: Shop) -> str:
    """Say what to do about a refusal of the admin, with the variables to look at."""
    if refusal.missing_right:
        return _missing_right(shop)
    names = {field: shop.variable(field) for field in Shop.model_fields}
    known = (text for pattern, text in _ADVICE.items() if re.search(pattern, refusal.message))
    return next(known, _UNKNOWN).format(admin=shop.admin_name, **names)


_ADVICE = {
    # signing in
    r"The account sign-in was incorrect": (
        "This is how Magento answers to a wrong password, an unknown or inactive user and one that is locked, "
        "all alike: check {admin_username} and {admin_password}, and wait half an hour if {admin} was tried "
        "six times in vain."
    ),
    r"More permissions are needed": "The password is right, but {admin} has no role: give one.",
    # two-factor
    r"Please use the 2fa provider-specific endpoints": (
        "The password is right, but {admin} signs in with two-factor: set {admin_totp_secret} to the secret "
        "of the provider google."
    ),
    r"You are required to configure personal Two-Factor": (
        "The password is right, but {admin} has yet to set two-factor up: follow the e-mail that the shop "
        "has sent, and set {admin_totp_secret} to the secret of the provider google."
    ),
    r"Please ask an administrator with sufficient access to configure 2FA": (
        "The password is right, but the shop asks for two-factor and allows no provider yet: let an "
        "administrator allow google, set it up for {admin}, and set {admin_totp_secret} to its secret."
    ),
    r"Invalid code\.": "Check {admin_totp_secret}, and that this machine's clock is right to half a minute.",
    r"Provider is not (configured|allowed)\.": (
        "The provider google has to be allowed in the shop and set up for {admin}; others have no code that "
        "can be computed."
    ),
    r"Request does not match any route": "The shop has no two-factor: take {admin_totp_secret} away.",
    # an integration
    r"An error occurred validating the nonce": (
        "This machine's clock is ahead of the shop's by minutes: set it right."
    ),
    r"The nonce is already being used": "Somebody sent the same signed call before, a proxy that repeats calls?",
    r"The signature is invalid": (
        "Check {oauth_consumer_secret} and {oauth_access_token_secret}; the keys themselves are known."
    ),
    r"[Cc]onsumer (having the specified key|key) (does not exist|is not the correct length)": (
        "Check {oauth_consumer_key}."
    ),
    r"(Specified token does not exist|The token length is invalid)": (
        "Check {oauth_access_token}; activating the integration anew changes it."
    ),
    r"Signature method .* is not supported": "Calls are signed by HMAC-SHA256: has the shop restricted them?",
}
"""What to do about a refusal, by what its message holds; braces stand for the admin and for variables."""


_UNKNOWN = "Check the settings of {admin}."

_RIGHTS = "the suite needs Magento_Backend::store, Magento_Customer::customer and Magento_Customer::delete."


def _missing_right(shop: Shop) -> str:
    if not shop.admin_token:
        return f"Check the role of {shop.admin_name}: {_RIGHTS}"
    return (
        "The shop answers so to a token that is wrong or has run out, and from 2.4.4 on to an integration's as "
        f"well: set {shop.variable('admin_token')} anew, or an integration's four credentials "
        f"({shop.variable('oauth_consumer_key')} and so on), or let the shop take integrations' tokens "
        f"(oauth/consumer/enable_integration_as_bearer). If the token is good, check its role: {_RIGHTS}"
    )
