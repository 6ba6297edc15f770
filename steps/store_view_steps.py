"""Sentences about store views: the ids that everything else in the step needs."""

import pytest
from pydantic import SecretStr
from pytest_bdd import parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_each
from api.magento import Magento
from api.models import StoreConfig, StoreIds, StoreView

StoreViews = tuple[StoreView, ...]


@pytest.fixture
def store_ids(store_config: StoreConfig) -> StoreIds:
    """Take the ids from the store configs, so that the list of store views is asserted in its own scenario."""
    return StoreIds.of(store_config)


@pytest.fixture
def scopes(store_ids: StoreIds) -> dict[str, str]:
    """Give the words for a scope their place in a call's path."""
    return {"in the scope of the store view": store_ids.code, "without naming a scope": ""}


@when("the admin reads the store views", target_fixture="store_views")
def admin_reads_the_store_views(magento: Magento, admin: AdminAccess) -> StoreViews:
    """List the store views of the whole shop."""
    return magento.store_views(admin).value


@when("the admin reads the store views in the scope of another website", target_fixture="store_views")
def admin_reads_elsewhere(magento: Magento, admin: AdminAccess, other_website: StoreIds) -> StoreViews:
    """List the store views as another website sees them."""
    return magento.store_views(admin, scope=other_website.code).value


@when(
    parsers.re(r"the admin reads the store views (?P<scope>in the scope of the .*|without .* scope)"),
    target_fixture="store_views",
)
def admin_reads_in_a_scope(
    magento: Magento, admin: AdminAccess, scopes: dict[str, str], scope: str
) -> StoreViews:
    """List the store views as another scope sees them."""
    return magento.store_views(admin, scope=scopes[scope]).value


@when("the admin reads the store views with a slash at the end", target_fixture="store_views")
def admin_reads_with_a_slash(magento: Magento, admin: AdminAccess) -> StoreViews:
    """List the store views at another spelling of the route."""
    return magento.rest.send("GET", "store/storeViews/", StoreViews, caller=admin).value


@when("a guest reads the store views", target_fixture="store_views")
def guest_reads_the_store_views(magento: Magento) -> StoreViews:
    """List the store views without a token."""
    return magento.store_views(None).value


@when(
    "the admin asks for the store views in the scope of an unknown store code",
    target_fixture="answer",
)
def admin_asks_in_an_unknown_scope(magento: Magento, admin: AdminAccess) -> Answer[StoreViews]:
    """Name a store view that the shop does not have."""
    return magento.store_views(admin, scope="nosuchcode")


@when("the admin asks for the store views' ids and codes alone", target_fixture="answer")
def admin_asks_for_ids_and_codes(magento: Magento, admin: AdminAccess) -> Answer[StoreViews]:
    """Name the fields that the answer shall hold."""
    query = {"fields": "id,code"}
    return magento.rest.send("GET", "store/storeViews", StoreViews, caller=admin, query=query)


@when("a guest asks for the store views", target_fixture="answer")
def guest_asks_for_the_store_views(magento: Magento) -> Answer[StoreViews]:
    """Ask without a token."""
    return magento.store_views(None)


@when("somebody with an unknown token asks for the store views", target_fixture="answer")
def somebody_with_an_unknown_token_asks(magento: Magento) -> Answer[StoreViews]:
    """Ask with a token that the shop never gave out."""
    return magento.store_views(SecretStr("unknowntoken"))


@when("somebody with the admin token in quotes asks for the store views", target_fixture="answer")
def somebody_with_a_quoted_token_asks(magento: Magento, admin_token: SecretStr) -> Answer[StoreViews]:
    """Ask with the token as its answer's text writes it."""
    return magento.store_views(SecretStr(f'"{admin_token.get_secret_value()}"'))


@when("the customer asks for the store views", target_fixture="answer")
def customer_asks_for_the_store_views(
    magento: Magento, customer_token: SecretStr, store_ids: StoreIds
) -> Answer[StoreViews]:
    """Ask with a customer's token, in the scope where that is good."""
    return magento.store_views(customer_token, scope=store_ids.code)


@when("the admin asks for a route that does not exist", target_fixture="answer")
def admin_asks_for_an_unknown_route(
    magento: Magento, admin: AdminAccess, store_ids: StoreIds
) -> Answer[bool]:
    """Ask for nothing that Magento knows."""
    return magento.rest.send("GET", "no/such", bool, scope=store_ids.code, caller=admin)


@then("the store view under test is listed once")
def store_view_under_test_is_listed_once(store_views: StoreViews, store_config: StoreConfig) -> None:
    """Find the store view by its code; its place in the list means nothing."""
    times = [view.code for view in store_views].count(store_config.code)
    assert times == 1, f"store view {store_config.code}: expected once, seen {times} times"


@then("its id and its website's id agree with the shop's store configs")
def ids_agree_with_the_store_configs(store_views: StoreViews, store_config: StoreConfig) -> None:
    """Hold the list against the shop's second source for the same ids."""
    code = store_config.code
    listed = {view.code: StoreIds.of(view) for view in store_views if view.code == code}
    check_each("store view", expected={code: StoreIds.of(store_config)}, seen=listed)


@then("every store view has an id and a code of its own, a name, and is active or not")
def every_store_view_is_whole(store_views: StoreViews) -> None:
    """Types are the model's business; here it is that nothing is empty or twice there."""
    ids, codes = [view.id for view in store_views], [view.code for view in store_views]
    assert len(set(ids)) == len(ids), f"ids of the store views: expected each once, seen {ids}"
    assert len(set(codes)) == len(codes), f"codes of the store views: expected each once, seen {codes}"
    odd = [view for view in store_views if not view.name or view.is_active not in {0, 1}]
    assert odd == [], f"store views without a name, or neither active nor not: {odd}"


@then('the store view "admin" is listed with id 0 and website id 0')
def admin_store_view_is_listed(store_views: StoreViews) -> None:
    """Find the admin's own store view, which the scope "all" stands for."""
    found = [(view.id, view.website_id) for view in store_views if view.code == "admin"]
    assert found == [(0, 0)], f"store view admin: expected id 0 and website id 0, seen {found}"


@then("the website of every store view is one of the shop's websites")
def websites_exist(store_views: StoreViews, magento: Magento, admin: AdminAccess) -> None:
    """Compare with the list of websites."""
    known = {website.id for website in magento.websites(admin).value}
    unknown = {view.code: view.website_id for view in store_views if view.website_id not in known}
    assert unknown == {}, f"websites of the store views: expected one of {known}, seen {unknown}"


@then("the store group of every store view is one of the shop's store groups")
def store_groups_exist(store_views: StoreViews, magento: Magento, admin: AdminAccess) -> None:
    """Compare with the list of store groups."""
    known = {(group.id, group.website_id) for group in magento.store_groups(admin).value}
    seen = {view.code: (view.store_group_id, view.website_id) for view in store_views}
    unknown = {code: pair for code, pair in seen.items() if pair not in known}
    assert unknown == {}, f"store groups and websites: expected one of {known}, seen {unknown}"


@then("the list is the same as for the whole shop")
def list_is_the_same(store_views: StoreViews, magento: Magento, admin: AdminAccess) -> None:
    """Compare row by row, in whatever order."""
    expected = sorted(magento.store_views(admin).value, key=lambda view: view.id)
    seen = sorted(store_views, key=lambda view: view.id)
    assert seen == expected, f"store views: expected {expected}, seen {seen}"
