"""The limit on wrong passwords over REST: six for one user name, then none is looked at for half an hour.

It is kept by the user name and by the kind of user, and knows nothing of accounts: an unknown name is throttled as
well. Names that differ in capitals or in blanks at the end are the same, as in Magento's database. The lock on a
customer's account is another thing and lives with the credentials.
"""

from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.defects import defective
from sandbox.errors import SignInRefused
from sandbox.settings import Settings
from sandbox.tokens import UserType


class Throttle:
    """Counts failed sign-ins over REST."""

    def __init__(self, database: Database, clock: Clock, settings: Settings) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings

    def check(self, username: str, user_type: UserType) -> None:
        """Refuse a user name with too many recent failures, before any password is looked at."""
        # Without a single try allowed no customer gets a token; whether an admin would was not measured.
        most = self._settings.number("oauth/authentication_lock/max_failures_count")
        most += (defective("later-throttle") - defective("earlier-throttle")) if most else 0
        is_closed = not most and user_type is UserType.CUSTOMER
        is_throttled = self._failures(username, user_type) >= most > 0
        if (is_closed or is_throttled) and not defective("no-throttle"):
            raise SignInRefused

    def count_failure(self, username: str, user_type: UserType) -> None:
        """Count one more wrong try, from which the half hour starts anew."""
        seconds = self._settings.number("oauth/authentication_lock/timeout")
        with self._database.transaction() as connection:
            failures = self._failures(username, user_type) + 1
            connection.execute(
                "INSERT OR REPLACE INTO sign_in_failure VALUES (?, ?, ?, ?)",
                (_key(username), user_type, failures, self._clock.timestamp() + seconds),
            )

    def clear(self, username: str, user_type: UserType) -> None:
        """Forget the failures of a user name."""
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM sign_in_failure WHERE username = ? AND user_type = ?",
                (_key(username), user_type),
            )

    def _failures(self, username: str, user_type: UserType) -> int:
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT failures FROM sign_in_failure WHERE username = ? AND user_type = ? AND expires_at > ?",
                (_key(username), user_type, self._clock.timestamp()),
            ).fetchone()
        return int(row["failures"]) if row else 0


def _key(username: str) -> str:
    return username.rstrip(" ").casefold()
