"""Sentences about an answer as such: why it was refused, and that the refusal left nothing behind."""

from collections.abc import Callable
from typing import Any

from pytest_bdd import parsers, then

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.new_customer import NewAddress, NewCustomer
from api.reasons import SIGN_IN, Refusals, scope_of

OF_ADMINS = {400: "customerId is required"}
FIRST_WITH_JWT = "2.4.4"
"""Seen on 2.4.7 and not on 2.4.1; a version in between is taken for the one that its tokens look like."""


@then("the field is refused by its name, by older versions as an internal error")
def field_is_refused(answer: Answer[Any], is_before: Callable[[str], bool], refusals: Refusals) -> None:
    """Look up the reason of the shop's version."""
    is_older = is_before(FIRST_WITH_JWT)
    refusals.check(answer, "an internal error" if is_older else "the field is not supported")


@then(parsers.parse("it is refused: {reason}"))
def it_is_refused(
    answer: Answer[Any], reason: str, refusals: Refusals, magento: Magento, credentials: Credentials
) -> None:
    """Look the reason up. Where no table has words for a refused sign-in, an unknown e-mail has to get the same."""
    if not refusals.check(answer, reason) and reason == SIGN_IN:
        unknown = magento.customer_token(credentials.unknown(), scope=scope_of(answer))
        expected, seen = unknown.refusal.message, answer.refusal.message
        assert seen == expected, f"{answer.call}: expected as for an unknown e-mail, {expected}, seen {seen}"


@then("it is refused, for the admin is no customer")
def refused_for_the_admin(answer: Answer[Any], refusals: Refusals) -> None:
    """Expect what is said to an admin of all rights, who has no customer's id, or to one of few rights."""
    refusals.check(answer, OF_ADMINS.get(answer.status, "not authorized for self"))


@then("no customer was created and the e-mail is free")
def no_customer_was_created(
    magento: Magento,
    admin: AdminAccess,
    credentials: Credentials,
    new_customer: NewCustomer,
    store_ids: StoreIds,
) -> None:
    """Look for the e-mail on every website, then create a sound customer with it."""
    found = magento.customers_with_email(credentials.username, caller=admin).value
    assert found.items == (), f"customers with that e-mail: expected none, seen {found.items}"
    created = magento.create_customer(new_customer.sound(), scope=store_ids.code, caller=admin)
    assert created.accepted, f"the e-mail is not free: {created.refusal}"


@then(parsers.parse("the customer is created as she was sent, or since Magento {release} refused: {reason}"))
def customer_is_created_or_refused(
    magento: Magento,
    admin: AdminAccess,
    answer: Answer[Customer],
    release: str,
    reason: str,
    new_customer: NewCustomer,
    is_before: Callable[[str], bool],
    refusals: Refusals,
) -> None:
    """Expect what the shop's version does, and nothing in between: the whole customer is there, or nobody."""
    is_older = is_before(release)
    refusals.check_accepted_or_refused(answer, reason, refused=not is_older)
    expected = [(new_customer.person(), new_customer.addresses)] * is_older
    found = magento.customers_with_email(new_customer.credentials.username, caller=admin).value
    seen = [(one.person(), tuple(map(NewAddress.of, one.addresses))) for one in found.items]
    assert seen == expected, f"with that e-mail: expected {expected}, seen {seen}"
