"""Which shop a run is about: read once from SHOP_* variables or the .env file, checked together, frozen."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.models import Credentials

PROJECT = Path(__file__).resolve().parent.parent
EMBEDDED = "embedded"
"""The value of --shop that names the embedded store."""


class WrongSettingsError(Exception):
    """Settings are missing or wrong; the message names each by its variable."""


def _plain_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be an address such as https://staging.example.com")
    if parts.username or parts.password:
        raise ValueError("must not carry credentials; requests would send them in place of the token")
    return value.rstrip("/")


class Shop(BaseModel):
    """The shop under test: where its REST API answers, who its merchant is, which store view is tested."""

    model_config = ConfigDict(frozen=True)

    base_url: str
    admin: Credentials
    store_code: str = "us"
    customer_token_lifetime: int = 3600
    """Seconds that a customer token is good for, as the shop's configuration says."""

    def __repr__(self) -> str:
        """Show the address and the store view alone."""
        return f"<Shop {self.base_url}, store view {self.store_code}>"


class _ShopSettings(BaseSettings):
    model_config = SettingsConfigDict(
        env_prefix="SHOP_",
        env_file=PROJECT / ".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    base_url: Annotated[str, AfterValidator(_plain_address)]
    admin_username: str
    admin_password: SecretStr
    store_code: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")] = "us"
    customer_token_lifetime: Annotated[int, Field(gt=0)] = 3600

    def shop(self) -> Shop:
        """Give the settings as the shop that they describe."""
        admin = Credentials(username=self.admin_username, password=self.admin_password)
        return Shop(
            base_url=self.base_url,
            admin=admin,
            store_code=self.store_code,
            customer_token_lifetime=self.customer_token_lifetime,
        )


class _Choice(BaseSettings):
    """The one setting that decides between the embedded store and a real shop."""

    model_config = SettingsConfigDict(
        env_prefix="SHOP_", env_file=PROJECT / ".env", env_ignore_empty=True, extra="ignore"
    )

    base_url: str | None = None


def real_shop(choice: str | None) -> Shop | None:
    """Give the shop to test, or None for the embedded store.

    `choice` is the value of --shop: "embedded", a shop's address (which then stands in for SHOP_BASE_URL), or
    None, which leaves it to SHOP_BASE_URL. Raises WrongSettingsError with every missing or wrong setting.
    """
    if choice == EMBEDDED or (choice is None and not _Choice().base_url):
        return None
    given = {} if choice is None else {"base_url": choice}
    try:
        return _ShopSettings(**given).shop()  # type: ignore[arg-type]  # the rest comes from the variables
    except ValidationError as error:
        problems = "; ".join(_problem(str(e["loc"][0]), e["type"], e["msg"]) for e in error.errors())
        raise WrongSettingsError(
            f"{problems}. Set them in the environment or in the file .env beside README.md."
        ) from None


def _problem(field: str, kind: str, message: str) -> str:
    variable = f"SHOP_{field.upper()}"
    if kind == "missing":
        return f"{variable} is missing"
    return f"{variable} is wrong: {message.removeprefix('Value error, ')}"
