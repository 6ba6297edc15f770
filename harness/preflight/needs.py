"""What not every shop has, is, or is set to: what becomes of scenarios tagged @needs-... there.

| a scenario needs | where the shop is otherwise |
|---|---|
| something that the shop has (`abilities.py`) | skipped, or failed if `abilities` of the settings names it |
| a setting of Magento's (`magento_settings.py`) | skipped if the shop's settings say so, else carried out: it fails |
| a part that not every theme has (`theme_check.py`) | skipped, with the theme's name |
| a window of a desk | skipped where the run asks for a narrower one |
| a way in which it is set, as it says itself (`profile_check.py`) | skipped, with the setting's path |
| a version (`magento_version.py`) | skipped, with the reason |
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import pytest
from pydantic import SecretStr

from api.admin_access import AdminAccess
from api.comparison import Different
from api.errors import Refusal, UnexpectedAnswer
from api.fitting import Fitting
from api.locks import TRIES_IN_THE_FORM
from api.magento import Magento
from api.models import Credentials, StoreConfig, StoreIds
from api.new_customer import NewCustomer
from api.shop_profile import ShopProfile
from api.token_claims import is_jwt
from harness.customers.own_customers import OwnCustomers
from harness.preflight.magento_settings import (
    GUESTS_READ_STORES,
    LOCKOUT,
    OPTIONAL_POSTCODES,
    SHARED_ACCOUNTS,
    THROTTLE,
    MagentoNumber,
    MagentoSetting,
)
from harness.preflight.profile_check import fitted, fitted_elsewhere
from harness.run.run import Run, run_of
from harness.shop.address_template import AddressTemplate
from harness.shop.shop import Ability, Shop
from pages.theme import Theme

STREET_LINES = "customer/address/street_lines"
TELEPHONE = "customer/address/telephone_show"
LOCKS = (THROTTLE, LOCKOUT)


@pytest.fixture(scope="session")
def all_store_ids(known_store_configs: tuple[StoreConfig, ...]) -> tuple[StoreIds, ...]:
    """Give the ids of every store view but the admin's."""
    return tuple(map(StoreIds.of, known_store_configs))


@pytest.fixture
def other_store_view(all_store_ids: tuple[StoreIds, ...], shop: Shop) -> StoreIds:
    """Give another store view of the website under test."""
    own = {one.website_id for one in all_store_ids if one.code == shop.store_code}
    return next(one for one in all_store_ids if one.website_id in own and one.code != shop.store_code)


@pytest.fixture
def other_website(all_store_ids: tuple[StoreIds, ...], shop: Shop) -> StoreIds:
    """Give a store view of another website."""
    own = {one.website_id for one in all_store_ids if one.code == shop.store_code}
    return next(one for one in all_store_ids if one.website_id not in own)


@pytest.fixture
def fits_elsewhere(magento: Magento, admin: AdminAccess, shop: Shop, other_website: StoreIds) -> Fitting:
    """Give how Jane Doe is changed to be created in the scope of that website."""
    return fitted_elsewhere(magento, admin, shop, other_website.code)


@pytest.fixture(scope="session")
def shown_by_customers() -> dict[str, bool]:
    """Keep what customers showed, for the rest of a worker's scenarios."""
    return {}


@pytest.fixture
def has_jwt(
    shown_by_customers: dict[str, bool],
    magento: Magento,
    own_customers: OwnCustomers,
    new_customer: NewCustomer,
    admin: AdminAccess,
    store_ids: StoreIds,
) -> bool:
    """Tell whether customers' tokens are JWTs, by one customer's; asked where nothing else tells."""
    if "jwt" not in shown_by_customers:
        credentials = Credentials(
            username=own_customers.fresh_email(), password=own_customers.fresh_password()
        )
        asking = new_customer.model_copy(update={"credentials": credentials})
        magento.create_customer(asking, scope=store_ids.code, caller=admin)
        token = magento.customer_token(credentials, scope=store_ids.code).value
        shown_by_customers["jwt"] = is_jwt(SecretStr(token))
    return shown_by_customers["jwt"]


class Need(Protocol):
    """What a scenario needs of the shop."""

    def check(self, run: Run, request: pytest.FixtureRequest) -> None:
        """Skip the scenario, with the reason, where the shop is otherwise; fail it where the shop must not be."""


@dataclass(frozen=True)
class NeedsAbility:
    """The shop has something; `lack` is said where it has not. `fixture` asks where only a customer shows it."""

    name: Ability
    lack: str
    fixture: str = ""

    def check(self, run: Run, request: pytest.FixtureRequest) -> None:
        """Look at what the run found out before its first scenario."""
        there = run.abilities.get(self.name)
        if there is None:
            there = request.getfixturevalue(self.fixture) if self.fixture else True
        if there:
            return
        if self.name in run.shop.abilities:
            pytest.fail(
                f"The shop has lost {self.name}: {self.lack}. If it is to do without, take {self.name} out of the "
                f"settings ({run.shop.place('abilities')}).",
                pytrace=False,
            )
        pytest.skip(self.lack)


@dataclass(frozen=True)
class NeedsSetting:
    """A setting is as on a stock shop, or `said` not to be; `otherwise` is what is said of the opposite."""

    setting: MagentoSetting
    said: bool
    otherwise: str

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by the settings alone; the shop is not asked."""
        if self.setting.is_said(run.shop) != self.said:
            pytest.skip(f"{self.otherwise} ({self.setting.path})")

    def advice(self, shop: Shop) -> str:
        """Say what to look at."""
        return self.setting.advice(shop)


def _is_before(run: Run, release: str) -> bool:
    is_older = run.magento.is_before(release)
    if is_older is None:
        line = run.shop.line("magento", '"2.4.7"')
        pytest.skip(f"nothing tells whether the shop is older than Magento {release}: {line}, or what it is")
    return is_older


@dataclass(frozen=True)
class NeedsVersion:
    """The shop is older than this release, or is not."""

    release: str
    older: bool

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by what reported the version; where nothing does the scenario cannot know what is right."""
        is_older = _is_before(run, self.release)
        if is_older != self.older:
            pytest.skip(
                f"the shop is {'older than' if is_older else 'not older than'} Magento {self.release}"
            )


@dataclass(frozen=True)
class NeedsProfile:
    """The shop is set so that the scenario has a sense; `lack` is said where it is not, with `path` of the setting."""

    fits: Callable[[ShopProfile], bool]
    lack: str
    path: str

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by what the shop said of itself before the first scenario."""
        if not self.fits(run.profile):
            pytest.skip(f"{self.lack} ({self.path})")


@dataclass(frozen=True)
class NeedsGreeting:
    """The header of the shop's theme greets customers by their names."""

    def check(self, _run: Run, request: pytest.FixtureRequest) -> None:
        """Go by the theme's data."""
        theme: Theme = request.getfixturevalue("theme")
        if theme.greeting is None:
            pytest.skip(f"the header of the theme {theme.name} greets nobody")


@dataclass(frozen=True)
class NeedsWideWindow:
    """The browser's window is that of a desk: a narrow one, as a phone's, is made for fingers."""

    width: int
    """Pixels from which Magento's themes show what a narrow window folds or moves into a drawer."""

    def check(self, _run: Run, request: pytest.FixtureRequest) -> None:
        """Go by the options of the run."""
        window = request.getfixturevalue("browser_context_args").get("viewport") or {}
        if window.get("width", self.width) < self.width:
            pytest.skip(
                "in a narrow window the drawer with the account's links opens by mouse or finger alone"
            )


@dataclass(frozen=True)
class NeedsRegions:
    """The country of the customer's address has a list of regions."""

    def check(self, _run: Run, request: pytest.FixtureRequest) -> None:
        """Ask the shop for the country."""
        home = request.getfixturevalue("home")
        if not home.available_regions:
            pytest.skip(f"the shop lists no regions of {home.full_name_locale}")


@dataclass(frozen=True)
class NeedsPostcode:
    """The country of the customer's address needs a postcode, or none; the settings say which."""

    required: bool

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by the country that the customer lives in."""
        country = fitted(run.profile, run.shop).country
        if (country not in run.shop.optional_postcodes) != self.required:
            needs = "needs none" if self.required else "needs one"
            pytest.skip(f"an address in {country} {needs} ({OPTIONAL_POSTCODES.path})")

    def advice(self, shop: Shop) -> str:
        """Say what to look at."""
        return OPTIONAL_POSTCODES.advice(shop)


@dataclass(frozen=True)
class NeedsLock:
    """Wrong passwords lock somebody out; the settings say after how many."""

    fits: Callable[[Shop], bool]
    lack: str
    settings: tuple[MagentoNumber, ...]

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by the settings: no endpoint tells."""
        if not self.fits(run.shop):
            pytest.skip(f"{self.lack} ({', '.join(each.path for each in self.settings)})")

    def advice(self, shop: Shop) -> str:
        """Say what to look at."""
        return " ".join(each.advice(shop) for each in self.settings)


NEEDS: dict[str, Need] = {
    "needs-second-website": NeedsAbility("second-website", "the shop has no second website"),
    "needs-second-store-view": NeedsAbility("second-store-view", "the website has no second store view"),
    "needs-other-countries": NeedsAbility(
        "other-countries",
        "the shop takes no addresses in Canada and the United Kingdom (general/country/allow)",
    ),
    "needs-jwt": NeedsAbility(
        "jwt", "the shop's tokens are opaque: they do not say how long they are good for", "has_jwt"
    ),
    "needs-admin-token": NeedsAbility("admin-token", "the admin is an integration, which has no admin token"),
    "needs-manage": NeedsAbility("manage", "the admin lacks Magento_Customer::manage"),
    "needs-group": NeedsAbility("group", "the admin lacks Magento_Customer::group"),
    "needs-revocation": NeedsAbility(
        "revocation", "the shop has no route to revoke a customer's tokens (before 2.4.6)"
    ),
    "needs-accounts-per-website": NeedsSetting(
        SHARED_ACCOUNTS, said=False, otherwise="the shop's websites share their customers' accounts"
    ),
    "needs-shared-accounts": NeedsSetting(
        SHARED_ACCOUNTS, said=True, otherwise="the shop keeps its customers' accounts by website"
    ),
    "needs-closed-store-endpoints": NeedsSetting(
        GUESTS_READ_STORES, said=False, otherwise="the shop lets guests read its store endpoints"
    ),
    "needs-guest-access": NeedsSetting(
        GUESTS_READ_STORES, said=True, otherwise="the shop lets no guest read its store endpoints"
    ),
    "needs-before-2.4.8": NeedsVersion("2.4.8", older=True),
    "needs-2.4.8": NeedsVersion("2.4.8", older=False),
    "needs-password-classes": NeedsProfile(
        lambda profile: profile.password_classes > 1,
        "the shop takes passwords of a single class of characters",
        "customer/password/required_character_classes_number",
    ),
    "needs-second-street-line": NeedsProfile(
        lambda profile: profile.street_lines > 1, "a street has one line", STREET_LINES
    ),
    "needs-one-street-line": NeedsProfile(
        lambda profile: profile.street_lines == 1, "a street has more than one line", STREET_LINES
    ),
    "needs-telephone-required": NeedsProfile(
        lambda profile: profile.requires("telephone"), "a telephone number is optional", TELEPHONE
    ),
    "needs-telephone-optional": NeedsProfile(
        lambda profile: not profile.requires("telephone"), "a telephone number is required", TELEPHONE
    ),
    "needs-more-fields": NeedsProfile(
        lambda profile: bool(profile.more_of("customer") or profile.more_of("address")),
        "the shop asks for nothing beyond a stock one",
        "customer/address/*_show",
    ),
    "needs-greeting": NeedsGreeting(),
    "needs-wide-window": NeedsWideWindow(768),
    "needs-regions": NeedsRegions(),
    "needs-postcode-required": NeedsPostcode(required=True),
    "needs-postcode-optional": NeedsPostcode(required=False),
    "needs-lock-over-rest": NeedsLock(lambda shop: shop.max_failures_count > 1, "a single one locks", LOCKS),
    "needs-account-lock": NeedsLock(
        lambda shop: shop.lockout_failures > 0, "the shop locks no account", (LOCKOUT,)
    ),
    "needs-no-account-lock": NeedsLock(
        lambda shop: shop.lockout_failures == 0, "wrong passwords lock an account", (LOCKOUT,)
    ),
    "needs-lock-before-captcha": NeedsLock(
        lambda shop: 0 < shop.lockout_failures <= shop.max_failures_count + TRIES_IN_THE_FORM,
        "the sign-in form asks for a captcha before the account is locked, or nothing locks it",
        LOCKS,
    ),
    "needs-later-account-lock": NeedsLock(
        lambda shop: not 0 < shop.lockout_failures <= shop.max_failures_count,
        "the account is locked before REST is closed",
        LOCKS,
    ),
}


@pytest.fixture
def is_before(run: Run) -> Callable[[str], bool]:
    """Tell whether the shop is older than a release; where nothing tells the scenario is skipped."""
    return partial(_is_before, run)


@pytest.fixture(autouse=True)
def needs(request: pytest.FixtureRequest) -> None:
    """Check what the scenario's tags name."""
    for need in _needs_of(request):
        need.check(_run(request), request)


@pytest.hookimpl(tryfirst=True)  # before anybody takes the sentence
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """Name the setting that may stand behind a broken promise."""
    run = run_of(request.node)
    if (
        run
        and isinstance(exception, Different)
        and (question := AddressTemplate.of(run.shop, run.profile).question(exception.differences))
    ):
        exception.add_note(question)
    if isinstance(exception, AssertionError | Refusal | UnexpectedAnswer):
        advices = [advice for need in _needs_of(request) if (advice := getattr(need, "advice", None))]
        for advice in dict.fromkeys(advice(_run(request).shop) for advice in advices):
            exception.add_note(advice)


def _run(request: pytest.FixtureRequest) -> Run:
    run = run_of(request.node)
    assert run, "a scenario that needs something has a shop"
    return run


def _needs_of(request: pytest.FixtureRequest) -> list[Need]:
    return [NEEDS[marker.name] for marker in request.node.iter_markers() if marker.name in NEEDS]
