"""Sentences about the loyalty card, an attribute of our customers."""

from pytest_bdd import given, parsers, then

from api.answer import Answer
from api.models import Customer
from api.new_customer import NewCustomer, custom_attributes

CODE = "loyalty_card"


@given(parsers.parse('the customer has the loyalty card "{number}"'), target_fixture="new_customer")
def customer_has_the_loyalty_card(new_customer: NewCustomer, number: str) -> NewCustomer:
    """Add the attribute."""
    return new_customer.model_copy(update={"more": custom_attributes({CODE: number})})


@then(parsers.parse('the answer holds the loyalty card "{number}"'))
def answer_holds_the_loyalty_card(answer: Answer[Customer], number: str) -> None:
    """Compare the attribute."""
    attributes = answer.json.get("custom_attributes", [])
    seen = next((one["value"] for one in attributes if one["attribute_code"] == CODE), "nothing")
    assert seen == number, f"loyalty card: expected {number}, seen {seen}"
