"""How the shop is set: Magento's configuration paths, with stock values where nothing is said.

Scopes are Magento's: a value may be said for a website or a store view, and counts there as far down as Magento lets
it (a password's length said for a website is kept and ignored). The facts were measured on three running shops.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sandbox.stores import OUTLET, STORE_CODES, WEBSITES, StoreView, Website, website
from sandbox.versions import MagentoVersion

DEFAULT, WEBSITE, STORE_VIEW = range(3)
TEMPLATES = Path(__file__).parent / "data" / "address-templates"
SHOWN = ("", "opt", "req")
SWITCH = ("0", "1")
RECAPTCHAS = ("", "recaptcha", "invisible", "recaptcha_v3")
NUMBER = "a number"
SHOW = "customer/address/{}_show"


@dataclass(frozen=True)
class Setting:
    """One path: its stock value, the narrowest scope that counts, and the values that it takes (None: any text)."""

    stock: str
    narrowest: int = WEBSITE
    values: tuple[str, ...] | str | None = None


def _stock_template() -> str:
    return (TEMPLATES / "stock.html").read_text(encoding="utf-8").rstrip("\n")


SETTINGS: dict[str, Setting] = {
    **{SHOW.format(name): Setting("", values=SHOWN) for name in ("prefix", "suffix", "fax")},
    **{SHOW.format(name): Setting("", values=SHOWN) for name in ("dob", "taxvat", "gender")},
    "customer/address/middlename_show": Setting("0", values=SWITCH),
    "customer/address/telephone_show": Setting("req", values=SHOWN),
    "customer/address/company_show": Setting("opt", values=SHOWN),
    "customer/address/street_lines": Setting("2", values=NUMBER),
    "customer/address/prefix_options": Setting(""),
    "customer/address/suffix_options": Setting(""),
    "customer/address_templates/html": Setting(_stock_template(), STORE_VIEW),
    "customer/password/minimum_password_length": Setting("8", DEFAULT, NUMBER),
    "customer/password/required_character_classes_number": Setting("3", DEFAULT, NUMBER),
    "customer/password/lockout_failures": Setting("10", DEFAULT, NUMBER),
    "customer/password/lockout_threshold": Setting("10", DEFAULT, NUMBER),
    "oauth/authentication_lock/max_failures_count": Setting("6", DEFAULT, NUMBER),
    "oauth/authentication_lock/timeout": Setting("1800", DEFAULT, NUMBER),
    "general/country/allow": Setting("", STORE_VIEW),
    "general/country/default": Setting("US", STORE_VIEW),
    "general/country/optional_zip_countries": Setting("HK,IE,MO,PA,GB", DEFAULT),
    "general/region/state_required": Setting("", DEFAULT),
    "general/region/display_all": Setting("1", DEFAULT, SWITCH),
    "customer/startup/redirect_dashboard": Setting("0", values=SWITCH),
    "customer/account_share/scope": Setting("1", DEFAULT, SWITCH),
    "customer/create_account/confirm": Setting("0", values=SWITCH),
    "customer/create_account/default_group": Setting("1", STORE_VIEW, ("1", "2", "3")),
    "customer/create_account/vat_frontend_visibility": Setting("0", values=SWITCH),
    "customer/captcha/enable": Setting("1", values=SWITCH),
    "customer/captcha/mode": Setting("after_fail", values=("after_fail", "always")),
    "customer/captcha/failed_attempts_login": Setting("3", values=NUMBER),
    "recaptcha_frontend/type_for/customer_create": Setting("", values=RECAPTCHAS),
    "recaptcha_frontend/type_for/customer_login": Setting("", values=RECAPTCHAS),
    "persistent/options/enabled": Setting("0", values=SWITCH),
    "web/cookie/cookie_lifetime": Setting("3600", STORE_VIEW, NUMBER),
    "web/cookie/cookie_httponly": Setting("1", STORE_VIEW, SWITCH),
    "web/cookie/cookie_restriction": Setting("0", values=SWITCH),
    "webapi/webapisecurity/allow_insecure": Setting("0", DEFAULT, SWITCH),
}
"""Every path that the store follows. No country named as allowed means all of them."""

Place = StoreView | Website | None


class SettingRefusedError(ValueError):
    """A setting that the store does not know, or a value that it does not take; the text says what to write."""


def read_setting(text: str) -> tuple[str, str]:
    """Read `path=value` or `path@scope=value` into its key, `path` or `path@scope`, and its value.

    A template's value may be `@german`: the name of a template in data/address-templates, or a path to a file.
    """
    key, equals, value = text.partition("=")
    path, _, scope = key.partition("@")
    if not equals:
        raise SettingRefusedError(f"{text!r} is no setting such as customer/address/telephone_show=opt")
    if path not in SETTINGS:
        near = get_close_matches(path, SETTINGS, 1, 0)[0]
        raise SettingRefusedError(f"the store follows no {path!r}; the nearest path is {near}")
    _check_scope(path, scope)
    if path.startswith("customer/address_templates/") and value.startswith("@"):
        value = _read_template(value[1:])
    _check_value(path, value)
    return key, value


class Settings:
    """What is set in one shop."""

    def __init__(self, said: Mapping[str, str], version: MagentoVersion) -> None:
        self._stock = {"general/region/state_required": version.state_required}
        self.set_to(said)

    def set_to(self, said: Mapping[str, str]) -> None:
        """Forget what was set, and set what is said now: keys are `path` or `path@scope`."""
        self._values = {**self._stock, **said}

    def text(self, path: str, place: Place = None) -> str:
        """Give the value that counts in a store view, a website, or by default; raises KeyError for an unknown path."""
        setting = SETTINGS[path]
        for scope in reversed(_scopes(place)[: setting.narrowest]):
            if f"{path}@{scope}" in self._values:
                return self._values[f"{path}@{scope}"]
        return self._values.get(path, setting.stock)

    def number(self, path: str, place: Place = None) -> int:
        """Give a value that is a number."""
        return int(self.text(path, place))

    def is_on(self, path: str, place: Place = None) -> bool:
        """Tell whether a switch is on."""
        return self.text(path, place) == "1"

    def codes(self, path: str, place: Place = None) -> list[str]:
        """Give a value that lists codes."""
        return [code for code in self.text(path, place).split(",") if code]


def _scopes(place: Place) -> list[str]:
    """List the codes under which a value may be said for a place: website first, so that a limit cuts store views."""
    if isinstance(place, StoreView):
        site = website(place.website_id)
        return [] if site is None or not place.website_id else [site.code, place.code]
    return [place.code] if place else []


def _check_scope(path: str, scope: str) -> None:
    websites = [site.code for site in WEBSITES if site.id]
    if not scope or scope in websites:
        return
    if scope not in (*STORE_CODES, OUTLET):
        known = ", ".join((*STORE_CODES, *websites))
        raise SettingRefusedError(f"{scope!r} is no store view and no website: {known}")
    if SETTINGS[path].narrowest == WEBSITE:
        raise SettingRefusedError(f"{path} is said for a website at most: one of {', '.join(websites)}")


def _check_value(path: str, value: str) -> None:
    values = SETTINGS[path].values
    if values == NUMBER and not value.isdecimal():
        raise SettingRefusedError(f"{path} takes a number, not {value!r}")
    if isinstance(values, tuple) and value not in values:
        raise SettingRefusedError(f"{path} takes {', '.join(repr(one) for one in values)}, not {value!r}")


def _read_template(name: str) -> str:
    file = Path(name) if Path(name).is_file() else TEMPLATES / f"{name}.html"
    if not file.is_file():
        known = ", ".join(sorted(one.stem for one in TEMPLATES.iterdir()))
        raise SettingRefusedError(f"{name!r} is no file, and no template of the store: {known}")
    return file.read_text(encoding="utf-8").rstrip("\n")
