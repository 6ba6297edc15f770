"""Away, or broken? The same in a browser: pages broken for good, and pages of whatever stands before a shop."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from api.models import Credentials
from harness.core.causes import Cause, Judgement
from harness.run.scenario import scenario_of
from pages.storefront import Storefront
from tests.verdict.spoiled_shop import ScenarioContext, Spoil, spoiled_shop, status

ADDRESS_BOOK, SENDING = "GET .*/customer/address/$", "POST .*/customer/account/loginPost"
EVERYTHING = "."
AT_ONCE = 1_000
"""Milliseconds to find what is in a page that has come."""
MAGENTOS = '<html><script type="text/x-magento-init">{}</script><h1>Forbidden</h1></html>'


@pytest.fixture
def scenario(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScenarioContext]:
    """Serve a shop that can be spoiled, and wait for no return."""
    monkeypatch.setattr("harness.verdict.asking.RETURN", 0.0)
    with spoiled_shop() as scenario:
        yield scenario


@pytest.fixture
def storefront(scenario: ScenarioContext, context: BrowserContext) -> Storefront:
    """Open a browser."""
    scenario.failures.watch.pytest_acceptance_context_opened(context)
    scenario_of(scenario.item).contexts.append(context)
    return Storefront(context.new_page(), scenario.shop.base_url)


def signs_in(storefront: Storefront, customer: Credentials) -> None:
    """Send the sign-in form, and see My Account in what it leads to."""
    page = storefront.sign_in_page
    page.ask_for()
    page.fill(customer.username, customer)
    with storefront.page.expect_navigation():
        page.password.press("Enter")
    storefront.page.locator(storefront.theme.my_account_page).wait_for(timeout=AT_ONCE)


def opens_address_book(storefront: Storefront) -> None:
    """Open the Address Book by its URL, and see it."""
    storefront.page.goto(f"{storefront.url}/customer/address/")
    storefront.page.locator(storefront.theme.address_book_page).wait_for(timeout=AT_ONCE)


@pytest.mark.parametrize("spoil", [status(502), status(503), status(500)], ids=["502", "503", "500"])
def test_address_book_alone_is_broken(
    scenario: ScenarioContext, storefront: Storefront, spoil: Spoil
) -> None:
    """Headers too long for the cache in front, or a broken template: it fails again while the rest answers."""
    _, customer = scenario.create()
    signs_in(storefront, customer)
    scenario.front.break_for(None, ADDRESS_BOOK, spoil)
    judgement = scenario.judged(lambda: opens_address_book(storefront))
    assert judgement.cause is Cause.SHOP, judgement
    assert "The rest of the shop answers" in judgement.message
    assert judgement.asked[-1].startswith("GET /customer/address/, again: 50")


@pytest.mark.parametrize("code", [500, 502])
def test_sending_the_form_is_broken(scenario: ScenarioContext, storefront: Storefront, code: int) -> None:
    """Another customer's form fails as well, so that the scenario's own is tried no more than once."""
    _, customer = scenario.create()
    scenario.front.break_for(None, SENDING, status(code))
    judgement = scenario.judged(lambda: signs_in(storefront, customer))
    assert judgement.cause is Cause.SHOP, judgement
    assert judgement.asked[-1].endswith(f"/customer/account/loginPost/, again, for another customer: {code}")


@pytest.mark.parametrize(
    ("times", "code", "cause"), [(1, 502, Cause.ENVIRONMENT), (1, 500, Cause.SHOP)], ids=["blink", "fault"]
)
def test_form_that_is_well_again(
    scenario: ScenarioContext, storefront: Storefront, times: int, code: int, cause: Cause
) -> None:
    """A gateway's error may blink; PHP's does not."""
    _, customer = scenario.create()
    scenario.front.break_for(times, SENDING, status(code))
    judgement = scenario.judged(lambda: signs_in(storefront, customer))
    assert judgement.cause is cause, judgement


@pytest.mark.parametrize(
    ("pattern", "spoil", "cause", "words"),
    [
        (EVERYTHING, status(502), Cause.ENVIRONMENT, "The shop went away"),
        (EVERYTHING, status(503), Cause.ENVIRONMENT, "The shop went away"),
        (ADDRESS_BOOK, status(429), Cause.ENVIRONMENT, "GET /customer/address/: 429"),
        (ADDRESS_BOOK, status(403), Cause.ENVIRONMENT, "GET /customer/address/: 403"),
        (ADDRESS_BOOK, status(403, MAGENTOS), Cause.SHOP, ""),
        (ADDRESS_BOOK, status(200, "<h1>Welcome</h1>"), Cause.SHOP, ""),
    ],
    ids=["gateway", "maintenance", "too many", "firewall", "the shop's own 403", "another page"],
)
def test_page(
    scenario: ScenarioContext, storefront: Storefront, pattern: str, spoil: Spoil, cause: Cause, words: str
) -> None:
    """Status and page are named; what the shop itself writes is the shop's."""
    _, customer = scenario.create()
    signs_in(storefront, customer)
    scenario.front.break_for(None, pattern, spoil)
    judgement: Judgement = scenario.judged(lambda: opens_address_book(storefront))
    assert judgement.cause is cause, judgement
    assert words in judgement.explanation


def test_earlier_page_proves_nothing(scenario: ScenarioContext, storefront: Storefront) -> None:
    """What a page showed before it was left is no sign for what is missing in the next one."""
    _, customer = scenario.create()
    signs_in(storefront, customer)
    scenario.front.break_for(1, ADDRESS_BOOK, status(502))
    page: Page = storefront.page
    page.goto(f"{storefront.url}/customer/address/")
    misses: Callable[[], object] = lambda: page.locator("#not-there").wait_for(timeout=100)  # noqa: E731
    page.goto(f"{storefront.url}/customer/account/")
    assert scenario.judged(misses) == Judgement(Cause.SHOP)
