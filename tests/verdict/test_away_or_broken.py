"""Away, or broken? Each kind of broken release is the shop's fault, each proven outage the environment's; over REST."""

import re
from collections.abc import Callable

import pytest

from harness.core.causes import Cause
from harness.preflight.findings import finding
from tests.verdict.spoiled_shop import (
    ScenarioContext,
    Spoil,
    called_html,
    ids_as_text,
    notice,
    spoiled_shop,
    status,
)

Act = Callable[[ScenarioContext], object]

ROBOT = '{"message": "ReCaptcha validation failed, please try again"}'
FORBIDDEN = '{"message": "You are not allowed to do this."}'


def creates(context: ScenarioContext) -> object:
    """Create a customer."""
    return context.create()


def reads_store_views(context: ScenarioContext) -> object:
    """Read the store views."""
    return context.magento.store_views(context.admin).value


def reads_a_country(context: ScenarioContext) -> object:
    """Read a country, which anybody may."""
    return context.magento.country("US", scope="us").value


def gets_a_token(context: ScenarioContext) -> object:
    """Create a customer and get her token."""
    _, credentials = context.create()
    return context.magento.customer_token(credentials, scope="us").value


def deletes(context: ScenarioContext) -> object:
    """Create a customer and delete her."""
    customer_id, _ = context.create()
    return context.magento.delete_customer(customer_id, caller=context.admin).value


POST_CUSTOMERS, TOKEN = "POST /rest/us/V1/customers$", "POST .*/customer/token"
STORE_VIEWS, COUNTRY = "GET .*/storeViews", "GET .*/directory/countries/US"
EVERYTHING = "."

BROKEN: dict[str, tuple[Act, str, Spoil, str]] = {
    # what is done, what is spoiled, how, and what stands in the sentence
    "creating dies in PHP": (creates, POST_CUSTOMERS, status(500), "rest of the shop answers"),
    "creating answers nothing": (creates, POST_CUSTOMERS, status(500, "", "text/html"), "rest of the shop"),
    "creating dies as JSON": (
        creates,
        POST_CUSTOMERS,
        status(500, '{"message": "x"}', "application/json"),
        "",
    ),
    "creating is behind a dead gateway": (creates, POST_CUSTOMERS, status(502), "rest of the shop answers"),
    "a notice before one route's JSON": (reads_store_views, STORE_VIEWS, notice, "rest of the shop answers"),
    "one route is a page": (reads_store_views, STORE_VIEWS, status(200), "rest of the shop answers"),
    "one route leads to a page": (reads_store_views, STORE_VIEWS, status(302), "rest of the shop answers"),
    "right JSON, called HTML": (reads_store_views, STORE_VIEWS, called_html, "rest of the shop answers"),
    "store views die": (reads_store_views, STORE_VIEWS, status(500), "rest of the shop answers"),
    "store views' ids are text": (reads_store_views, STORE_VIEWS, ids_as_text, ""),
    "countries die": (reads_a_country, COUNTRY, status(503), "rest of the shop answers"),
    "tokens die": (gets_a_token, TOKEN, status(503), "rest of the shop answers"),
    "deleting dies": (deletes, "DELETE", status(504), "rest of the shop answers"),
    "the shop itself forbids": (creates, POST_CUSTOMERS, status(403, FORBIDDEN, "application/json"), ""),
    "all of REST is gone, the storefront answers": (
        creates,
        "/rest/",
        status(502),
        "rest of the shop answers",
    ),
}


@pytest.mark.parametrize(("act", "pattern", "spoil", "sentence"), BROKEN.values(), ids=BROKEN)
def test_broken_release(act: Act, pattern: str, spoil: Spoil, sentence: str) -> None:
    """It fails again, for another customer where one is needed, while the rest of the shop answers."""
    with spoiled_shop() as context:
        reads_a_country(context)
        context.create()
        context.front.break_for(None, pattern, spoil)
        judgement = context.judged(lambda: act(context))
    assert judgement.cause is Cause.SHOP, judgement
    assert sentence in judgement.message


AWAY: dict[str, tuple[Act, str, Spoil, str]] = {
    "a gateway without a shop": (creates, EVERYTHING, status(502), "The shop went away"),
    "maintenance": (gets_a_token, EVERYTHING, status(503), "The shop went away"),
    "something else answers": (reads_store_views, EVERYTHING, status(504, "parked"), "The shop went away"),
    "too many requests": (creates, POST_CUSTOMERS, status(429), "POST /rest/us/V1/customers: 429"),
    "too many requests, as JSON": (
        creates,
        POST_CUSTOMERS,
        status(429, '{"message": "Slow down"}', "application/json"),
        "POST /rest/us/V1/customers: 429",
    ),
    "a firewall": (creates, POST_CUSTOMERS, status(403), "POST /rest/us/V1/customers: 403"),
    "another firewall": (creates, POST_CUSTOMERS, status(406, "Not acceptable!"), "customers: 406"),
    "reCAPTCHA": (creates, POST_CUSTOMERS, status(400, ROBOT, "application/json"), "guarded by reCAPTCHA"),
}


PROVEN = {"too many requests": "too-many-requests", "a firewall": "kept-out", "reCAPTCHA": "rest-recaptcha"}


@pytest.mark.parametrize("case", PROVEN)
def test_own_proof_has_its_finding(case: str) -> None:
    """Each with what to do about it."""
    act, pattern, spoil, _ = AWAY[case]
    with spoiled_shop() as context:
        context.front.break_for(None, pattern, spoil)
        judgement = context.judged(lambda: act(context))
    assert judgement.message == finding(PROVEN[case], context.shop).text_with_place


@pytest.mark.parametrize(("act", "pattern", "spoil", "sentence"), AWAY.values(), ids=AWAY)
def test_environment(
    monkeypatch: pytest.MonkeyPatch, act: Act, pattern: str, spoil: Spoil, sentence: str
) -> None:
    """The whole shop is away, or what stands before it has said so itself: status and call are named."""
    monkeypatch.setattr("harness.verdict.asking.RETURN", 0.0)
    with spoiled_shop() as context:
        context.create()
        context.front.break_for(None, pattern, spoil)
        judgement = context.judged(lambda: act(context))
    assert judgement.cause is Cause.ENVIRONMENT, judgement
    assert sentence in judgement.explanation


def test_restart_of_a_few_seconds_is_measured() -> None:
    """502 everywhere, then well: from when on, and for how long, stands among what was asked."""
    with spoiled_shop() as context:
        context.front.break_for(6, EVERYTHING, status(502))
        judgement = context.judged(lambda: creates(context))
    assert judgement.cause is Cause.ENVIRONMENT
    assert re.search(r"The shop was away from \d\d:\d\d:\d\d UTC for \d+\.\d s\.", judgement.seen)


def test_shop_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody takes connections any more; it is watched for its return once and not for every scenario."""
    monkeypatch.setattr("harness.verdict.asking.RETURN", 1.0)
    with spoiled_shop() as context:
        gone = context.shop.model_copy(update={"base_url": "http://127.0.0.1:9"})
        context.magento.rest.base_url = gone.base_url
        context.failures.run = context.failures.run and type(context.failures.run)(
            shop=gone, id=context.failures.run.id, machine="ab12"
        )
        first, second = (context.judged(lambda: reads_a_country(context)) for _ in range(2))
        context.magento.rest.base_url = context.shop.base_url
    assert first.cause is second.cause is Cause.ENVIRONMENT
    assert "The shop has been away since" in first.seen
    assert "away" not in second.seen


def test_blink_is_forgiven_and_a_fault_is_not() -> None:
    """Once, and well when asked again: a gateway's error is forgiven, PHP's 500 is not, and the sentence says so."""
    with spoiled_shop() as context:
        context.create()
        context.front.break_for(1, TOKEN, status(502))
        blink = context.judged(lambda: gets_a_token(context))
        context.front.break_for(1, TOKEN, status(502))
        again = context.judged(lambda: gets_a_token(context))
        context.front.break_for(1, POST_CUSTOMERS, status(500))
        fault = context.judged(lambda: creates(context))
    assert (blink.cause, again.cause, fault.cause) == (Cause.ENVIRONMENT, Cause.SHOP, Cause.SHOP)
    assert blink.message == finding("blinked", context.shop).text_with_place
    assert fault.message == "It answered when it was asked again."


def test_nothing_is_tried_again_on_the_scenarios_own_customer() -> None:
    """More wrong tries could lock her: her token is asked for once, another customer's the second time."""
    with spoiled_shop() as context:
        _, credentials = context.create()
        context.front.break_for(None, TOKEN, status(502))
        context.judged(lambda: context.magento.customer_token(credentials, scope="us").value)
        calls = [call for call in context.front.calls if "customer/token" in call]
        creations = [call for call in context.front.calls if call == "POST /rest/us/V1/customers"]
    assert len(calls) == 2
    assert len(creations) == 2


def test_nobody_is_made_when_the_scenario_is_over() -> None:
    """A clean-up that fails is asked about by what can be sent again as it stands."""
    with spoiled_shop() as context:
        context.create()
        context.front.break_for(None, "DELETE", status(502))
        judgement = context.judged(context.customers.delete, "teardown")
        creations = [call for call in context.front.calls if call == "POST /rest/us/V1/customers"]
    assert judgement.cause is Cause.SHOP
    assert len(creations) == 1


def test_what_was_asked_is_shown() -> None:
    """As the harness's own look: each call with its status."""
    with spoiled_shop() as context:
        context.create()
        context.front.break_for(None, POST_CUSTOMERS, status(500))
        judgement = context.judged(lambda: creates(context))
    assert judgement.asked == (
        "GET /rest/us/V1/directory/countries/US: 200",
        "GET /customer/account/login/: 200",
        "POST /rest/us/V1/customers: 500",
    )
    assert context.heard.texts == ["\n".join(judgement.asked) + "\n"]
