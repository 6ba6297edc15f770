"""Browser sessions: what PHPSESSID stands for, kept in the database so that a restart signs nobody out.

A session has one compartment a website, as Magento's has: the same cookie may be signed in on one website and
a guest on another. Signing in and out give the session a new id; whoever comes with the old one is a guest.
"""

import json
import re
import secrets
import string
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from sandbox.characters import as_html
from sandbox.defects import defective
from sandbox.records import Customer
from sandbox.shop import Shop
from sandbox.stores import StoreView, website

SCHEMA = (
    """
    CREATE TABLE IF NOT EXISTS storefront_session (
        id TEXT PRIMARY KEY,
        data TEXT NOT NULL,
        used_at REAL NOT NULL,
        moved_to TEXT
    )
    """,
    "CREATE INDEX IF NOT EXISTS storefront_session_use ON storefront_session (used_at)",
)
COOKIE = "PHPSESSID"
DAY = 24 * 3600
LETTERS = string.ascii_letters + string.digits
FORM_KEY_LENGTH = 16
ID = "[A-Za-z0-9,-]{1,128}"
# Often enough that a session in use does not run out, seldom enough that most requests write nothing.
SECONDS_BETWEEN_TOUCHES = 30


def random_key(length: int) -> str:
    """Make a random text of letters and digits."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


@dataclass
class Session:
    """One browser's session."""

    id: str
    data: dict[str, Any] = field(default_factory=dict)
    used_at: float = 0
    former_id: str | None = None
    """The id that the session had until now; None while it keeps it."""
    leaves_former_open: bool = False
    is_outdated: bool = False
    """Begun for a browser that came with an id from before signing in or out: nothing of it is kept."""
    stored: str | None = None
    """What lies in the database, None for a session that does not lie there yet."""

    def compartment(self, website_code: str) -> dict[str, Any]:
        """Open the part of the session that belongs to one website."""
        compartment: dict[str, Any] = self.data.setdefault(f"customer_{website_code}", {})
        return compartment

    @property
    def form_key(self) -> str:
        """The key that a form of this session has to send back."""
        return str(self.data.setdefault("form_key", random_key(FORM_KEY_LENGTH)))

    @form_key.setter
    def form_key(self, key: str) -> None:
        self.data["form_key"] = key

    def renew_form_key(self) -> None:
        """Make every form that is already on somebody's screen stale."""
        self.form_key = random_key(FORM_KEY_LENGTH)

    def regenerate_id(self) -> None:
        """Give the session a new id, so that an id known from before signing in is worth nothing."""
        self.former_id = self.id
        self.id = _new_id()

    def end(self, *, leaves_open: bool = False) -> None:
        """Begin an empty session in place of this one, which may be left open by mistake."""
        self.regenerate_id()
        self.data = {}
        self.leaves_former_open = leaves_open

    def add_message(self, kind: str, text: str) -> None:
        """Keep a message for the next page that the browser is shown, in HTML: a plain text is escaped."""
        self.data.setdefault("messages", []).append({"type": kind, "text": as_html(text)})

    def take_messages(self) -> list[dict[str, str]]:
        """Hand out the waiting messages, once."""
        messages: list[dict[str, str]] = self.data.pop("messages", [])
        return messages


def lifetime(shop: Shop, store: StoreView) -> int:
    """Give the seconds after which an unused session is over."""
    return shop.settings.number("web/cookie/cookie_lifetime", store)


def open_session(shop: Shop, session_id: str | None, store: StoreView) -> Session:
    """Find the session of a cookie; one that is unknown or has run out begins anew under the same id, as PHP's does."""
    oldest = shop.clock.now().timestamp() - lifetime(shop, store)
    with shop.database.transaction() as connection:
        connection.execute(
            "DELETE FROM storefront_session WHERE id = ? AND used_at < ?", (session_id or "", oldest)
        )
        row = _row(connection, session_id)
    if row is None:
        return Session(session_id if session_id and re.fullmatch(ID, session_id) else _new_id())
    if row["moved_to"]:
        if defective("guests-id-leads-on"):
            return open_session(shop, row["moved_to"], store)
        return Session(_new_id(), is_outdated=True)
    return Session(row["id"], json.loads(row["data"]), row["used_at"], stored=row["data"])


def has_moved(shop: Shop, session: Session) -> bool:
    """Tell whether the session has got another id while this request was under way."""
    with shop.database.transaction() as connection:
        row = _row(connection, session.id)
    return bool(row and row["moved_to"])


def save_session(shop: Shop, session: Session) -> None:
    """Write back what a request changed; a session that has ended meanwhile stays ended."""
    if session.is_outdated:
        return
    now = shop.clock.now().timestamp()
    data = json.dumps(session.data)
    with shop.database.transaction() as connection:
        if session.stored is None or session.former_id:
            _insert(connection, session, data, now)
        elif data != session.stored:
            connection.execute(
                "UPDATE storefront_session SET data = ?, used_at = ? WHERE id = ?", (data, now, session.id)
            )
        elif now - session.used_at >= SECONDS_BETWEEN_TOUCHES:
            connection.execute("UPDATE storefront_session SET used_at = ? WHERE id = ?", (now, session.id))


def _insert(connection: Connection, session: Session, data: str, now: float) -> None:
    connection.execute("DELETE FROM storefront_session WHERE used_at < ?", (now - DAY,))
    connection.execute(
        "INSERT OR IGNORE INTO storefront_session VALUES (?, ?, ?, NULL)", (session.id, data, now)
    )
    if session.former_id and not session.leaves_former_open:
        connection.execute(
            "INSERT OR REPLACE INTO storefront_session VALUES (?, '{}', ?, ?)",
            (session.former_id, now, session.id),
        )


def _new_id() -> str:
    return random_key(26).lower()


def _row(connection: Connection, session_id: str | None) -> Any:
    found = connection.execute("SELECT * FROM storefront_session WHERE id = ?", (session_id or "",))
    return found.fetchone()


def compartment(shop: Shop, session: Session, store: StoreView) -> dict[str, Any]:
    """Open the part of a session that a store view sees: its website's, or the only one where accounts are shared."""
    site = None if shop.customers.are_shared else website(store.website_id)
    return session.compartment(site.code if site else "")


def remembered_customer(shop: Shop, state: dict[str, Any]) -> Customer | None:
    """Find who has signed in to a compartment; a deleted customer is nobody."""
    customer_id = state.get("customer_id")
    return shop.customers.find(customer_id) if customer_id else None


def has_other_password(state: dict[str, Any], customer: Customer) -> bool:
    """Tell whether the customer has chosen another password since signing in."""
    return bool(customer.signed_out_at and state["signed_in_at"] <= customer.signed_out_at)


def forget_sessions(shop: Shop) -> None:
    """End the session of every browser."""
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM storefront_session")
