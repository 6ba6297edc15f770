"""Browser sessions: what PHPSESSID stands for, kept in the database so that a restart signs nobody out.

A session has one compartment a website, as Magento's has: the same cookie may be signed in on one website and
a guest on another. Signing in gives the session a new id; the old one is a guest's at once.
"""

import json
import secrets
import string
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any

from markupsafe import escape

from sandbox.defects import defective
from sandbox.shop import Shop

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
LIFETIME = 3600
LETTERS = string.ascii_letters + string.digits
FORM_KEY_LENGTH = 16
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
    ended: bool = False
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
        if not defective("kept-session-id"):
            self.id = random_key(26).lower()

    def add_message(self, kind: str, text: str) -> None:
        """Keep a message for the next page that the browser is shown, in HTML: a plain text is escaped."""
        self.data.setdefault("messages", []).append({"type": kind, "text": str(escape(text))})

    def take_messages(self) -> list[dict[str, str]]:
        """Hand out the waiting messages, once."""
        messages: list[dict[str, str]] = self.data.pop("messages", [])
        return messages


def open_session(shop: Shop, session_id: str | None) -> Session:
    """Find the session of a cookie, or begin a new one where it is unknown or has run out."""
    with shop.database.transaction() as connection:
        row = _row(connection, session_id)
        if row is not None and row["moved_to"]:
            row = _row(connection, row["moved_to"])
    if row is None or row["used_at"] + LIFETIME < shop.clock.now().timestamp():
        return Session(random_key(26).lower())
    return Session(row["id"], json.loads(row["data"]), row["used_at"], stored=row["data"])


def save_session(shop: Shop, session: Session) -> None:
    """Write back what a request changed; a session that has ended meanwhile stays ended."""
    now = shop.clock.now().timestamp()
    data = json.dumps(session.data)
    with shop.database.transaction() as connection:
        if session.ended and not defective("living-sign-out"):
            connection.execute("DELETE FROM storefront_session WHERE ? IN (id, moved_to)", (session.id,))
        elif session.stored is None or session.former_id:
            _insert(connection, session, data, now)
        elif data != session.stored:
            connection.execute(
                "UPDATE storefront_session SET data = ?, used_at = ? WHERE id = ?", (data, now, session.id)
            )
        elif now - session.used_at >= SECONDS_BETWEEN_TOUCHES:
            connection.execute("UPDATE storefront_session SET used_at = ? WHERE id = ?", (now, session.id))


def _insert(connection: Connection, session: Session, data: str, now: float) -> None:
    connection.execute("DELETE FROM storefront_session WHERE used_at < ?", (now - LIFETIME,))
    connection.execute("DELETE FROM storefront_session WHERE id = ?", (session.former_id,))
    connection.execute("INSERT INTO storefront_session VALUES (?, ?, ?, NULL)", (session.id, data, now))
    if session.former_id and defective("guests-id-leads-on"):
        connection.execute(
            "INSERT OR REPLACE INTO storefront_session VALUES (?, '{}', ?, ?)",
            (session.former_id, now, session.id),
        )


def _row(connection: Connection, session_id: str | None) -> Any:
    found = connection.execute("SELECT * FROM storefront_session WHERE id = ?", (session_id or "",))
    return found.fetchone()


def forget_sessions(shop: Shop) -> None:
    """End the session of every browser."""
    with shop.database.transaction() as connection:
        connection.execute("DELETE FROM storefront_session")
