"""Settings of Magento that weaken a promise: a stock shop is expected, unless the shop's own settings say otherwise.

None of them is guessed from what a scenario guards. A scenario that meets another setting fails, and its sentence says
where the setting stands in Magento and what to write if it is wanted.
"""

from dataclasses import dataclass

from harness.shop.shop import Shop


@dataclass(frozen=True)
class MagentoSetting:
    """A setting: the `field` of shops.toml that says it is not as stock, its `path`, and its `place` in the admin."""

    field: str
    path: str
    place: str

    def is_said(self, shop: Shop) -> bool:
        """Tell whether the shop's settings say that it is not as stock."""
        return bool(getattr(shop, self.field))

    def advice(self, shop: Shop) -> str:
        """Say what to look at when a scenario fails that goes by what the settings say."""
        if self.is_said(shop):
            return (
                f"The settings say {self.field} = true: take that away if the shop is not set so "
                f"({self.path}, {self.place})."
            )
        return (
            f"Is {self.path} set otherwise than on a stock shop ({self.place})? "
            f"If that is wanted, {shop.line(self.field, 'true')}."
        )


GUESTS_READ_STORES = MagentoSetting(
    "guests_read_stores",
    "webapi/webapisecurity/allow_insecure",
    "Stores > Configuration > Services > Magento Web API > Web API Security > Allow Anonymous Guest Access",
)
SHARED_ACCOUNTS = MagentoSetting(
    "shared_accounts",
    "customer/account_share/scope",
    "Stores > Configuration > Customers > Customer Configuration > Account Sharing Options > Share Customer Accounts",
)
