"""What not every shop has, is, or is set to: what becomes of scenarios tagged @needs-... there.

| a scenario needs | where the shop is otherwise |
|---|---|
| something that the shop has (`abilities.py`) | skipped, or failed if `abilities` of the settings names it |
| a setting of Magento's (`magento_settings.py`) | skipped if the shop's settings say so, else carried out: it fails |
| a version (`magento_version.py`) | skipped, with the reason |
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import pytest
from pydantic import SecretStr

from api.admin_access import AdminAccess
from api.errors import Refusal, UnexpectedAnswer
from api.magento import Magento
from api.models import Credentials, StoreIds
from api.new_customer import NewCustomer
from api.token_claims import is_jwt
from harness.customers.own_customers import OwnCustomers
from harness.preflight.magento_settings import GUESTS_READ_STORES, SHARED_ACCOUNTS, MagentoSetting
from harness.run.run import RUN, Run
from harness.shop.shop import Ability, Shop

STOCK_PASSWORD_LENGTH = 8


@pytest.fixture(scope="session")
def all_store_ids(magento: Magento, admin_token: AdminAccess) -> tuple[StoreIds, ...]:
    """Give the ids of every store view but the admin's."""
    return tuple(StoreIds.of(config) for config in magento.store_configs(admin_token).value)


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
    admin_token: AdminAccess,
    store_ids: StoreIds,
) -> bool:
    """Tell whether customers' tokens are JWTs, by one customer's; asked where nothing else tells."""
    if "jwt" not in shown_by_customers:
        credentials = Credentials(
            username=own_customers.fresh_email(), password=own_customers.fresh_password()
        )
        asking = new_customer.model_copy(update={"credentials": credentials})
        magento.create_customer(asking, scope=store_ids.code, token=admin_token)
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
        """Go by what told the version; where nothing does the scenario cannot know what is right."""
        is_older = _is_before(run, self.release)
        if is_older != self.older:
            pytest.skip(
                f"the shop is {'older than' if is_older else 'not older than'} Magento {self.release}"
            )


@dataclass(frozen=True)
class NeedsShortPasswords:
    """Eight characters are enough for a password, as they are on a stock shop."""

    def check(self, run: Run, _: pytest.FixtureRequest) -> None:
        """Go by the settings."""
        if run.shop.password_length > STOCK_PASSWORD_LENGTH:
            pytest.skip("the shop asks for more than eight characters")


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
    "needs-admin-token": NeedsAbility(
        "admin-token", "the merchant is an integration, which has no admin token"
    ),
    "needs-manage": NeedsAbility("manage", "the merchant lacks Magento_Customer::manage"),
    "needs-group": NeedsAbility("group", "the merchant lacks Magento_Customer::group"),
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
    "needs-stock-passwords": NeedsShortPasswords(),
}


@pytest.fixture
def is_before(run: Run) -> Callable[[str], bool]:
    """Tell whether the shop is older than a release; where nothing tells the scenario is skipped."""
    return partial(_is_before, run)


@pytest.fixture(autouse=True)
def needs(request: pytest.FixtureRequest) -> None:
    """Check what the scenario's tags name."""
    for need in _needs_of(request):
        need.check(request.config.stash[RUN], request)


@pytest.hookimpl(tryfirst=True)  # before anybody takes the sentence
def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """Name the setting that may stand behind a broken promise."""
    if isinstance(exception, AssertionError | Refusal | UnexpectedAnswer):
        settings = {need.setting for need in _needs_of(request) if isinstance(need, NeedsSetting)}
        for setting in settings:
            exception.add_note(setting.advice(request.config.stash[RUN].shop))


def _needs_of(request: pytest.FixtureRequest) -> list[Need]:
    return [NEEDS[marker.name] for marker in request.node.iter_markers() if marker.name in NEEDS]
