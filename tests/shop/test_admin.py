"""The admin's token is renewed, and each refusal explained: which variable or setting to look at."""

import pytest
from pydantic import SecretStr

from api.errors import Refusal
from harness.run.embedded_store import EmbeddedStore
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access, explained
from harness.shop.connection import connect
from harness.shop.shop import Shop

SIGN_IN = "The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later."
URL = "https://staging.example.com"
USER = Shop(name="staging", base_url=URL, admin_username="jo", admin_password=SecretStr("top-secret"))
TOKEN = Shop(name="staging", base_url=URL, admin_token=SecretStr("top-secret"))
INTEGRATION = Shop(
    name="staging",
    base_url=URL,
    oauth_consumer_key=SecretStr("top-secret"),
    oauth_consumer_secret=SecretStr("top-secret"),
    oauth_access_token=SecretStr("top-secret"),
    oauth_access_token_secret=SecretStr("top-secret"),
)


def test_refusal_is_explained(subtests: pytest.Subtests) -> None:
    """Magento's own words come first, then what they mean and what to do."""
    rows: tuple[tuple[Shop, int, str, str], ...] = (
        (
            USER,
            401,
            SIGN_IN,
            "check STAGING_ADMIN_USERNAME and STAGING_ADMIN_PASSWORD, and wait half an hour",
        ),
        (USER, 401, "More permissions are needed to access this.", "the admin jo has no role"),
        (
            USER,
            400,
            "Please use the 2fa provider-specific endpoints to obtain a token.",
            "set STAGING_ADMIN_TOTP_SECRET to the secret of the provider google",
        ),
        (
            USER,
            400,
            "You are required to configure personal Two-Factor Authorization in order to login. "
            "Please check your email.",
            "the admin jo has yet to set two-factor up",
        ),
        (
            USER,
            400,
            "Please ask an administrator with sufficient access to configure 2FA first",
            "let an administrator allow google",
        ),
        (USER, 401, "Invalid code.", "Check STAGING_ADMIN_TOTP_SECRET, and that this machine's clock"),
        (USER, 400, "Provider is not configured.", "google has to be allowed in the shop and set up"),
        (USER, 404, "Request does not match any route.", "take STAGING_ADMIN_TOTP_SECRET away"),
        (INTEGRATION, 401, "An error occurred validating the nonce", "This machine's clock is ahead"),
        (
            INTEGRATION,
            401,
            "The nonce is already being used by the consumer with ID 1",
            "sent the same signed call before",
        ),
        (
            INTEGRATION,
            401,
            "The signature is invalid. Verify and try again.",
            "Check STAGING_OAUTH_CONSUMER_SECRET and STAGING_OAUTH_ACCESS_TOKEN_SECRET",
        ),
        (
            INTEGRATION,
            401,
            "A consumer having the specified key does not exist",
            "Check STAGING_OAUTH_CONSUMER_KEY.",
        ),
        (
            INTEGRATION,
            401,
            "Consumer key is not the correct length",
            "Check STAGING_OAUTH_CONSUMER_KEY.",
        ),
        (INTEGRATION, 401, "Specified token does not exist", "Check STAGING_OAUTH_ACCESS_TOKEN;"),
        (
            INTEGRATION,
            400,
            "The token length is invalid. Check the length and try again.",
            "Check STAGING_OAUTH_ACCESS_TOKEN;",
        ),
        (
            INTEGRATION,
            400,
            "Signature method HMAC-SHA256 is not supported",
            "Calls are signed by HMAC-SHA256",
        ),
        (INTEGRATION, 418, "Something new", "Check the settings of the integration."),
    )
    for shop, status, message, advice in rows:
        with subtests.test(shop=shop):
            said = explained(Refusal("POST /rest/all/V1/x", message, status=status), shop)
            assert said.startswith(f"POST /rest/all/V1/x: {status}, {message.rstrip('.')}. ")
            assert advice in said
            assert "top-secret" not in said


def test_missing_right_is_explained_by_the_kind_of_access(subtests: pytest.Subtests) -> None:
    """A ready token may be at fault itself; whoever is authenticated lacks a right."""
    rows: tuple[tuple[Shop, str], ...] = (
        (USER, "Check the role of the admin jo: the suite needs Magento_Backend::store, "),
        (INTEGRATION, "Check the role of the integration: the suite needs Magento_Backend::store, "),
        (
            TOKEN,
            "set STAGING_ADMIN_TOKEN anew, or an integration's four credentials (STAGING_OAUTH_CONSUMER_KEY",
        ),
        (TOKEN, "oauth/consumer/enable_integration_as_bearer"),
    )
    for shop, advice in rows:
        with subtests.test(shop=shop):
            right = {"resources": "Magento_Backend::store"}
            refusal = Refusal("GET /rest/all/V1/x", "not authorized", status=401, parameters=right)
            assert advice in explained(refusal, shop)


@pytest.mark.usefixtures("processes")
def test_renewal_is_passed_on() -> None:
    """A token that the shop does not take is renewed once; the callable is called each time that happens."""
    store = EmbeddedStore([])
    renewals: list[str] = []
    try:
        magento = connect(store.shop, "renewing")
        token = SecretStr("run-out")
        access = admin_access(
            store.shop, magento, Scrubber(), token, on_renewal=lambda: renewals.append("renewed")
        )
        assert magento.customers_like("%", caller=access).value
        assert renewals == ["renewed"]
        assert magento.customers_like("%", caller=access).value
        assert renewals == ["renewed"]
    finally:
        store.stop()
