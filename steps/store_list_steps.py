"""Sentences about the lists that stand beside the store views: websites, store groups, store configs."""

from collections.abc import Callable
from typing import Any

from pytest_bdd import parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.comparison import check_same
from api.magento import Magento
from api.models import StoreConfig, StoreIds, Website

Websites = tuple[Website, ...]
StoreConfigs = tuple[StoreConfig, ...]


@when("the admin reads the websites", target_fixture="websites")
def admin_reads_the_websites(magento: Magento, admin: AdminAccess) -> Websites:
    """List the websites of the shop."""
    return magento.websites(admin).value


@when("the admin reads the store config of the store view under test", target_fixture="store_configs")
def admin_reads_the_store_config(magento: Magento, admin: AdminAccess, store_ids: StoreIds) -> StoreConfigs:
    """Ask for one store view's config by its code."""
    return magento.store_configs(admin, code=store_ids.code).value


@when(
    parsers.re("a guest asks for the (?P<what>websites|store groups|store configs)"), target_fixture="answer"
)
def guest_asks_for_a_list(magento: Magento, what: str) -> Answer[Any]:
    """Ask without a token."""
    lists: dict[str, Callable[[None], Answer[Any]]] = {
        "websites": magento.websites,
        "store groups": magento.store_groups,
        "store configs": magento.store_configs,
    }
    return lists[what](None)


@then("every website has an id and a code of its own, a name, and a default store group that exists")
def every_website_is_whole(websites: Websites, magento: Magento, admin: AdminAccess) -> None:
    """Nothing is empty or twice there, and the store groups agree."""
    ids, codes = [website.id for website in websites], [website.code for website in websites]
    assert len(set(ids)) == len(ids), f"ids of the websites: expected each once, seen {ids}"
    assert len(set(codes)) == len(codes), f"codes of the websites: expected each once, seen {codes}"
    groups = {(group.id, group.website_id) for group in magento.store_groups(admin).value}
    odd = [one for one in websites if not one.name or (one.default_group_id, one.id) not in groups]
    assert odd == [], f"websites without a name, or without a default store group that exists: {odd}"


@then('the website "admin" is listed with id 0')
def admin_website_is_listed(websites: Websites) -> None:
    """Find the admin's own website."""
    found = [website.id for website in websites if website.code == "admin"]
    assert found == [0], f"website admin: expected id 0, seen {found}"


@then("it is the only one and names the store view's id and its website's id")
def store_config_names_the_ids(store_configs: StoreConfigs, magento: Magento, admin: AdminAccess) -> None:
    """Hold the config against the list of store views."""
    assert len(store_configs) == 1, f"store configs: expected 1, seen {len(store_configs)}"
    views = {view.code: StoreIds.of(view) for view in magento.store_views(admin).value}
    config = store_configs[0]
    check_same("store config", expected=views[config.code], seen=StoreIds.of(config))


@then("it names a locale and the URL of a storefront")
def store_config_names_locale_and_storefront(store_configs: StoreConfigs) -> None:
    """Look at what the browser part of the step starts from."""
    config = store_configs[0]
    assert config.locale.partition("_")[1], f"locale: expected such as en_US, seen {config.locale}"
    assert config.base_link_url.startswith(("http://", "https://")), (
        f"base_link_url: expected a URL, seen {config.base_link_url}"
    )
