"""A browser's session with the storefront: its id, and how the shop hands it over."""

from collections.abc import Iterable
from dataclasses import dataclass
from http.cookies import SimpleCookie

from playwright.sync_api import BrowserContext
from pydantic import SecretStr

NAME = "PHPSESSID"
"""Magento's session cookie; no setting renames it."""


@dataclass(frozen=True)
class SessionCookie:
    """The marks of the session's cookie as an answer sets it; `same_site` is "" where the shop says nothing."""

    http_only: bool
    same_site: str
    secure: bool

    def __str__(self) -> str:
        """Write the marks as the header does, and nothing of the session."""
        same_site = f"SameSite={self.same_site}" if self.same_site else ""
        marks = ("HttpOnly" * self.http_only, same_site, "Secure" * self.secure)
        return "; ".join(filter(None, marks)) or "no mark"

    @classmethod
    def of(cls, set_cookie: Iterable[str]) -> "SessionCookie":
        """Read the last cookie of this name among an answer's Set-Cookie; raise LookupError without any."""
        lines = [line for header in set_cookie for line in header.splitlines()]
        for line in reversed(lines):
            if cookie := SimpleCookie(line).get(NAME):
                return cls(bool(cookie["httponly"]), cookie["samesite"].capitalize(), bool(cookie["secure"]))
        raise LookupError(f"the answer sets no {NAME}")


def session_id(context: BrowserContext, url: str) -> SecretStr:
    """Give the id of the session that a browser has at this URL, "" for none."""
    ids = [cookie.get("value", "") for cookie in context.cookies(url) if cookie.get("name") == NAME]
    return SecretStr(ids[0] if ids else "")


def adopt_session(context: BrowserContext, url: str, known: SecretStr) -> None:
    """Let a browser come with the id of a session that it was never given."""
    context.add_cookies([{"name": NAME, "value": known.get_secret_value(), "url": f"{url}/"}])
