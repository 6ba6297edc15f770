"""What a JWT says, and how a forged one is made for the scenarios that try it."""

import base64
import json
from collections.abc import Mapping

import pytest
from pydantic import SecretStr

from api.token_claims import claims_of, forged, is_jwt, seconds_between


def _part(values: Mapping[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).rstrip(b"=").decode()


def _jwt(issued: int) -> SecretStr:
    claims = {"uid": 7, "utypid": 3, "iat": issued, "exp": issued + 3600}
    return SecretStr(f"{_part({'kid': '1', 'alg': 'HS256'})}.{_part(claims)}.c2lnbmF0dXJl")


OPAQUE = SecretStr("a" * 32)


def test_claims_are_read() -> None:
    """The middle part, whatever its length."""
    assert claims_of(_jwt(1000)) == {"uid": 7, "utypid": 3, "iat": 1000, "exp": 4600}


def test_clock_is_reported_by_two_tokens() -> None:
    """Opaque tokens tell no time: nothing has to be waited for."""
    assert seconds_between(_jwt(1000), _jwt(1002)) == 2
    assert seconds_between(OPAQUE, OPAQUE) == float("inf")


@pytest.mark.parametrize(
    ("signed", "signature", "algorithm"), [(True, "c2lnbmF0dXJl", "HS256"), (False, "", "none")]
)
def test_forgery_names_another_customer(signed: bool, signature: str, algorithm: str) -> None:
    """All claims but the customer's id stay as they were."""
    token = forged(_jwt(1000), 8, signed=signed)
    header, _, seen = token.get_secret_value().split(".")
    assert is_jwt(token)
    assert claims_of(token) == {"uid": 8, "utypid": 3, "iat": 1000, "exp": 4600}
    assert seen == signature
    assert json.loads(base64.urlsafe_b64decode(header + "==")) == {"kid": "1", "alg": algorithm}
