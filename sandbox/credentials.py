"""How a customer authenticates: by a right password, unless too many wrong ones have locked the account."""

from sandbox import messages, passwords
from sandbox.clock import Clock
from sandbox.customers import Customers
from sandbox.database import Database, update_customer
from sandbox.defects import defective
from sandbox.errors import NotConfirmed, SignInRefused
from sandbox.records import Customer
from sandbox.settings import Settings
from sandbox.versions import MagentoVersion


class Credentials:
    """The passwords of one shop's customers."""

    def __init__(
        self,
        database: Database,
        customers: Customers,
        clock: Clock,
        version: MagentoVersion,
        settings: Settings,
    ) -> None:
        self._database = database
        self._customers = customers
        self._clock = clock
        self._version = version
        self._settings = settings

    def authenticate(self, email: str, password: str, website_id: int) -> Customer:
        """Let a customer in by password; every reason to refuse looks the same."""
        customer = self._customers.find_by_email(email, website_id)
        if customer is None and defective("sign-in-anywhere"):
            customer = self._customers.first("email = ?", email)
        if customer is None and defective("revealing-refusal"):
            raise SignInRefused(messages.NO_SUCH_ACCOUNT)
        if customer is None:
            raise SignInRefused
        if customer.confirmation and self._version.checks_confirmation_first:
            raise NotConfirmed
        try:
            self.check_password(customer.id, password)
        except SignInRefused:
            raise SignInRefused from None
        if customer.confirmation:
            raise NotConfirmed
        return customer

    def check_password(self, customer_id: int, password: str) -> None:
        """Refuse a wrong password and count it; a locked account is refused unchecked and uncounted."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT password_hash, lock_expires FROM customer WHERE id = ?", (customer_id,)
            ).fetchone()
        if row["lock_expires"] and row["lock_expires"] > self._clock.timestamp():
            raise SignInRefused(messages.ACCOUNT_LOCKED)
        if not passwords.matches(password, row["password_hash"]):
            locks = self._count_failure(customer_id)
            raise SignInRefused(messages.ACCOUNT_LOCKED if locks else messages.PASSWORD_DOES_NOT_MATCH)

    def set_password(self, customer_id: int, password: str) -> None:
        """Store another password, which signs the customer out of every browser."""
        password_hash = passwords.hash_password(password)
        with self._database.transaction() as connection:
            update_customer(
                connection,
                customer_id,
                {"password_hash": password_hash, "signed_out_at": self._clock.timestamp()},
            )

    def clear_failures(self, customer_id: int) -> None:
        """Forget failed sign-ins, as a successful one on the storefront does, over REST since 2.4.8."""
        with self._database.transaction() as connection:
            update_customer(connection, customer_id, {"failures": 0, "lock_expires": None})

    def _count_failure(self, customer_id: int) -> bool:
        """Count one more failure, and tell whether it locks the account."""
        most = self._settings.number("customer/password/lockout_failures")
        most += (defective("later-lock") - defective("earlier-lock")) if most else 0
        most = most or (10 if defective("locks-all-the-same") else 0)
        minutes = self._settings.number("customer/password/lockout_threshold")
        if not (most and minutes):
            return False
        now = self._clock.timestamp()
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT failures, lock_expires FROM customer WHERE id = ?", (customer_id,)
            ).fetchone()
            lock_is_over = row["lock_expires"] and row["lock_expires"] <= now
            failures = 1 if lock_is_over else row["failures"] + 1
            locks = failures >= most and not defective("no-lock")
            locked_until = now + 60 * minutes if locks else None
            update_customer(connection, customer_id, {"failures": failures, "lock_expires": locked_until})
        return locked_until is not None
