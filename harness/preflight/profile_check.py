"""Reads how the shop is set, once a run: five questions, in the scope in which customers are created.

| asked | tells | as |
|---|---|---|
| attributeMetadata/customer, /customerAddress | fields: required, shown, street lines | the admin |
| directory/countries | whom the shop sells to | a guest |
| customerGroups/default/<store view> | the group of new customers | the admin |
| customer/account/create/ | a password's length and classes, the choice of prefixes and suffixes | a guest's browser |

What is refused or missing is as on a stock shop and as the settings say; that is said once, and never guessed silently.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from api.admin_access import AdminAccess
from api.answer import Answer
from api.errors import ShopError
from api.fitting import Fitting, fitting
from api.magento import Magento
from api.models import Attribute, StoreConfig
from api.shop_profile import STOCK, Field, ShopProfile
from harness.preflight.check import Fine, Line, Look, Result
from harness.preflight.rest_checks import SignedInAdmin
from harness.preflight.storefront_checks import RegistrationPage
from harness.shop.shop import Shop

Value = TypeVar("Value")

_LENGTHS = (r'data-password-min-length="(\d+)"', r'id="password"[^>]*\bminlength="(\d+)"')
_CLASSES = (r'data-password-min-character-sets="(\d+)"', r'"minCharacterSets":\s*(\d+)')
"""How Luma and Hyvä write a password's rules on the page on which customers register."""

MOST_CLASSES = 4
"""Classes of characters that Magento tells apart; of more no password can be."""

_LISTS = re.compile(r'<select\b[^>]*\bname="(prefix|suffix)"[^>]*>(.*?)</select>', re.DOTALL)
_OPTION = re.compile(r'<option\b[^>]*\bvalue="([^"]+)"')
"""Prefixes and suffixes to choose from are reported by no metadata, and bind the pages alone."""

FIELDS, COUNTRIES, PASSWORDS = (
    "the fields of customers and addresses",
    "the countries",
    "the rules for passwords",
)


@dataclass(frozen=True)
class AsSet:
    """How the shop is set, and how the customer is changed to fit it."""

    profile: ShopProfile
    fits: Fitting


def look_at_profile(look: Look) -> Result:
    """Ask for each part; gives it AsSet, or finds that no customer of the suite could have a password or address."""
    profile, warnings = _read(look)
    if profile.password_classes > MOST_CLASSES:
        return look.found("impossible-password", classes=profile.password_classes)
    if not (fits := fitted(profile, look.shop)).place:
        return look.found("no-sound-address", countries=", ".join(profile.countries))
    lines = [Line("shop as set", text) for text in profile.lines()]
    lines.append(Line("customer", fits.sentence))
    lines += [look.warning("unknown-field", label=each.label, code=each.code) for each in fits.unknown]
    return Fine((*lines, *warnings), AsSet(profile, fits))


def fitted(profile: ShopProfile, shop: Shop) -> Fitting:
    """Say how Jane Doe is changed to fit a shop, with what its settings say of its own fields."""
    return fitting(profile, shop.required_fields, shop.custom_attributes)


def fitted_elsewhere(magento: Magento, admin: AdminAccess, shop: Shop, scope: str) -> Fitting:
    """Say how Jane Doe is changed to be created in the scope of another website, which has rules of its own.

    Where its rules cannot be read they are taken for stock.
    """
    customer = magento.attributes("customer", admin, scope=scope)
    address = magento.attributes("customerAddress", admin, scope=scope)
    if not (customer.accepted and address.accepted):
        return fitted(STOCK, shop)
    return fitted(ShopProfile(customer=_fields(customer.value), address=_fields(address.value)), shop)


def _read(look: Look) -> tuple[ShopProfile, list[Line]]:
    magento, code = look.magento, look.shop.store_code
    access = look.given(SignedInAdmin).access
    caller = access.token or access  # a token by itself: an access would renew it when a right is missing
    config = look.given(StoreConfig)
    found: dict[str, Any] = {
        "locale": config.locale,
        "password_length": look.shop.password_length,
        "password_classes": look.shop.password_classes,
    }
    unread: dict[str, str] = {}

    def ask(what: str, question: Callable[[], Answer[Value]]) -> Value | None:
        try:
            return question().value
        except ShopError as error:
            unread[what] = str(error).rstrip(".")
            return None

    customer = ask(FIELDS, lambda: magento.attributes("customer", caller, scope=code))
    address = ask(FIELDS, lambda: magento.attributes("customerAddress", caller, scope=code))
    if customer and address:
        found |= {"customer": _fields(customer), "address": _fields(address)}
        street = next((one for one in address if one.attribute_code == "street"), None)
        found |= {"street_lines": street.multiline_count} if street else {}
    if countries := ask(COUNTRIES, lambda: magento.countries(scope=code)):
        found["countries"] = tuple(country.id for country in countries)
    group = ask("group", lambda: magento.default_group(config.id, caller))
    found["group"] = group.id if group else None
    unread.pop("group", None)  # nothing is assumed in its place
    if page := look.helped_by(RegistrationPage):
        rules = _password_rules(page.text)
        found |= rules | _with_choices(found, _choices(page.text))
        if not rules:
            unread[PASSWORDS] = "the page on which customers register does not tell them"
    profile = ShopProfile(**found, assumed=tuple(unread))
    return profile, [look.warning("assumed", what=what, problem=why) for what, why in unread.items()]


def _fields(attributes: tuple[Attribute, ...]) -> tuple[Field, ...]:
    return tuple(Field.of(attribute) for attribute in attributes)


def _choices(page: str) -> dict[str, tuple[str, ...]]:
    """Find what may be chosen as a prefix or suffix, by the field's code."""
    return {
        code: tuple(map(html.unescape, _OPTION.findall(options))) for code, options in _LISTS.findall(page)
    }


def _with_choices(found: dict[str, Any], choices: dict[str, tuple[str, ...]]) -> dict[str, tuple[Field, ...]]:
    return {
        entity: tuple(
            field.model_copy(update={"options": choices.get(field.code, field.options)})
            for field in found[entity]
        )
        for entity in ("customer", "address")
        if entity in found
    }


def _password_rules(page: str) -> dict[str, int]:
    """Find both numbers, or none."""
    length, classes = _number(_LENGTHS, page), _number(_CLASSES, page)
    return (
        {} if length is None or classes is None else {"password_length": length, "password_classes": classes}
    )


def _number(patterns: tuple[str, ...], page: str) -> int | None:
    found = (re.search(pattern, page) for pattern in patterns)
    return next((int(each[1]) for each in found if each), None)
