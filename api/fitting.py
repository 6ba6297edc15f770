"""The fewest changes that make the tutorial's Jane Doe welcome at a shop: required fields, and where she lives."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

from api.shop_profile import Entity, Field, ShopProfile
from api.sound_addresses import ALBANY_IN_TEXAS, PLACES, Place, country_for

_VALUES: dict[str, Any] = {
    "prefix": "Ms",
    "middlename": "Marie",
    "suffix": "II",
    "dob": "1990-02-03",
    "taxvat": "US123",
    "company": "Acme Inc",
    "fax": "512-555-0199",
    "vat_id": "US123",
}
"""Sound values of the fields that every Magento has; of others it is the type that tells one."""

_TEXTS = {
    "email": "jane.doe@example.com",
    "url": "https://example.com/",
    "numeric": "1",
    "date": "1990-02-03",
}
_DAY = "1990-02-03"


class Fitting(BaseModel):
    """How the customer is changed.

    `customer` holds more fields of her record, `address` of each address, both as REST takes them, and `own_customer`
    and `own_address` values of the admin's own attributes by their codes. `places` are where her two addresses
    are, () where the suite knows no address that the shop takes. `reasons` say what was changed and why, `unknown`
    are required fields whose value cannot be guessed.
    """

    model_config = ConfigDict(frozen=True)

    customer: dict[str, Any] = {}
    address: dict[str, Any] = {}
    own_customer: dict[str, Any] = {}
    own_address: dict[str, Any] = {}
    country: str = ""
    places: tuple[Place, ...] = ()
    reasons: tuple[str, ...] = ()
    unknown: tuple[Field, ...] = ()

    @property
    def place(self) -> Place | None:
        """Where her first address is."""
        return self.places[0] if self.places else None

    @property
    def others_place(self) -> Place:
        """Where another customer lives, who has nothing but the country in common with her."""
        return ALBANY_IN_TEXAS if self.country == "US" else self.places[1]

    @property
    def sentence(self) -> str:
        """Say for a reader what was changed and why."""
        return "; ".join(self.reasons) or "Jane Doe as in the tutorial"


def fitting(profile: ShopProfile, fields: Mapping[str, Any], attributes: Mapping[str, Any]) -> Fitting:
    """Say what is to be changed; `fields` and `attributes` are what the settings give, and win over any guess."""
    made: dict[Entity, dict[str, Any]] = {"customer": {}, "address": {}}
    own: dict[Entity, dict[str, Any]] = {"customer": {}, "address": {}}
    reasons: list[str] = []
    unknown: list[Field] = []
    for entity in made:
        for field in profile.more_of(entity):
            given = {**fields, **attributes}.get(field.code)
            value = _value(field) if given is None else given
            if value is None:
                unknown.append(field)
                continue
            (own if field.own else made)[entity][field.code] = value
            reasons.append(f"{field.code} of the {entity} is {value}: the shop requires {field.label}")
    _add_given(profile, fields, attributes, made, own)
    country = country_for(profile.locale, profile.sells_to)
    if country and country != "US":
        reasons.append(f"the addresses are in {country}: {_why_there(profile, country)}")
    return Fitting(
        customer=made["customer"],
        address=made["address"],
        own_customer=own["customer"],
        own_address=own["address"],
        country=country,
        places=PLACES.get(country, ()),
        reasons=tuple(reasons),
        unknown=tuple(unknown),
    )


def _why_there(profile: ShopProfile, country: str) -> str:
    """Say by what setting of Magento's the country was chosen."""
    if profile.locale.endswith(f"_{country}"):
        return f"the store view's locale is {profile.locale} (general/locale/code)"
    return "the shop does not sell to US (general/country/allow)"


def _add_given(
    profile: ShopProfile,
    fields: Mapping[str, Any],
    attributes: Mapping[str, Any],
    made: dict[Entity, dict[str, Any]],
    own: dict[Entity, dict[str, Any]],
) -> None:
    """Add what the settings ask for and the shop's metadata does not, where the metadata knows the field."""
    of_customer = {field.code for field in profile.customer}
    of_address = {field.code for field in profile.address}
    for given, target in ((fields, made), (attributes, own)):
        for code, value in given.items():
            if code in of_address and code not in of_customer:
                target["address"].setdefault(code, value)
            else:
                target["customer"].setdefault(code, value)


def _value(field: Field) -> Any:
    """Give a sound value by name, list or type; None where only the admin knows one."""
    if field.code == "gender":
        return int(field.options[-1]) if field.options else 3
    if field.code in _VALUES:
        value = _VALUES[field.code]
        return value if value in (field.options or [value]) else field.first_option
    if field.kind in {"text", "textarea", "multiline"}:
        return _text(field)
    of_kind = {"boolean": "1", "date": _DAY, "select": field.first_option, "multiselect": field.first_option}
    return of_kind.get(field.kind)


def _text(field: Field) -> str | None:
    """Write a text as long as it has to be, out of characters that every rule for texts takes."""
    if field.text in _TEXTS:
        return _TEXTS[field.text].rjust(field.shortest, "1")
    return "A" * max(field.shortest, 1) if field.shortest <= field.longest else None
