"""Sentences about an answer as such: why it was refused, and that the refusal left nothing behind."""

from typing import Any

from pytest_bdd import parsers, then

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, StoreIds
from api.new_customer import NewCustomer
from api.reasons import check_refused


@then(parsers.parse("it is refused: {reason}"))
def it_is_refused(answer: Answer[Any], reason: str) -> None:
    """Look the reason up in the table of Magento's messages."""
    check_refused(answer, reason)


@then("no customer was created and her e-mail is free")
def no_customer_was_created(
    magento: Magento,
    admin_token: AdminAccess,
    credentials: Credentials,
    new_customer: NewCustomer,
    store_ids: StoreIds,
) -> None:
    """Look for the e-mail on every website, then create a sound customer with it."""
    found = magento.customers_with_email(credentials.username, token=admin_token).value
    assert found.items == (), f"customers with her e-mail: expected none, seen {found.items}"
    created = magento.create_customer(new_customer.sound(), scope=store_ids.code, token=admin_token)
    assert created.value.email.lower() == credentials.username.lower()
