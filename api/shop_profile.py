"""How a shop is set as far as it says so itself: what a customer and an address must and may hold, and the like.

The preflight reads it once a run (harness/preflight/profile_check.py). What nothing tells is as on a stock shop.
"""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

from api.models import Attribute

Entity = Literal["customer", "address"]

STOCK_REQUIRED = ("firstname", "lastname", "street", "city", "country_id", "telephone")
_STOCK_HIDDEN = ("prefix", "middlename", "suffix", "fax")
_OF_THE_ACCOUNT = ("email", "firstname", "lastname", "website_id", "store_id", "group_id")
"""Fields of a customer that every new customer has, or that the shop sets itself."""

_MANY = 12
"""Countries that a line still names one by one."""


class Field(BaseModel):
    """One field of customers or addresses: its `code`, the shop's `label`, and what may stand in it.

    `kind` is the input's (text, select, date ...), `own` says that the admin made it, `options` are the values of a
    list, `shortest` and `longest` count characters, `text` is "alphanumeric", "email" ... or "" for any text.
    """

    model_config = ConfigDict(frozen=True)

    code: str
    label: str
    kind: str = "text"
    required: bool = False
    visible: bool = True
    own: bool = False
    options: tuple[str, ...] = ()
    shortest: int = 0
    longest: int = 255
    text: str = ""

    @property
    def first_option(self) -> str | None:
        """The first value of its list, None where it has none."""
        return self.options[0] if self.options else None

    @classmethod
    def of(cls, attribute: Attribute) -> "Field":
        """Take what matters from the shop's metadata."""
        rules = attribute.rules()
        return cls(
            code=attribute.attribute_code,
            label=attribute.store_label or attribute.attribute_code,
            kind=attribute.frontend_input or "",
            required=attribute.required,
            visible=attribute.visible,
            own=attribute.user_defined,
            options=_options(attribute),
            shortest=int(rules.get("min_text_length", 0)),
            longest=int(rules.get("max_text_length", 255)),
            text=rules.get("input_validation", ""),
        )


class ShopProfile(BaseModel):
    """One shop as it is set, in the scope of the store view under test; without arguments a stock one.

    `locale` is the store view's ("de_DE"). `countries` are those that it sells to, () for every one. `group` is the
    default group of new customers, None where nothing tells it. `assumed` names what could not be read.
    """

    model_config = ConfigDict(frozen=True)

    locale: str = "en_US"
    customer: tuple[Field, ...] = ()
    address: tuple[Field, ...] = ()
    street_lines: int = 2
    countries: tuple[str, ...] = ()
    password_length: int = 8
    password_classes: int = 3
    group: int | None = None
    assumed: tuple[str, ...] = ()

    def requires(self, code: str) -> bool:
        """Tell whether an address may not lack a field."""
        found = self._of_address(code)
        return found.required if found else code in STOCK_REQUIRED

    def shows(self, code: str) -> bool:
        """Tell whether the shop's pages show a field of addresses."""
        found = self._of_address(code)
        return found.visible if found else code not in _STOCK_HIDDEN

    def more_of(self, entity: Entity) -> list[Field]:
        """List what the shop asks of every customer, or address, beyond a stock shop."""
        stock = _OF_THE_ACCOUNT if entity == "customer" else STOCK_REQUIRED
        return [field for field in getattr(self, entity) if field.required and field.code not in stock]

    def sells_to(self, country: str) -> bool:
        """Tell whether an address in a country is kept."""
        return not self.countries or country in self.countries

    def lines(self) -> list[str]:
        """Say it for a reader, a line each."""
        more = {entity: _named(self.more_of(entity)) for entity in ("customer", "address")}
        optional = "" if self.requires("telephone") else "; a telephone number is optional"
        hidden = [code for code in ("telephone", "company", *_STOCK_HIDDEN) if not self.shows(code)]
        group = "unknown" if self.group is None else f"id {self.group}"
        sold = (
            ", ".join(self.countries) if len(self.countries) <= _MANY else f"{len(self.countries)} countries"
        )
        return [
            f"of a customer it asks {more['customer'] or 'what a stock shop asks'}",
            f"of an address it asks {more['address'] or 'what a stock shop asks'}{optional}",
            f"its pages hide {', '.join(hidden) or 'no field'}",
            f"a street has up to {self.street_lines} {'line' if self.street_lines == 1 else 'lines'}",
            f"it sells to {sold or 'every country'}",
            f"a password has {self.password_length} characters of {self.password_classes} classes at least",
            f"the default group of its customers: {group}",
        ]

    def _of_address(self, code: str) -> Field | None:
        return next((field for field in self.address if field.code == code), None)


def _options(attribute: Attribute) -> tuple[str, ...]:
    values = (str(option.get("value", "")) for option in attribute.options)
    return tuple(value for value in values if value.strip())


def _named(fields: Iterable[Field]) -> str:
    return ", ".join(f"{field.label} ({field.code})" for field in fields)


STOCK = ShopProfile()
