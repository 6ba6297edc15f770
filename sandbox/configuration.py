"""What the person who starts the embedded store may choose, in one frozen object."""

from dataclasses import dataclass, field
from pathlib import Path

from sandbox.integration import Integration

Milliseconds = tuple[int, int]
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

    # Costumes: what stands between a suite and a real shop.
    admin_totp_secret: str | None = field(default=None, repr=False)
    two_factor: str = "off"
    admin_role: str = "full"
    integration: Integration | None = field(default=None, repr=False)
    integration_as_bearer: bool = False
    admin_token_lifetime: int | None = None
    customer_token_lifetime: int | None = None
