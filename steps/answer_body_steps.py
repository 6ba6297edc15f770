"""Sentences about what an answer holds as such: its headers, its whole body, what no model of it has."""

from datetime import UTC, datetime, timedelta
from typing import Any

from pytest_bdd import then

from api.admin_access import AdminAccess
from api.answer import Answer
from api.magento import Magento
from api.models import Credentials, Customer, StoreIds
from api.new_customer import NewCustomer
from api.secret_fields import secret_fields

CLOCKS_DIFFER = timedelta(minutes=30)


@then("the answer holds the optional fields as sent")
def answer_holds_the_optional_fields(answer: Answer[Customer], new_customer: NewCustomer) -> None:
    """Compare the fields beside the tutorial's."""
    seen = {name: answer.json.get(name) for name in new_customer.more}
    assert seen == new_customer.more, f"optional fields: expected {new_customer.more}, seen {seen}"


@then("the answer says that the customer is created now, in UTC")
def time_of_creation_is_now(answer: Answer[Customer]) -> None:
    """Compare with the clock at hand; half an hour is less than any two time zones differ by."""
    created = datetime.strptime(answer.json["created_at"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    assert abs(datetime.now(UTC) - created) < CLOCKS_DIFFER, f"created_at: expected about now, seen {created}"


@then("the answer says that the customer is not subscribed")
def answer_says_not_subscribed(answer: Answer[Customer]) -> None:
    """Look at the newsletter's attribute."""
    seen = answer.json["extension_attributes"]["is_subscribed"]
    assert seen is False, f"is_subscribed: expected False, seen {seen}"


@then("the answer says that the customer is subscribed")
def answer_says_subscribed(answer: Answer[Customer]) -> None:
    """Look at the newsletter's attribute."""
    seen = answer.json["extension_attributes"]["is_subscribed"]
    assert seen is True, f"is_subscribed: expected True, seen {seen}"


@then("the answer holds no field that is secret")
def answer_holds_nothing_secret(answer: Answer[Customer], credentials: Credentials) -> None:
    """Search the whole body for the password, and its fields at every depth for anything made of it."""
    found = list(secret_fields(answer.json))
    assert found == [], f"fields of the answer: expected nothing secret, seen {found}"
    assert credentials.password.get_secret_value() not in answer.text, "the answer holds the password"


@then("the answer is marked not to be stored")
def answer_is_not_stored(answer: Answer[Any]) -> None:
    """Look for the one word that forbids it."""
    assert answer.accepted, f"{answer.call}: expected to be accepted, seen {answer.status}"
    marks = [mark.strip() for mark in answer.cache_control.split(",")]
    assert "no-store" in marks, (
        f"{answer.call}, Cache-Control: expected no-store, seen {answer.cache_control!r}"
    )


@then("the answer is XML and lists the store view under test")
def answer_is_xml(answer: Answer[Any], store_ids: StoreIds) -> None:
    """Find the store view's code in the document."""
    assert answer.accepted, f"expected the list, seen {answer.status}"
    assert "application/xml" in answer.content_type, f"expected XML, seen {answer.content_type}"
    assert f"<code>{store_ids.code}</code>" in answer.text, f"{store_ids.code} is not in the answer"


@then("every store view is listed with its id and its code alone")
def only_ids_and_codes(answer: Answer[Any], magento: Magento, admin: AdminAccess) -> None:
    """Compare the undecorated rows."""
    whole = magento.store_views(admin).value
    seen = sorted(answer.json, key=lambda row: str(row["id"]))
    expected = sorted(({"id": v.id, "code": v.code} for v in whole), key=lambda row: str(row["id"]))
    assert seen == expected, f"store views: expected {expected}, seen {seen}"


@then("both answers are empty")
def both_answers_are_empty(answers: tuple[Answer[Any], ...]) -> None:
    """Magento writes nothing as an empty list."""
    seen = [answer.json for answer in answers]
    assert seen == [[], []], f"default addresses: expected two empty lists, seen {seen}"


@then("the three answers are the same to the letter")
def answers_are_the_same(answers: tuple[Answer[str], ...]) -> None:
    """Compare status, content type and the whole body."""
    seen = {(answer.status, answer.content_type, answer.text) for answer in answers}
    assert len(seen) == 1, f"answers: expected one and the same, seen {seen}"
