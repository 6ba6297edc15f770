"""An integration's four secrets, and calls signed with them the way any OAuth 1.0a client signs."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from oauthlib.oauth1 import Client

from sandbox.integration import Integration
from tests.sandbox.rest_client import Reply, RestClient

INTEGRATION = Integration("k" * 32, "s" * 32, "t" * 32, "u" * 32)
Verb = Literal["DELETE", "GET", "POST", "PUT"]
HOST = "http://localhost"


@dataclass(frozen=True)
class Signer:
    """Signs each call anew; what an integration gets wrong is changed by name."""

    guest: RestClient
    method: str = "HMAC-SHA256"
    secrets: Integration = INTEGRATION
    nonce: str | None = None
    timestamp: str | None = None
    realm: str | None = None
    signature_type: str = "AUTH_HEADER"

    def but(self, **changes: Any) -> "Signer":
        """Give the same signer with other ways."""
        return replace(self, **changes)

    def with_secrets(self, **changes: str) -> "Signer":
        """Give the same signer with other secrets."""
        return self.but(secrets=replace(self.secrets, **changes))

    def header(self, verb: Verb, url: str) -> tuple[str, dict[str, str]]:
        """Give the address and the headers of a signed call."""
        client = Client(
            self.secrets.consumer_key,
            client_secret=self.secrets.consumer_secret,
            resource_owner_key=self.secrets.access_token,
            resource_owner_secret=self.secrets.access_token_secret,
            signature_method=self.method,
            signature_type=self.signature_type,
            nonce=self.nonce,
            timestamp=self.timestamp,
            realm=self.realm,
        )
        signed, headers, _ = client.sign(url, http_method=verb)
        return signed, headers

    def call(self, verb: Verb, path: str, json: Any = None, host: str = HOST) -> Reply:
        """Sign a call below `/rest/` and make it."""
        # A client signs an encoded address; whether brackets are sent encoded makes no difference.
        encoded = path.replace("[", "%5B").replace("]", "%5D")
        url, headers = self.header(verb, f"{host}/rest/{encoded}")
        sent = path if headers else url.partition("/rest/")[2]
        return self.guest.call(
            verb, sent, headers={**headers, "Host": host.removeprefix("http://")}, json=json
        )

    def get(self, path: str) -> Reply:
        """Read, signed."""
        return self.call("GET", path)
