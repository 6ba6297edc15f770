"""How the admin is authenticated to the REST API: with a token of hers, with one got by signing in, or by signing.

An access authorizes one request at a time, as requests' `auth` does, so that every try of a call is
authorized, and where that is the way signed, anew.
"""

from collections.abc import Callable
from typing import Any, Protocol, cast

from pydantic import SecretStr
from requests import PreparedRequest
from requests.auth import AuthBase
from requests_oauthlib import OAuth1


class AdminAccess(Protocol):
    """Authorizes the admin's calls. `advice` is what to do when one is refused for lack of authority."""

    advice: str

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Authorize a request that is about to be sent."""

    @property
    def token(self) -> SecretStr | None:
        """The admin token, None where calls are signed instead."""

    def renew(self) -> bool:
        """Get another token in place of one that the shop no longer takes; tell whether there is one."""


class Bearer(AuthBase):
    """Sends a token, or for a guest none; requests then never looks into a .netrc file for credentials."""

    advice = ""

    def __init__(self, token: SecretStr | None) -> None:
        self.token = token

    def __repr__(self) -> str:
        """Show that there is a token, never which."""
        return f"<{type(self).__name__} {'with' if self.token else 'without'} a token>"

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Set the Authorization header."""
        if self.token is not None:
            request.headers["Authorization"] = f"Bearer {self.token.get_secret_value()}"
        return request

    def renew(self) -> bool:
        """Tell that there is no other."""
        return False


class ReadyToken(Bearer):
    """An admin token that was made elsewhere; when it has run out there is no other."""

    advice = "The admin token may have run out: a ready one cannot be renewed, set another."


class SignedIn(Bearer):
    """A token got by signing in, and the way to get another: it may run out within the run."""

    def __init__(self, token: SecretStr, sign_in: Callable[[], SecretStr]) -> None:
        super().__init__(token)
        self._sign_in = sign_in

    def renew(self) -> bool:
        """Sign in again; raises what signing in raises."""
        self.token = self._sign_in()
        return True


class Integration(AuthBase):
    """An integration's four credentials, with which it signs each call (OAuth 1.0a).

    Magento takes HMAC-SHA256 in every version, HMAC-SHA1 before 2.4.4 alone.
    """

    advice = ""
    token = None

    def __init__(
        self, consumer_key: SecretStr, consumer_secret: SecretStr, token: SecretStr, token_secret: SecretStr
    ) -> None:
        self._client = OAuth1(
            client_key=consumer_key.get_secret_value(),
            client_secret=consumer_secret.get_secret_value(),
            resource_owner_key=token.get_secret_value(),
            resource_owner_secret=token_secret.get_secret_value(),
            signature_method="HMAC-SHA256",
            decoding=None,
        ).client

    def __repr__(self) -> str:
        """Show none of the credentials."""
        return "<Integration>"

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        """Sign the request, with a nonce and a time of its own; a body that is no form is not signed."""
        _, headers, _ = self._client.sign(str(request.url), cast(Any, request.method))
        request.headers.update(headers)
        return request

    def renew(self) -> bool:
        """Tell that there is nothing to renew."""
        return False


Caller = SecretStr | AdminAccess | None
"""Whose call it is: a customer's by her token, the admin's by her access, or a guest's."""


def authorization(caller: Caller) -> AdminAccess:
    """Give what authorizes this caller's requests."""
    return Bearer(caller) if caller is None or isinstance(caller, SecretStr) else caller
