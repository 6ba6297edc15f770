"""What a customer token says of itself: from Magento 2.4.4 on it is a JWT, before that it says nothing."""

import base64
import json

from pydantic import SecretStr

_PARTS_OF_A_JWT = 3


def is_jwt(token: SecretStr) -> bool:
    """Tell whether the token has the three parts of a JWT."""
    return token.get_secret_value().count(".") == _PARTS_OF_A_JWT - 1


def claims_of(token: SecretStr) -> dict[str, int]:
    """Decode a JWT's claims (`uid`, `utypid`, `iat`, `exp`); its signature is the shop's business."""
    middle = token.get_secret_value().split(".")[1]
    padded = middle + "=" * (-len(middle) % 4)
    claims: dict[str, int] = json.loads(base64.urlsafe_b64decode(padded))
    return claims
