"""The second factor of the admin, as Magento asks for it with the provider google: a code of six digits.

A shop may also ask for it and have nothing set up, in which case no admin gets a token over REST at all.
"""

import base64
import binascii
import hashlib
import hmac
from enum import StrEnum

from sandbox import messages
from sandbox.clock import Clock
from sandbox.configuration import Configuration
from sandbox.errors import AccessRefused, InputRefused

SECONDS_PER_CODE = 30
DIGITS = 6
# One code back and one ahead are good as well, and a code may be used again.
WINDOW = (-1, 0, 1)
PROVIDER = "google"


class State(StrEnum):
    """How far the shop's second factor has been set up."""

    OFF = "off"
    NOT_FORCED = "not-forced"
    UNCONFIGURED = "unconfigured"
    CONFIGURED = "configured"


class TwoFactor:
    """Whether the admin needs a second factor, and which codes are good right now."""

    def __init__(self, configuration: Configuration, clock: Clock) -> None:
        secret = configuration.admin_totp_secret
        self.state = State.CONFIGURED if secret else State(configuration.two_factor)
        self._key = read_secret(secret) if secret else b""
        self._clock = clock

    @property
    def is_on(self) -> bool:
        """Tell whether the shop has the module, and with it the module's addresses."""
        return self.state is not State.OFF

    def refuse_password_alone(self) -> None:
        """Refuse a right password that comes without a code, by what is set up."""
        if self.state is State.NOT_FORCED:
            raise InputRefused(messages.TWO_FACTOR_NOT_FORCED)
        if self.state is State.UNCONFIGURED:
            providers = {"providers": [PROVIDER], "active_providers": []}
            raise InputRefused(messages.TWO_FACTOR_NOT_CONFIGURED, providers)
        if self.state is State.CONFIGURED:
            raise InputRefused(messages.TWO_FACTOR_ELSEWHERE, {"active_providers": [PROVIDER]})

    def check(self, code: str) -> None:
        """Refuse a code that is not good now; any number of wrong ones locks nobody out."""
        if self.state is State.NOT_FORCED:
            raise InputRefused(messages.PROVIDER_NOT_ALLOWED)
        if self.state is State.UNCONFIGURED:
            raise InputRefused(messages.PROVIDER_NOT_CONFIGURED)
        step = int(self._clock.timestamp()) // SECONDS_PER_CODE
        if code not in [_code(self._key, step + drift) for drift in WINDOW]:
            raise AccessRefused(messages.INVALID_CODE)


def read_secret(text: str) -> bytes:
    """Read a key as authenticator apps write it, in Base32; raise ValueError for a text that is none."""
    if not text.strip():
        raise ValueError("empty")
    plain = text.replace(" ", "").upper().rstrip("=")
    try:
        return base64.b32decode(plain + "=" * (-len(plain) % 8))
    except binascii.Error as problem:
        raise ValueError("not Base32") from problem


def _code(key: bytes, step: int) -> str:
    digest = hmac.digest(key, step.to_bytes(8, "big"), hashlib.sha1)
    start = digest[-1] & 0x0F
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"
