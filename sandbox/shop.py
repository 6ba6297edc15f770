"""The running shop: its parts put together once, and found again by every request."""

from collections.abc import Sequence

from flask import current_app

from sandbox.addresses import Addresses
from sandbox.clock import Clock
from sandbox.configuration import Configuration
from sandbox.controls import Controls
from sandbox.credentials import Credentials
from sandbox.customers import Customers
from sandbox.database import Database
from sandbox.directory import Directory
from sandbox.roles import ROLES, Role
from sandbox.schema import SCHEMA
from sandbox.settings import Settings
from sandbox.store_urls import StoreUrls
from sandbox.stores import Looks, Stores
from sandbox.throttle import Throttle
from sandbox.tokens import Tokens
from sandbox.two_factor import TwoFactor
from sandbox.versions import VERSIONS


class Shop:
    """Everything that a request may need of the shop."""

    def __init__(self, configuration: Configuration, more_schema: Sequence[str] = ()) -> None:
        self.configuration = configuration
        self.version = VERSIONS[configuration.magento]
        self.controls = Controls.of(configuration)
        self.clock = Clock()
        self.database = Database(configuration.database, [*SCHEMA, *more_schema])
        self.settings = Settings(configuration.settings, self.version)
        self.directory = Directory(self.version, self.settings)
        self.stores = Stores(
            self.version,
            Looks(configuration.themes, configuration.locales, configuration.language_packs),
            configuration.inactive_store_views,
            second_us_store_view=configuration.second_us_store_view,
        )
        self.urls = StoreUrls(configuration, self.stores)
        self.tokens = Tokens(self.database, self.clock, self.version, configuration)
        self.throttle = Throttle(self.database, self.clock, self.settings)
        self.two_factor = TwoFactor(configuration, self.clock)
        self.customers = Customers(
            self.database,
            Addresses(self.directory),
            self.directory,
            self.stores,
            self.clock,
            self.version,
            self.settings,
            configuration.required_attributes,
        )
        self.credentials = Credentials(self.database, self.customers, self.clock, self.version, self.settings)

    @property
    def admin_role(self) -> Role:
        """What the admin may do, and the integration alike."""
        return ROLES[self.configuration.admin_role]

    @property
    def takes_integration_as_bearer(self) -> bool:
        """Tell whether an integration's access token is good by itself."""
        return self.version.integration_token_as_bearer or self.configuration.integration_as_bearer

    def reset(self) -> None:
        """Go back to how the shop was started: no customers, no tokens, real time, the first controls."""
        self.database.empty()
        self.clock.reset()
        self.controls = Controls.of(self.configuration)
        self.settings.set_to(self.configuration.settings)


def current_shop() -> Shop:
    """Answer the shop that serves the current request."""
    shop: Shop = current_app.extensions["shop"]
    return shop
