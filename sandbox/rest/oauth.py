"""How an integration proves itself: OAuth 1.0a in the Authorization header, checked in Magento's order.

A signature in the query is not looked at. Of the caller's clock only one that runs ahead is refused.
"""

from urllib.parse import unquote

from flask import Request

from sandbox import messages
from sandbox.errors import AccessRefused, InputRefused
from sandbox.integration import LENGTH, Integration
from sandbox.rest import oauth_signature
from sandbox.shop import Shop

REQUIRED = (
    "oauth_consumer_key",
    "oauth_signature",
    "oauth_signature_method",
    "oauth_nonce",
    "oauth_timestamp",
    "oauth_token",
)
SCHEME = "oauth "
VERSION = "1.0"
MOST_SECONDS_AHEAD = 600
CONSUMER_ID = "1"


def is_signed_by_integration(request: Request, shop: Shop) -> bool:
    """Tell whether the shop's integration has signed a call; False for one without a signature, refuse a bad one."""
    sent = _read_header(request.headers.get("Authorization", ""))
    if not sent:
        return False
    _check_parameters(sent, shop)
    integration = _find_consumer(sent["oauth_consumer_key"], shop)
    _use_nonce(sent, shop)
    if sent["oauth_token"] != integration.access_token:
        raise AccessRefused(messages.NO_SUCH_TOKEN)
    _check_signature(sent, integration, request)
    return True


def _read_header(authorization: str) -> dict[str, str]:
    start = authorization.lower().find(SCHEME)
    if start < 0:
        return {}
    pairs = (part.strip().partition("=") for part in authorization[start + len(SCHEME) :].split(","))
    return {
        unquote(name): unquote(value.strip('"'))
        for name, equals, value in pairs
        if equals and _is_protocol(name)
    }


def _is_protocol(name: str) -> bool:
    return name.startswith("oauth")


def _check_parameters(sent: dict[str, str], shop: Shop) -> None:
    if sent.get("oauth_version", VERSION) != VERSION:
        raise InputRefused(messages.OAUTH_VERSION_NOT_SUPPORTED, [sent["oauth_version"]])
    missing = [InputRefused.required(name) for name in REQUIRED if name not in sent]
    if missing:
        raise InputRefused.several(missing)
    if len(sent["oauth_token"]) != LENGTH:
        raise InputRefused(messages.TOKEN_LENGTH_INVALID)
    if sent["oauth_signature_method"] not in shop.version.signature_methods:
        raise InputRefused(messages.SIGNATURE_METHOD_NOT_SUPPORTED, [sent["oauth_signature_method"]])


def _find_consumer(key: str, shop: Shop) -> Integration:
    if len(key) != LENGTH:
        raise AccessRefused(messages.CONSUMER_KEY_LENGTH_INVALID)
    integration = shop.configuration.integration
    if integration is None or key != integration.consumer_key:
        raise AccessRefused(messages.NO_SUCH_CONSUMER)
    return integration


def _use_nonce(sent: dict[str, str], shop: Shop) -> None:
    """Remember a nonce, also when the signature then turns out to be wrong: it is good once."""
    timestamp = int(sent["oauth_timestamp"]) if sent["oauth_timestamp"].isdecimal() else 0
    if not 0 < timestamp <= shop.clock.timestamp() + MOST_SECONDS_AHEAD:
        raise AccessRefused(messages.NONCE_NOT_VALIDATED)
    with shop.database.transaction() as connection:
        kept = connection.execute("INSERT OR IGNORE INTO oauth_nonce VALUES (?)", (sent["oauth_nonce"],))
    if not kept.rowcount:
        raise AccessRefused(messages.NONCE_USED, [CONSUMER_ID])


def _check_signature(sent: dict[str, str], integration: Integration, request: Request) -> None:
    url = f"{request.scheme}://{request.host}{request.environ['REQUEST_URI']}"
    secrets = (integration.consumer_secret, integration.access_token_secret)
    if sent["oauth_signature"] != oauth_signature.sign(request.method, url, sent, *secrets):
        raise AccessRefused(messages.SIGNATURE_INVALID)
