"""An answer is read by its status and content type first, and refusals keep Magento's words."""

import json
from typing import Any

import pytest

from api.answer import Answer, require_true
from api.errors import NotRest, Refusal, UnexpectedAnswer
from api.models import StoreView


def answer(
    status: int, body: Any, content_type: str = "application/json; charset=utf-8", model: Any = bool
) -> Answer[Any]:
    """Build an answer as the client would."""
    text = body if isinstance(body, str) else json.dumps(body)
    return Answer(model, "GET /rest/all/V1/x", status, content_type, text, location="https://other.example/")


def test_named_placeholders_are_filled() -> None:
    """The message reads as Magento meant it."""
    body = {"message": '"%fieldName" is required. Enter and try again.', "parameters": {"fieldName": "city"}}
    assert answer(400, body).refusal.message == '"city" is required. Enter and try again.'


def test_numbered_placeholders_are_filled() -> None:
    """Ten parameters do not confuse %1 with %10, and numbers are as good as text."""
    body = {"message": "%1 of %10", "parameters": [8, *"bcdefghi", "ten"]}
    assert answer(400, body).refusal.message == "8 of ten"


def test_several_refusals_are_reported_together() -> None:
    """A message that says only "one or more" is followed by each."""
    required = '"%fieldName" is required.'
    errors = [{"message": required, "parameters": {"fieldName": name}} for name in ("city", "street")]
    refusal = answer(400, {"message": "One or more.", "errors": errors}).refusal
    assert refusal.errors == ('"city" is required.', '"street" is required.')
    assert str(refusal) == 'GET /rest/all/V1/x: 400, One or more. "city" is required. "street" is required.'


def test_value_of_a_refused_call_is_the_refusal() -> None:
    """Nobody reads an error envelope as a result."""
    with pytest.raises(Refusal, match="401, not you"):
        _ = answer(401, {"message": "not you"}).value


def test_what_has_to_be_true() -> None:
    """A call that was accepted and not carried out is an error, as a refused one is."""
    require_true(answer(200, body=True))
    with pytest.raises(UnexpectedAnswer, match="x: accepted with 200 and false, but true is promised"):
        require_true(answer(200, body=False))
    with pytest.raises(Refusal, match="401, not you"):
        require_true(answer(401, {"message": "not you"}))


def test_refusal_of_an_accepted_call_is_an_error() -> None:
    """A step that expects a refusal fails when there was none."""
    with pytest.raises(UnexpectedAnswer, match="accepted with 200"):
        _ = answer(200, {}).refusal


def test_redirect_names_its_target() -> None:
    """A redirect turns POST into GET; it is an error with the way out."""
    with pytest.raises(NotRest, match=r"301, a redirect to https://other\.example/\. Set the shop's base"):
        _ = answer(301, "").value


@pytest.mark.parametrize("status", [200, 503])
def test_html_in_place_of_json_is_named(status: int) -> None:
    """A maintenance page or a wrong address is not read as JSON."""
    with pytest.raises(NotRest, match=f"{status}, text/html in place of JSON"):
        _ = answer(status, "<html>", content_type="text/html").value


def test_unreadable_json_is_named() -> None:
    """A cut answer, and one behind a notice of PHP, of which the first words are shown."""
    with pytest.raises(NotRest, match="JSON that cannot be read, with data that is not shown here"):
        _ = answer(200, '{"id":').value
    with pytest.raises(
        NotRest, match=r"JSON that cannot be read, beginning with: Notice: Undefined index: x$"
    ):
        _ = answer(200, '<br />\n<b>Notice</b>: Undefined index: x {"id": 1}').value


def test_fatal_error_of_php_is_a_refusal() -> None:
    """Magento answers it in a shape of its own; it is the shop's fault, and not that of something in front."""
    said = "Server internal error. See details in report api/1134478120890"
    refusal = answer(500, {"messages": {"error": [{"code": 500, "message": said}]}}).refusal
    assert (refusal.status, refusal.message) == (500, said)


def test_json_that_is_no_refusal_of_magentos(subtests: pytest.Subtests) -> None:
    """What stands in front of a shop speaks JSON as well: what it holds tells, not the status."""
    rows: tuple[Any, ...] = (
        {"error": "upstream"},
        {"message": {"text": "no"}},
        ["no"],
        "null",
        {},
    )
    for body in rows:
        with (
            subtests.test(body=body),
            pytest.raises(NotRest, match="403, JSON that is no refusal of Magento's"),
        ):
            _ = answer(403, body).value


def test_missing_and_mistyped_fields_are_named() -> None:
    """The model says which fields of which row differ from the promise."""
    rows = [{"id": "2", "code": "us", "name": "US", "website_id": 2}]
    with pytest.raises(UnexpectedAnswer) as raised:
        _ = answer(200, rows, model=tuple[StoreView, ...]).value
    assert "0.id: Input should be a valid integer" in str(raised.value)
    assert "0.store_group_id: Field required" in str(raised.value)


def test_repr_leaves_the_body_out() -> None:
    """A traceback may show an answer; its body may be a token."""
    assert "secret" not in repr(answer(200, '"secret"'))


@pytest.mark.parametrize("status", [201, 202, 206])
def test_status_of_an_accepted_call_is_exact(status: int) -> None:
    """Magento's REST API answers 200, whatever it has made."""
    seen = answer(status, True)
    reported = f"accepted with {status}, but 200 is promised"
    with pytest.raises(UnexpectedAnswer, match=reported):
        _ = seen.value
    with pytest.raises(UnexpectedAnswer, match=reported):
        _ = seen.json
