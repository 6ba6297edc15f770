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


@dataclass(frozen=True)
class MagentoNumber:
    """A number, or a list, that nothing tells: the `field` of shops.toml that says it, its `path` and its `place`."""

    field: str
    path: str
    place: str

    def advice(self, shop: Shop) -> str:
        """Say what to look at when a scenario fails that is held to what the settings say."""
        said = getattr(shop, self.field)
        reported = said if isinstance(said, int) else ", ".join(said)
        return (
            f"Held to {reported}: is {self.path} set otherwise ({self.place})? "
            f"If that is wanted, {shop.line(self.field, '...')}."
        )


_PASSWORDS = "Stores > Configuration > Customers > Customer Configuration > Password Options"

LOCKOUT = MagentoNumber(
    "lockout_failures",
    "customer/password/lockout_failures",
    f"{_PASSWORDS} > Maximum Login Failures to Lockout Account",
)
THROTTLE = MagentoNumber(
    "max_failures_count",
    "oauth/authentication_lock/max_failures_count",
    "Stores > Configuration > Services > OAuth > Authentication Locks > Maximum Login Failures to Lock Out Account",
)
OPTIONAL_POSTCODES = MagentoNumber(
    "optional_postcodes",
    "general/country/optional_zip_countries",
    "Stores > Configuration > General > General > Country Options > Zip/Postal Code is Optional for",
)
