"""Sentences about the lists that stand beside the store views: websites, store groups, store configs."""

from collections.abc import Callable
from typing import Any

from pytest_bdd import parsers, then, when

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Website

Websites = tuple[Website, ...]


@when("the admin asks for the websites", target_fixture="answer")
def admin_asks_for_the_websites(magento: Magento, admin: AdminAccess) -> Answer[Websites]:
    """List the websites of the shop."""
    return magento.websites(admin)


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


@then("every website has an id, a code and a name of its own and a default store group that exists")
def every_website_is_whole(answer: Answer[Websites], magento: Magento, admin: AdminAccess) -> None:
    """Nothing is empty or twice there, and the store groups agree."""
    ids, codes = [website.id for website in answer.value], [website.code for website in answer.value]
    assert len(set(ids)) == len(ids), f"ids of the websites: expected each once, seen {ids}"
    assert len(set(codes)) == len(codes), f"codes of the websites: expected each once, seen {codes}"
    groups = {(group.id, group.website_id) for group in magento.store_groups(admin).value}
    odd = [one for one in answer.value if not one.name or (one.default_group_id, one.id) not in groups]
    assert odd == [], f"websites without a name, or without a default store group that exists: {odd}"


@then('the website "admin" is listed with id 0')
def admin_website_is_listed(answer: Answer[Websites]) -> None:
    """Find the admin's own website."""
    found = [website.id for website in answer.value if website.code == "admin"]
    assert found == [0], f"website admin: expected id 0, seen {found}"
