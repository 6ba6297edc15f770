"""Access tokens of both kinds: 32 opaque characters up to 2.4.3, signed JWTs from 2.4.4 on."""

import base64
import hashlib
import hmac
import json
import secrets
import string
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from sandbox.clock import Clock
from sandbox.configuration import Configuration
from sandbox.database import Database
from sandbox.defects import defective
from sandbox.records import Customer
from sandbox.versions import MagentoVersion

ALPHABET = string.ascii_lowercase + string.digits
OPAQUE_LENGTH = 32
ALGORITHM = "HS256"
DAY = 24 * 3600


class UserType(IntEnum):
    """Who a token stands for, numbered as in a JWT's claim."""

    ADMIN = 2
    CUSTOMER = 3


@dataclass(frozen=True)
class TokenUser:
    """The user that a token names."""

    type: UserType
    id: int


class Tokens:
    """Issues tokens, reads them back, revokes them."""

    def __init__(
        self, database: Database, clock: Clock, version: MagentoVersion, configuration: Configuration
    ) -> None:
        self._database = database
        self._clock = clock
        self._version = version
        self._latest: dict[int, str] = {}
        self._lifetimes = {
            UserType.ADMIN: configuration.admin_token_lifetime or version.admin_token_minutes * 60,
            UserType.CUSTOMER: configuration.customer_token_lifetime or version.customer_token_minutes * 60,
        }

    def customer_token(self, customer: Customer) -> str:
        """Issue a token for a customer."""
        token = self.issue(TokenUser(UserType.CUSTOMER, customer.id))
        self._latest[customer.id] = token
        return token

    def issue(self, user: TokenUser) -> str:
        """Issue a token for a user."""
        return self._issue_jwt(user) if self._version.jwt_tokens else self._issue_opaque(user)

    def resolve(self, token: str) -> TokenUser | None:
        """Tell whom a token stands for; None for one that is unknown, forged, expired or revoked."""
        user = self._resolve_jwt(token) if self._version.jwt_tokens else self._resolve_opaque(token)
        is_outdated = (
            user is not None
            and user.type is UserType.CUSTOMER
            and defective("latest-token-alone")
            and self._latest.get(user.id, token) != token
        )
        return None if is_outdated else user

    def revoke(self, user: TokenUser) -> None:
        """End all tokens of a user; a JWT issued within the same second dies with them."""
        if defective("deaf-revocation"):
            return
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM opaque_token WHERE user_type = ? AND user_id = ?", (user.type, user.id)
            )
            connection.execute(
                "INSERT OR REPLACE INTO token_revocation VALUES (?, ?, ?)",
                (user.type, user.id, int(self._clock.timestamp()) + DAY * defective("revocation-for-good")),
            )

    def _issue_opaque(self, user: TokenUser) -> str:
        token = "".join(secrets.choice(ALPHABET) for _ in range(OPAQUE_LENGTH))
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO opaque_token VALUES (?, ?, ?, ?)",
                (token, user.type, user.id, self._clock.timestamp()),
            )
        return token

    def _resolve_opaque(self, token: str) -> TokenUser | None:
        with self._database.transaction() as connection:
            row = connection.execute("SELECT * FROM opaque_token WHERE token = ?", (token,)).fetchone()
        if row is None:
            return None
        user = TokenUser(UserType(row["user_type"]), row["user_id"])
        return user if row["issued_at"] + self._lifetimes[user.type] > self._clock.timestamp() else None

    def _issue_jwt(self, user: TokenUser) -> str:
        now = int(self._clock.timestamp())
        header = {"kid": "1", "alg": ALGORITHM}
        end = now + (DAY if defective("lasting-tokens") else self._lifetimes[user.type])
        claims = {"uid": user.id, "utypid": user.type, "iat": now, "exp": end}
        signed = f"{_encode(_as_json(header))}.{_encode(_as_json(claims))}"
        return f"{signed}.{self._signature(signed)}"

    def _resolve_jwt(self, token: str) -> TokenUser | None:
        signed, _, signature = token.rpartition(".")
        if not token.isascii() or not self._is_signed(signed, signature):
            return None
        header, claims = (_decode(part) for part in signed.split("."))
        user = TokenUser(UserType(claims["utypid"]), claims["uid"])
        if header["alg"] != ALGORITHM or claims["exp"] <= self._clock.timestamp():
            return None
        return None if claims["iat"] <= self._revoked_at(user) else user

    def _revoked_at(self, user: TokenUser) -> int:
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT revoked_at FROM token_revocation WHERE user_type = ? AND user_id = ?",
                (user.type, user.id),
            ).fetchone()
        return int(row["revoked_at"]) if row else -1

    def _is_signed(self, signed: str, signature: str) -> bool:
        return hmac.compare_digest(signature, self._signature(signed)) or defective("unsigned-tokens")

    def _signature(self, signed: str) -> str:
        return _encode(hmac.digest(self._signing_key(), signed.encode(), hashlib.sha256))

    def _signing_key(self) -> bytes:
        # The key lies beside the customers, so that tokens outlive a restart as they do in a shop.
        with self._database.transaction() as connection:
            row = connection.execute("SELECT key FROM signing_key").fetchone()
            if row is None:
                connection.execute("INSERT INTO signing_key VALUES (?)", (secrets.token_hex(32),))
                row = connection.execute("SELECT key FROM signing_key").fetchone()
        return bytes.fromhex(row["key"])


def _as_json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(part: str) -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return decoded
