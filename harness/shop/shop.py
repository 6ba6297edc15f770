"""The shop under test: everything that a run has to know of it, checked when it is made, then frozen."""

import json
import re
import ssl
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit, urlunsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, SecretStr

from api.two_factor import current_code
from harness.shop.proxy import Proxy, machines_proxy, machines_secrets

PROJECT = Path(__file__).resolve().parents[2]
EMBEDDED = "embedded"
"""The name of the embedded store, which has no settings and is never reached through a proxy."""

SHOPS = "shops.toml"
"""The file that names the shops, each with a section of settings."""

STORE_CODE = r"^[A-Za-z][A-Za-z0-9_]*$"
"""What Magento takes for a store view's code."""

NAMELESS = "shop"
"""The name of the shop that SHOP_... variables describe; it has no section in shops.toml."""


def _plain_address(value: str) -> str:
    try:
        parts = urlsplit(value.strip())
        named = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        named = None
    if not named:
        raise ValueError("must be a URL such as https://staging.example.com")
    if "@" in parts.netloc:
        raise ValueError("must not carry credentials, they have settings of their own")
    if "?" in value or "#" in value:
        raise ValueError(
            "must end before ? and #: a query or fragment cannot stand before the paths of calls"
        )
    return urlunsplit(parts).rstrip("/")  # which writes the scheme small


def _without_rest(value: str) -> str:
    """Take what a collection of REST calls has as its base URL: what stands before /rest is the shop's."""
    return re.sub(r"/+rest(/+(\w+/+)?V1)?$", "", value, flags=re.IGNORECASE)


def _decoded(value: Any) -> Any:
    """Read what a variable can only hold as JSON; a file of TOML needs none of it."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ValueError('must be JSON in a variable, such as {"name": "value"} or ["one", "two"]') from None


def _with_dates_as_text(value: Any) -> Any:
    """Write TOML's dates as Magento's REST API wants them."""
    if not isinstance(value, dict):
        return value
    return {key: str(each) if isinstance(each, date) else each for key, each in value.items()}


def _totp_secret(value: SecretStr) -> SecretStr:
    """Take the secret as apps show it, in groups of four."""
    secret = SecretStr("".join(value.get_secret_value().split()))
    try:
        current_code(secret)
    except ValueError:
        raise ValueError("must be the provider's secret in base32, not one of its codes") from None
    return secret


def _certificates(value: Path) -> Path:
    path = PROJECT / value
    if not path.is_file():
        raise ValueError(f"must be a file, and there is none at {path}")
    try:
        ssl.create_default_context(cafile=path)
    except ssl.SSLError:
        raise ValueError(f"must be certificates as PEM, which {path} does not hold") from None
    return path


def existing_folder(value: Path) -> Path:
    """Give where a folder is, a path that is not absolute beginning at the project; raises ValueError for none."""
    path = (PROJECT / value).resolve()
    if not path.is_dir():
        raise ValueError(f"must be a folder, and there is none at {path}")
    return path


def _each_once(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) < len(value):
        raise ValueError("must name each store view once")
    return value


Ability = Literal[
    "second-website",
    "second-store-view",
    "other-countries",
    "jwt",
    "admin-token",
    "manage",
    "group",
    "revocation",
]
"""What not every shop has, as scenarios tagged @needs-... name it."""

AddressPart = Literal[
    "name",
    "street",
    "city",
    "region",
    "postcode",
    "country",
    "telephone",
    "company",
    "prefix",
    "middlename",
    "suffix",
    "fax",
    "vat_id",
]
"""What an address template may show."""

StoreCode = Annotated[str, Field(pattern=STORE_CODE)]
Address = Annotated[str, AfterValidator(_plain_address)]
Seconds = Annotated[float, Field(gt=0)]
Count = Annotated[int, Field(gt=0)]
Fields = Annotated[dict[str, JsonValue], BeforeValidator(_with_dates_as_text), BeforeValidator(_decoded)]


class Shop(BaseModel):
    """A shop: where it answers, how the admin signs in, what stands in the way, what it asks for.

    One of the admin accesses is set: a token, a user with password (and two-factor secret), or the four
    credentials of an integration.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, use_attribute_docstrings=True)

    name: str = NAMELESS
    """The section's name in shops.toml, by which --shop chooses the shop."""

    base_url: Annotated[Address, AfterValidator(_without_rest)]
    """Where `/rest` answers."""
    store_code: StoreCode = "us"
    """The code of the store view under test."""
    store_views: Annotated[tuple[StoreCode, ...], AfterValidator(_each_once), BeforeValidator(_decoded)] = ()
    """The codes of several store views that one run tests, in place of `store_code`."""
    storefront_url: Address | None = None
    """Where the store view's storefront is; the shop is asked when it is not set."""

    admin_token: SecretStr | None = None
    """A ready admin token, in place of a user or an integration."""
    admin_username: str | None = None
    """The admin user who signs in for a token; the password is a variable."""
    admin_password: SecretStr | None = None
    """The admin user's password."""
    admin_totp_secret: Annotated[SecretStr, AfterValidator(_totp_secret)] | None = None
    """The admin user's two-factor secret of the provider google, in base32."""
    oauth_consumer_key: SecretStr | None = None
    """An integration's consumer key."""
    oauth_consumer_secret: SecretStr | None = None
    """An integration's consumer secret."""
    oauth_access_token: SecretStr | None = None
    """An integration's access token."""
    oauth_access_token_secret: SecretStr | None = None
    """An integration's access token secret."""

    basic_auth_username: str | None = None
    """The user of the basic auth in front of the storefront; REST's tokens need the same header."""
    basic_auth_password: SecretStr | None = None
    """That user's password."""
    headers: Annotated[dict[str, SecretStr], BeforeValidator(_decoded)] = {}
    """Headers that let REST calls and the browser pass, such as Cloudflare Access's; their values are secret."""
    proxy: Address | None = None
    """The proxy between this machine and the shop, for REST calls and the browser; it wins over HTTPS_PROXY."""
    proxy_username: str | None = None
    """The user of that proxy."""
    proxy_password: SecretStr | None = None
    """That user's password."""
    ca_file: Annotated[Path, AfterValidator(_certificates)] | None = None
    """The certificates, as PEM, of the authority that vouches for the shop, in place of the public ones."""

    rest_time_limit: Seconds = 60
    """Seconds that one REST call may take."""
    scenario_time_limit: Seconds | None = None
    """Seconds after which a scenario fails before its next step."""
    run_time_limit: Seconds | None = None
    """Seconds after which a run begins no further scenario."""
    play_again: Annotated[int, Field(ge=0)] = 5
    """How many failed browser scenarios of a run are played once more to be recorded."""
    workers: Count | Literal["auto"] | None = None
    """How many workers a run has when its command line does not say."""
    dismiss: Annotated[tuple[str, ...], BeforeValidator(_decoded)] = ()
    """Selectors of what is clicked away whenever it gets into the browser's way: consent banners, pop-ups."""

    theme: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")] | None = None
    """The storefront's theme, where its pages do not tell: luma, blank, hyva, or your own of a file <name>.toml."""
    address_shows: Annotated[tuple[AddressPart, ...], BeforeValidator(_decoded)] = ()
    """What this shop's address template shows of an address, where it leaves out what the stock one shows."""
    address_labels: Annotated[tuple[str, ...], BeforeValidator(_decoded)] = ()
    """What this shop's address template adds to an address in place of the stock "T:", "F:" and "VAT:"."""

    required_fields: Fields = {}
    """What this shop asks of every customer beyond the stock fields: `{"dob": "1990-01-01"}`."""
    custom_attributes: Fields = {}
    """What this shop asks of every customer as custom attributes, by their codes."""
    password_length: Annotated[int, Field(ge=1, le=256)] = 8
    """The fewest characters that the shop takes for a password, where its registration page does not show it."""
    password_classes: Annotated[int, Field(ge=0, le=4)] = 3
    """The fewest classes of characters in a password, where the registration page does not show it."""
    max_failures_count: Annotated[int, Field(ge=1)] = 6
    """Wrong passwords that close REST to an e-mail: oauth/authentication_lock/max_failures_count, never 0."""
    lockout_failures: Annotated[int, Field(ge=0)] = 10
    """Wrong passwords that lock an account, 0 for never: customer/password/lockout_failures."""
    optional_postcodes: Annotated[tuple[str, ...], BeforeValidator(_decoded)] = ("HK", "IE", "MO", "PA", "GB")
    """Codes of the countries whose addresses need no postcode: general/country/optional_zip_countries."""
    email_domain: Annotated[str, Field(pattern=r"^([a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+$")] = "example.com"
    """The domain of the customers' e-mails, where none of them bounces."""
    customer_token_lifetime: Count = 3600
    """Seconds that a customer token is good for, as the shop's configuration says."""
    magento: Annotated[str, Field(pattern=r"^2\.4\.\d+(-p\d+)?$")] | None = None
    """The shop's Magento version, "2.4.7" or "2.4.7-p6", where the shop does not show it."""
    known_defects: Literal["tolerate", "fail"] = "tolerate"
    """What becomes of a scenario that meets a known defect of the shop's Magento version."""
    abilities: Annotated[tuple[Ability, ...], BeforeValidator(_decoded)] = ()
    """What the shop has and is to keep: a scenario that misses it fails, where it would be skipped."""
    guests_read_stores: bool = False
    """Whether guests may read the store endpoints: webapi/webapisecurity/allow_insecure is 1."""
    shared_accounts: bool = False
    """Whether all websites share their customers' accounts: customer/account_share/scope is 0."""
    accessibility: Literal["minor", "moderate", "serious", "critical"] | None = None
    """From which impact on an accessibility violation fails; without it violations stand in the report alone."""
    own: Annotated[Path, AfterValidator(existing_folder)] | None = None
    """The folder with themes, languages, features and steps of this shop's own; the path begins at the project."""
    production: bool = False
    """Whether nothing may be written to this shop."""

    def __repr__(self) -> str:
        """Show the URL and the store view alone."""
        return f"<Shop {self.base_url}, store view {self.store_code}>"

    __str__ = __repr__

    def at_store_views(self, codes: Sequence[str] = ()) -> "tuple[Shop, ...]":
        """Give the shop once for each store view under test: those of these codes, else those of its settings.

        `storefront_url` is that of `store_code`, so another store view's is asked from the shop.
        """
        chosen = dict.fromkeys(codes or self.store_views or (self.store_code,))
        return tuple(self._at(code) for code in chosen)

    def _at(self, code: str) -> "Shop":
        url = self.storefront_url if code == self.store_code else None
        return self.model_copy(update={"store_code": code, "store_views": (), "storefront_url": url})

    def proxy_to(self, url: str) -> Proxy | None:
        """Give the proxy through which a URL of this shop is reached; the embedded store is on this machine."""
        if self.name == EMBEDDED:
            return None
        if not self.proxy:
            return machines_proxy(url)
        user = self.proxy_username or ""
        return Proxy(self.proxy, self.variable("proxy"), user, self.proxy_password)

    @property
    def choice(self) -> str:
        """Give what --shop takes for this shop: its name, or its URL where it has none."""
        return self.base_url if self.name == NAMELESS else self.name

    @property
    def admin_name(self) -> str:
        """Give what sentences call whoever calls REST as the admin."""
        if self.oauth_consumer_key:
            return "the integration"
        return f"the admin {self.admin_username}" if self.admin_username else "the admin token"

    def variable(self, field: str) -> str:
        """Give the variable that sets a field of this shop."""
        return variable(self.name, field)

    def place(self, field: str) -> str:
        """Say where a field of this shop is set: "abilities under [staging] in shops.toml", or its variable."""
        return self.variable(field) if self.name == NAMELESS else f"{field} under [{self.name}] in {SHOPS}"

    def line(self, field: str, value: str) -> str:
        """Say how to set a field of this shop: "write x = true under [staging] in shops.toml"."""
        if self.name == EMBEDDED:
            return f"name it in {SHOPS} as a shop of your own, with {field} = {value}"
        if self.name == NAMELESS:
            plain = value.strip('"')
            return f"set {self.variable(field)}={plain}"
        return f"write {field} = {value} under [{self.name}] in {SHOPS}"

    def revealed(self) -> dict[str, Any]:
        """Give every value as plain data, secrets too: for the workers of a parallel run alone."""
        data: dict[str, Any] = _revealed(self.model_dump())
        return data

    def secrets(self) -> Iterator[str]:
        """Give every secret value, and the passwords of the machine's proxies, which calls to the shop carry."""
        yield from machines_secrets()
        for field in SECRETS:
            value = getattr(self, field)
            for secret in value.values() if isinstance(value, dict) else [value]:
                if secret is not None:
                    yield secret.get_secret_value()


SETTINGS = tuple(name for name in Shop.model_fields if name != "name")
"""What can be set; a shop's name is no setting."""

SECRETS = frozenset(
    name for name, field in Shop.model_fields.items() if "SecretStr" in repr(field.annotation)
)
"""The settings that must not stand in a tracked file."""


def variable(shop: str, field: str) -> str:
    """Give the variable that sets a field of the shop of this name: staging's store_code, STAGING_STORE_CODE."""
    return prefix(shop) + field.upper()


def prefix(shop: str) -> str:
    """Give what the variables of the shop of this name begin with: qa-eu's with QA_EU_."""
    return shop.upper().replace("-", "_") + "_"


def _revealed(value: Any) -> Any:
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, dict):
        return {name: _revealed(each) for name, each in value.items()}
    return str(value) if isinstance(value, Path) else value
