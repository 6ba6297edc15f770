"""An embedded store that outlives the runs on it, and what its admin sees there between them."""

from harness.customers.leftovers import Leftovers
from harness.run.embedded_store import EmbeddedStore
from harness.secrets.scrubber import Scrubber
from harness.shop.admin import admin_access
from harness.shop.connection import connect

FOREIGN = (
    "jane@example.com",
    "acceptance@example.com",
    "acceptance+x@example.com",
    "acceptance+jane.1@example.com",
    "acceptance+ticket-1234.ab12.1@example.com",
    "acceptance+20260504-093000-ab12@example.com",
    "acceptance+20260504-093000-ab12.1@example.com",
    "acceptance+20260504-093000-ab12.cd34@example.com",
    "acceptance+20260504-093000-ab12.cd34.one@example.com",
    "acceptance+20260504-093000-ab12.cd34.1@example.org",
    "acceptance+20260504-093000-ab12.cd34.1@mail.example.com",
    "acceptance+20260504-093000-xyz1.cd34.1@example.com",
    "acceptance+20260504-093000-ab12.cd34.gw1.1.2@example.com",
    "acceptance-20260504-093000-ab12.cd34.1@example.com",
    "xacceptance+20260504-093000-ab12.cd34.1@example.com",
)
"""E-mails of other people's customers, most of which look like the suite's own."""


class WatchedShop:
    """A running store with other people's customers in it; made with options of its command line."""

    def __init__(self, *options: str) -> None:
        self._store = EmbeddedStore(options)
        self.shop = self._store.shop
        self.magento = connect(self.shop, "watching")
        self.admin = admin_access(self.shop, self.magento, Scrubber())
        self.leftovers = Leftovers(self.magento, self.admin)
        for email in FOREIGN:
            self.add(email)

    @property
    def variables(self) -> dict[str, str]:
        """Give the variables that point a run, or a sweep, at this shop as one that it did not start."""
        password = self.shop.admin_password
        assert password is not None
        return {
            "SHOP_BASE_URL": self.shop.base_url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": password.get_secret_value(),
        }

    def add(self, email: str, *, website_id: int = 1, store_id: int = 1) -> int:
        """Create a customer, as anybody may, and give her id."""
        ids = {"website_id": website_id, "store_id": store_id}
        body = {"customer": {"email": email, "firstname": "Jane", "lastname": "Doe", **ids}}
        created: dict[str, int] = self.magento.rest.send("POST", "customers", dict, body=body).value
        return created["id"]

    def emails(self, like: str = "%") -> list[str]:
        """Give the e-mails of the customers who are there, in order."""
        found = self.magento.customers_like(like, caller=self.admin).value
        customers = found.items or ()
        assert found.total_count == len(customers)
        return sorted(customer.email for customer in customers)

    def stop(self) -> None:
        """Stop the store."""
        self._store.stop()
