"""Finds out what the shop has that not every shop has, and which Magento it is: once a run, by no scenario's subject.

Scenarios tagged @needs-... are skipped where it is missing. What `abilities` of the settings names has to be there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from api.errors import ShopError
from api.models import StoreConfig, StoreView
from api.token_claims import is_jwt
from harness.preflight.check import Fine, Line, Look, Result
from harness.preflight.rest_checks import NOBODY, SignedInAdmin
from harness.shop.magento_version import (
    JWT_MODULE,
    MagentoVersion,
    version_by_modules,
    version_by_settings,
    version_by_sign,
)
from harness.shop.shop import EMBEDDED, Ability

_EXAMPLE = "2.4.7"

OTHER_COUNTRIES = ("CA", "GB")
"""The countries, beside the tutorial's, that scenarios have addresses in."""

_Question = Callable[[Look, tuple[str, ...] | None], bool | None]
"""Tells whether something is there, None where nothing but a customer shows it; gets the modules, if they are known."""


@dataclass(frozen=True)
class Traits:
    """What was found: abilities by name, without those that only a customer shows, and the version."""

    abilities: Mapping[str, bool]
    magento: MagentoVersion


def look_at_abilities(look: Look) -> Result:
    """Ask for each ability, and for the modules."""
    modules = _modules(look)
    answers: dict[str, bool | None] = {name: ask(look, modules) for name, ask in _QUESTIONS.items()}
    abilities = {name: there for name, there in answers.items() if there is not None}
    there = [name for name, is_there in abilities.items() if is_there]
    missing = [name for name, is_there in abilities.items() if not is_there]
    lines = [Line("abilities", "; ".join(filter(None, [_list("has", there), _list("lacks", missing)])))]
    if look.shop.name != EMBEDDED and set(there) != set(look.shop.abilities):
        listed = ", ".join(f'"{name}"' for name in there)
        lines.append(Line("abilities", f"to keep them, {look.shop.line('abilities', f'[{listed}]')}"))
    lost = [name for name in missing if name in look.shop.abilities]
    magento, version_lines = _version(look, modules, abilities)
    warnings = (look.warning("lost-ability", what=name) for name in lost)
    return Fine((*lines, *version_lines, *warnings), Traits(abilities, magento))


def _list(verb: str, names: list[str]) -> str:
    return f"{verb} {', '.join(names)}" if names else ""


def _version(
    look: Look, modules: tuple[str, ...] | None, abilities: Mapping[str, bool]
) -> tuple[MagentoVersion, tuple[Line, ...]]:
    """Tell the version, and say by what; where the settings name another than the shop shows, the shop counts."""
    seen = _seen_version(modules, abilities)
    said = look.shop.magento
    if said and seen.contradicts(said):
        return seen, (look.warning("another-version", said=said, seen=seen),)
    magento = version_by_settings(said) if said else seen
    lines = [Line("version", f"Magento {magento}" if magento.by else "unknown")]
    if look.shop.name != EMBEDDED and not said:
        example = look.shop.line("magento", f'"{seen.name or _EXAMPLE}"')
        lines.append(
            Line("version", f"to say it, {example}" if seen.name else f"to say it, as for 2.4.7, {example}")
        )
    return magento, tuple(lines)


def _seen_version(modules: tuple[str, ...] | None, abilities: Mapping[str, bool]) -> MagentoVersion:
    if modules is not None:
        return version_by_modules(modules)
    if "jwt" in abilities:
        return version_by_sign(is_new=abilities["jwt"], by="its tokens")
    return version_by_sign(is_new=abilities["revocation"], by="its routes")


def _modules(look: Look) -> tuple[str, ...] | None:
    """List the enabled modules, None where the admin may not, as an admin of few rights."""
    access = look.given(SignedInAdmin).access
    try:
        # A token by itself: an access would renew it when a right is missing.
        answer = look.magento.modules(access.token or access)
        return answer.value if answer.accepted else None
    except ShopError:
        return None


def _has_second_website(look: Look, _: object) -> bool:
    return any(view.website_id != look.given(StoreConfig).website_id for view in _store_views(look))


def _has_second_store_view(look: Look, _: object) -> bool:
    website = look.given(StoreConfig).website_id
    return sum(view.website_id == website for view in _store_views(look)) > 1


def _store_views(look: Look) -> list[StoreView]:
    return [view for view in look.given(SignedInAdmin).store_views if view.id]


def _has_other_countries(look: Look, _: object) -> bool:
    """Ask for each: one that the shop does not sell to is not found, and anything else is for the scenarios to say."""
    answers = (look.magento.country(code, scope=look.shop.store_code) for code in OTHER_COUNTRIES)
    return all(answer.status != HTTPStatus.NOT_FOUND for answer in answers)


def _has_jwt(look: Look, modules: tuple[str, ...] | None) -> bool | None:
    """Look at the admin's token; an integration has none, and a ready token may be anything."""
    if look.shop.admin_username and (token := look.given(SignedInAdmin).access.token):
        return is_jwt(token)
    return None if modules is None else JWT_MODULE in modules


def _has_admin_token(look: Look, _: object) -> bool:
    return look.given(SignedInAdmin).access.token is not None


def _has_manage(look: Look, _: object) -> bool:
    access = look.given(SignedInAdmin).access
    return look.magento.confirmation(NOBODY, caller=access.token or access).missing_right is None


def _has_group(look: Look, _: object) -> bool:
    """Ask for the default group of the admin's own store view, which every shop has."""
    access = look.given(SignedInAdmin).access
    return look.magento.default_group(0, access.token or access).missing_right is None


def _has_revocation(look: Look, _: object) -> bool:
    """Ask as a guest, who is refused where the route exists."""
    answer = look.magento.revoke_customer_token(None, scope=look.shop.store_code)
    return answer.status != HTTPStatus.NOT_FOUND


_QUESTIONS: Mapping[Ability, _Question] = {
    "second-website": _has_second_website,
    "second-store-view": _has_second_store_view,
    "other-countries": _has_other_countries,
    "jwt": _has_jwt,
    "admin-token": _has_admin_token,
    "manage": _has_manage,
    "group": _has_group,
    "revocation": _has_revocation,
}
