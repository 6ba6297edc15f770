"""Names what is wrong with a shop's settings: each by its variable, or by its key in shops.toml."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from harness.shop.shop import SECRETS, SETTINGS, SHOPS, variable

_TOKEN = ("admin_token",)
_USER = ("admin_username", "admin_password")
_TWO_FACTOR = "admin_totp_secret"
_INTEGRATION = (
    "oauth_consumer_key",
    "oauth_consumer_secret",
    "oauth_access_token",
    "oauth_access_token_secret",
)
_BASIC_AUTH = ("basic_auth_username", "basic_auth_password")
_PROXY_USER = ("proxy_username", "proxy_password")


@dataclass(frozen=True)
class Places:
    """Where the settings of one shop stand, by the field that each sets; their values are not known here."""

    shop: str
    environment: tuple[str, ...]
    dotenv: tuple[str, ...]
    section: tuple[str, ...]

    def hold(self, field: str) -> bool:
        """Tell whether the field is set anywhere."""
        return field in self.environment or field in self.dotenv or field in self.section

    def problems(self) -> Iterator[str]:
        """Name what is unknown, what stands in the wrong place and what is incomplete."""
        yield from self._unknown()
        yield from self._misplaced_secrets()
        yield from self._incomplete()
        yield from self._at_odds()

    def wrong(self, field: str, kind: str, message: str) -> str:
        """Put pydantic's error about a field, of this kind, into a sentence."""
        if kind == "missing":
            return f"{self._variable(field)} is missing"
        return f"{self._place(field)} is wrong: {message.removeprefix('Value error, ')}"

    def _unknown(self) -> Iterator[str]:
        """Name what sets nothing; of the environment, which is not ours, what looks like a mistyped name."""
        for place, source in ((self._variable, self.dotenv), (self._key, self.section)):
            for field in source:
                if field not in SETTINGS:
                    yield _unknown(place(field), [place(close) for close in _close(field)])
        for field in self.environment:
            if field not in SETTINGS and field not in self.dotenv and _close(field):
                yield _unknown(self._variable(field), [self._variable(close) for close in _close(field)])

    def _misplaced_secrets(self) -> Iterator[str]:
        for field in self.section:
            if field in SECRETS:
                yield f"{self._key(field)} is a secret: set {self._variable(field)} instead"

    def _incomplete(self) -> Iterator[str]:
        """Name what is missing of pairs and fours, and see that exactly one admin access is set."""
        user = (*_USER, _TWO_FACTOR)
        begun = [way for way in (_TOKEN, user, _INTEGRATION) if any(map(self.hold, way))]
        if not begun:
            names = [" and ".join(map(self._variable, way)) for way in (_USER, _TOKEN, _INTEGRATION)]
            yield f"no admin access is set: set {names[0]}, or {names[1]}, or an integration's {names[2]}"
        elif len(begun) > 1:
            names = [self._variable(field) for way in begun for field in way if self.hold(field)]
            yield f"more than one admin access is set by {', '.join(names)}: keep one"
        else:
            yield from self._missing(_USER if begun[0] == user else begun[0])
        if any(map(self.hold, _BASIC_AUTH)):
            yield from self._missing(_BASIC_AUTH)
        if any(map(self.hold, _PROXY_USER)):
            yield from self._missing(("proxy", *_PROXY_USER))

    def _at_odds(self) -> Iterator[str]:
        """Name what is said of a single store view where several are to be tested."""
        if self.hold("store_views"):
            for field in ("store_code", "storefront_url"):
                if self.hold(field):
                    yield f"{self._place(field)} is one store view's, and store_views names several: leave one out"

    def _missing(self, fields: tuple[str, ...]) -> Iterator[str]:
        return (f"{self._variable(field)} is missing" for field in fields if not self.hold(field))

    def _place(self, field: str) -> str:
        in_section = field in self.section and not (field in self.environment or field in self.dotenv)
        return self._key(field) if in_section else self._variable(field)

    def _variable(self, field: str) -> str:
        return variable(self.shop, field)

    def _key(self, field: str) -> str:
        return f"{field} under [{self.shop}] in {SHOPS}"


def _close(field: str) -> list[str]:
    return difflib.get_close_matches(field, SETTINGS, n=1, cutoff=0.8)


def _unknown(place: str, close: list[str]) -> str:
    return f"{place} is unknown" + "".join(f", is {name} meant?" for name in close)
