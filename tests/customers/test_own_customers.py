"""A scenario's clean-up finds its customers by e-mail, deletes them all, and names whom it cannot delete."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.wrappers import Response

from api.answer import Answer
from api.magento import Magento
from api.models import FoundCustomers
from harness.customers import leftovers
from harness.customers.leftovers import remedy
from harness.customers.own_customers import CustomersLeftError, OwnCustomers
from harness.customers.own_emails import fresh_emails
from harness.run.run_id import fresh
from harness.secrets.scrubber import Scrubber
from tests.customers.watched_shop import WatchedShop
from tests.verdict.spoiled_shop import ScenarioContext, spoiled_shop, status

pytestmark = pytest.mark.usefixtures("processes")

REMEDY = "Delete them later: python -m harness.customers.sweep --shop staging --run"


def own_customers(shop: WatchedShop) -> OwnCustomers:
    """Hand out e-mails as a run at a shop called staging does."""
    run_id = fresh()
    emails = fresh_emails(run_id, "ab12", "", "example.com")
    staging = shop.shop.model_copy(update={"name": "staging"})
    return OwnCustomers(shop.leftovers, emails, staging.password_length, remedy(staging, run_id), Scrubber())


@pytest.mark.usefixtures("others")
def test_customer_is_found_by_her_email(shop: WatchedShop) -> None:
    """Nobody reported the clean-up her id, as after a call whose answer never came; on two websites, in capitals."""
    customers = own_customers(shop)
    shop.add(customers.fresh_email())
    twice = customers.fresh_email()
    shop.add(twice.upper())
    shop.add(twice, website_id=2, store_id=2)
    customers.fresh_email()
    customers.delete()


def test_customer_is_found_at_whatever_domain(shop: WatchedShop, others: list[str]) -> None:
    """A shop that takes a domain that is none is wrong there, and clean afterwards; her neighbour is not she."""
    customers = own_customers(shop)
    email = customers.fresh_email()
    neighbour = email.replace(".1@", ".10@")
    for other in (neighbour, email.replace("example.com", "example.net")):
        shop.add(other)
    customers.delete()
    assert shop.emails() == sorted([*others, neighbour])
    for customer in shop.leftovers.with_email(neighbour):
        shop.leftovers.delete(customer)


@pytest.mark.usefixtures("others")
def test_nobody_else_is_deleted_when_the_search_gives_everybody(
    shop: WatchedShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shop under test may be wrong in just this."""
    ask = Magento.customers_like
    monkeypatch.setattr(Magento, "customers_like", lambda shop, _, **more: ask(shop, "%", **more))
    customers = own_customers(shop)
    shop.add(customers.fresh_email())
    customers.delete()


@pytest.fixture(scope="module")
def limited_shop() -> Iterator[WatchedShop]:
    """Serve a shop whose admin may read customers and not delete them."""
    shop = WatchedShop("--admin-role", "customers")
    yield shop
    shop.stop()


def test_who_cannot_be_deleted_is_named(limited_shop: WatchedShop) -> None:
    """With her e-mail, her id, the missing right and the command for later; the others are tried all the same."""
    customers = own_customers(limited_shop)
    emails = [customers.fresh_email(), customers.fresh_email()]
    ids = [limited_shop.add(email) for email in emails]
    with pytest.raises(CustomersLeftError) as raised:
        customers.delete()
    for email, customer_id in zip(emails, ids, strict=True):
        assert f"{email}, id {customer_id}: DELETE /rest/all/V1/customers/{customer_id}: 401" in str(
            raised.value
        )
    assert "Magento_Customer::delete" in str(raised.value)
    assert REMEDY in str(raised.value)


def test_who_cannot_be_looked_for_is_named() -> None:
    """With her e-mail and the command for later."""
    shop = WatchedShop()
    customers = own_customers(shop)
    email = customers.fresh_email()
    shop.add(email)
    shop.stop()
    with pytest.raises(CustomersLeftError) as raised:
        customers.delete()
    assert f"{email}, if she exists: GET /rest/all/V1/customers/search:" in str(raised.value)
    assert "cannot be reached" in str(raised.value)
    assert REMEDY in str(raised.value)


def nobody(response: Response) -> Response:
    """Find nobody, as a search that lags, or that shows an admin one website alone."""
    response.set_data(b'{"items": [], "total_count": 0}')
    response.status_code = 200
    return response


def listening(context: ScenarioContext) -> OwnCustomers:
    """Give a scenario's customers as they hear of its calls in a run."""
    context.magento.rest.session.hooks["response"].append(context.customers.hear)
    return context.customers


def test_customer_whom_no_search_finds_is_deleted_by_her_id() -> None:
    """The answer that created her reported it."""
    with spoiled_shop() as context:
        customers = listening(context)
        customer_id, _ = context.create()
        context.front.break_for(None, "customers/search", nobody)
        customers.delete()
        context.front.break_for(0, "nothing", nobody)
        assert not context.magento.customer(customer_id, caller=context.admin).accepted


def test_customer_whom_no_answer_named_stays_where_no_search_finds_her() -> None:
    """The control of the test above: it is the answer that tells the id."""
    with spoiled_shop() as context:
        customer_id, _ = context.create()
        context.front.break_for(None, "customers/search", nobody)
        context.customers.delete()
        context.front.break_for(0, "nothing", nobody)
        assert context.magento.customer(customer_id, caller=context.admin).accepted


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("call", ["^DELETE ", "customers/search"])
def test_call_for_which_the_shop_has_no_time_is_repeated(code: int, call: str) -> None:
    """A limit, or a moment without PHP, leaves nobody behind."""
    with spoiled_shop() as context:
        customers = listening(context)
        context.create()
        context.front.break_for(2, call, status(code))
        customers.delete()
        assert context.front.times == 0


def test_who_cannot_be_deleted_for_a_limit_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """With her id and why; nobody waits for ever."""
    monkeypatch.setattr(leftovers, "PATIENCE", 1.5)
    with spoiled_shop() as context:
        customers = listening(context)
        customer_id, _ = context.create()
        context.front.break_for(None, "^DELETE ", status(429))
        with pytest.raises(CustomersLeftError) as raised:
            customers.delete()
        assert str(raised.value).count(f"id {customer_id}: DELETE") == 1
        assert "429" in str(raised.value)


def test_answer_about_somebody_else_is_not_believed() -> None:
    """A shop under test may answer with anybody; only an e-mail of the scenario's own is deleted by id."""
    with spoiled_shop() as context:
        customers = listening(context)
        context.create()
        other = {
            "email": "jane@example.com",
            "firstname": "J",
            "lastname": "D",
            "website_id": 1,
            "store_id": 1,
        }
        answer = context.magento.rest.send(
            "POST", "customers", dict, body={"customer": other}, caller=context.admin
        )
        customers.delete()
        assert context.magento.customer(answer.value["id"], caller=context.admin).accepted
        context.magento.delete_customer(answer.value["id"], caller=context.admin)


def test_search_that_gives_the_same_page_again_ends(
    monkeypatch: pytest.MonkeyPatch, shop: WatchedShop
) -> None:
    """Whatever number of customers the shop claims to have."""
    ask = Magento.customers_like
    pages: list[int] = []

    def again(magento: Magento, like: str, *, page: int = 1, **more: Any) -> Answer[FoundCustomers]:
        pages.append(page)
        answer = ask(magento, like, page=1, **more)
        return dataclasses.replace(
            answer, text=re.sub(r'"total_count":\s*\d+', '"total_count":99999', answer.text)
        )

    monkeypatch.setattr(Magento, "customers_like", again)
    shop.leftovers.with_email("jane@example.com")
    assert pages == [1, 2]


def test_embedded_store_needs_no_sweep(shop: WatchedShop) -> None:
    """It is gone with its run; a shop without a name is called by its address."""
    assert remedy(shop.shop, "1-ab12") == ""
    nameless = shop.shop.model_copy(update={"name": "shop", "base_url": "https://qa.example.com"})
    assert "--shop https://qa.example.com --run 1-ab12" in remedy(nameless, "1-ab12")
