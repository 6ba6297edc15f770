"""The composition root: the plugins of a run, and the fixtures that join its parts."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache

import pytest
from playwright.sync_api import Page
from pydantic import SecretStr
from pytest_playwright import CreateContextCallback

from api.admin_access import AdminAccess
from api.fitting import Fitting
from api.locks import Locks
from api.magento import Magento
from api.models import Country, Credentials, StoreConfig
from api.reasons import Refusals
from api.shop_profile import ShopProfile
from api.wordings import LANGUAGES, read_languages
from harness.browser import access
from harness.core.events import Events
from harness.customers import own_emails
from harness.customers.leftovers import Leftovers, remedy
from harness.customers.own_customers import OwnCustomers
from harness.preflight.profile_check import fitted
from harness.preflight.theme_check import theme_folders
from harness.reporting.writer import shown_as
from harness.run.run import RUN, Run
from harness.run.scenario import scenario_of
from harness.secrets.scrubber import Scrubber
from harness.shop.address_template import AddressTemplate
from harness.shop.admin import admin_access
from harness.shop.connection import connect
from harness.shop.shop import Shop
from harness.shop.version import shop_version
from pages.storefront import Storefront
from pages.theme import Theme
from pages.theme_files import theme_named

pytest_plugins = [
    "harness.plugin",
    "tools.catalogue.listing",
    "steps.store_view_steps",
    "steps.store_list_steps",
    "steps.new_customer_steps",
    "steps.new_address_steps",
    "steps.more_fields_steps",
    "steps.customer_steps",
    "steps.created_customer_steps",
    "steps.customer_token_steps",
    "steps.own_account_steps",
    "steps.false_token_steps",
    "steps.token_end_steps",
    "steps.deletion_steps",
    "steps.request_steps",
    "steps.answer_steps",
    "steps.answer_body_steps",
    "steps.sign_in_steps",
    "steps.storefront_steps",
    "steps.keyboard_steps",
    "steps.session_steps",
    "steps.address_book_steps",
    "steps.accessibility_steps",
]


@pytest.fixture(scope="session")
def magento(run: Run, events: Events) -> Magento:
    """Give the shop's REST API; whoever listens hears of every exchange, the report first of all."""
    magento = connect(run.shop, run.id)
    events.note(Magento=shop_version(magento))
    magento.rest.session.hooks["response"].append(events.exchanged)
    return magento


@pytest.fixture(scope="session")
def admin(run: Run, magento: Magento, scrubber: Scrubber, events: Events) -> AdminAccess:
    """Give the administrator's access, with the token that the preflight got for the whole run."""

    def note_renewal() -> None:
        events.attach_text("The admin token was renewed", "It had run out; the refused call was repeated.")
        events.note(Admin_token=f"renewed at {datetime.now(UTC):%H:%M:%S} UTC")

    return admin_access(run.shop, magento, scrubber, run.admin_token, note_renewal)


@pytest.fixture
def admin_token(admin: AdminAccess) -> SecretStr:
    """Give the admin token of now; a scenario that asks for it is tagged @needs-admin-token."""
    assert admin.token
    return admin.token


@pytest.fixture(scope="session")
def known_store_configs(magento: Magento, admin: AdminAccess) -> tuple[StoreConfig, ...]:
    """Give the ids, locales and URLs of every store view but the admin's, asked for once."""
    return magento.store_configs(admin).value


@pytest.fixture(scope="session")
def store_config(known_store_configs: tuple[StoreConfig, ...], shop: Shop) -> StoreConfig:
    """Give the ids and URLs of the store view under test."""
    return next(config for config in known_store_configs if config.code == shop.store_code)


@pytest.fixture(scope="session")
def refusals(known_store_configs: tuple[StoreConfig, ...], shop: Shop, events: Events) -> Refusals:
    """Give the judge of the shop's refusals, in its own languages too; the report says whose words nobody looked at."""

    def unread(reason: str, locale: str) -> None:
        events.list_fact(f"Wordings not looked at, {locale}", reason)

    own = read_languages(shop.own / "languages") if shop.own else {}
    return Refusals(
        {config.code: config.locale for config in known_store_configs}, unread, {**LANGUAGES, **own}
    )


@pytest.fixture(scope="session")
def storefront_url(shop: Shop, store_config: StoreConfig) -> str:
    """Give where the storefront is, by https where REST is: as the shop says, unless the settings do."""
    return access.storefront_url(shop, store_config)


@pytest.fixture(scope="session")
def fits(profile: ShopProfile, shop: Shop) -> Fitting:
    """Give how Jane Doe is changed to be welcome at the shop."""
    return fitted(profile, shop)


@pytest.fixture(scope="session")
def countries(magento: Magento, shop: Shop) -> Callable[[str], Country]:
    """Give the way to a country by its code, as the store view under test writes it; each is asked for once."""
    return cache(lambda code: magento.country(code, scope=shop.store_code).value)


@pytest.fixture(scope="session")
def home(countries: Callable[[str], Country], fits: Fitting) -> Country:
    """Give the country of her addresses as the store view under test writes it, with its regions."""
    return countries(fits.country)


@pytest.fixture(scope="session")
def fresh_emails(pytestconfig: pytest.Config) -> Iterator[str]:
    """Give the e-mails of this worker's customers, one after the other, whatever their store views."""
    run = pytestconfig.stash[RUN]
    return own_emails.fresh_emails(run.id, run.machine, run.worker, run.shop.email_domain)


@pytest.fixture
@shown_as(tear_down="The scenario's customers are deleted")
def own_customers(
    magento: Magento,
    admin: AdminAccess,
    fresh_emails: Iterator[str],
    run: Run,
    scrubber: Scrubber,
    request: pytest.FixtureRequest,
) -> Iterator[OwnCustomers]:
    """Give a scenario e-mails of its own, and delete its customers afterwards, passed or failed."""
    customers = OwnCustomers(
        Leftovers(magento, admin),
        fresh_emails,
        run.profile.password_length,
        remedy(run.shop, run.id),
        scrubber,
    )
    scenario_of(request.node).customers = customers
    hooks = magento.rest.session.hooks["response"]
    hooks.append(customers.hear)
    yield customers
    hooks.remove(customers.hear)
    customers.delete()


@pytest.fixture
def credentials(own_customers: OwnCustomers) -> Credentials:
    """Give the e-mail and password of the scenario's customer, before she exists."""
    return own_customers.fresh_credentials()


@pytest.fixture
def other_credentials(own_customers: OwnCustomers) -> Credentials:
    """Give the e-mail and password of the scenario's second customer, before she exists."""
    return own_customers.fresh_credentials()


@pytest.fixture(scope="session")
def locks(shop: Shop) -> Locks:
    """Give after how many wrong passwords the shop locks whom out, as its settings say."""
    return Locks(throttle=shop.max_failures_count, account=shop.lockout_failures)


@pytest.fixture(scope="session")
def failing_impact(shop: Shop) -> str | None:
    """Give from which impact on an accessibility violation fails, None where none does."""
    return shop.accessibility


@pytest.fixture(scope="session")
def attach_text(events: Events) -> Callable[[str, str], None]:
    """Give the way to attach a text to the step that is being carried out, by its name."""
    return events.attach_text


@pytest.fixture(scope="session")
def token_lifetime(shop: Shop) -> int:
    """Give the seconds that a customer token is good for on this shop."""
    return shop.customer_token_lifetime


@pytest.fixture(scope="session")
def address_template(shop: Shop, profile: ShopProfile) -> AddressTemplate:
    """Give what a box with an address shows, as the settings and the shop say."""
    return AddressTemplate.of(shop, profile)


@pytest.fixture(scope="session")
def theme(run: Run, address_template: AddressTemplate) -> Theme:
    """Give the structure of the shop's pages."""
    found = theme_named(run.theme, theme_folders(run.shop))
    return found.templated(address_template.labels, address_template.shows)


@pytest.fixture
def storefront(page: Page, storefront_url: str, theme: Theme, events: Events, run: Run) -> Storefront:
    """Give the storefront of the store view under test in a browser of the scenario's own."""
    storefront = Storefront(page, storefront_url, theme)
    events.note(**run.facts(Storefront=storefront.url, Theme=storefront.theme.name))
    return storefront


@pytest.fixture
def second_storefront(new_context: CreateContextCallback, storefront_url: str, theme: Theme) -> Storefront:
    """Give the same storefront in a second browser, which shares nothing with the first."""
    return Storefront(new_context().new_page(), storefront_url, theme)
