"""What the person who starts the embedded store may choose, in one frozen object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sandbox.integration import Integration

Milliseconds = tuple[int, int]
Login = tuple[str, str]
NO_DELAY: Milliseconds = (0, 0)

BUILT_IN_ADMIN_PASSWORD = "Admin123pass"


@dataclass(frozen=True)
class Configuration:
    """The options of `python -m sandbox`, with their defaults."""

    host: str = "127.0.0.1"
    port: int = 8080
    magento: str = "2.4.8"
    database: Path | None = None
    admin_username: str = "admin"
    admin_password: str = field(default=BUILT_IN_ADMIN_PASSWORD, repr=False)
    defects: frozenset[str] = frozenset()
    testing: bool = False
    rest_latency: Milliseconds = NO_DELAY
    page_latency: Milliseconds = NO_DELAY
    section_latency: Milliseconds = NO_DELAY
    script_delay: Milliseconds = NO_DELAY
    sample_customer: bool = False
    second_us_store_view: bool = False

    # Profiles: what stands between a suite and a real shop.
    admin_totp_secret: str | None = field(default=None, repr=False)
    two_factor: str = "off"
    admin_role: str = "full"
    integration: Integration | None = field(default=None, repr=False)
    integration_as_bearer: bool = False
    admin_token_lifetime: int | None = None
    customer_token_lifetime: int | None = None
    storefront_password: Login | None = field(default=None, repr=False)
    rest_password: Login | None = field(default=None, repr=False)
    required_header: tuple[str, str] | None = field(default=None, repr=False)
    redirect_to: str | None = None
    first_page_latency: int = 0
    bad_gateway: int = 0
    outage: str | None = None
    tls: tuple[Path, Path] | None = None
    website_hosts: tuple[tuple[str, str], ...] = ()
    without_store_codes: bool = False
    inactive_store_views: frozenset[str] = frozenset()
    settings: Mapping[str, str] = field(default_factory=dict)
    """What is set, by Magento's configuration path, with `@` and a website or store view behind it."""
    required_attributes: tuple[str, ...] = ()
    demo_notice: bool = False
    themes: Mapping[str, str] = field(default_factory=dict)
    """Themes by the store views' codes, or under "" for all of them; locales alike."""
    locales: Mapping[str, str] = field(default_factory=dict)
    language_packs: frozenset[str] = frozenset()
