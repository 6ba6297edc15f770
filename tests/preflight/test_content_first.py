"""What answers is looked at before its status and its content type are believed."""

import json

import pytest
import requests
from werkzeug.wrappers import Response

from harness.preflight.content import content_of, spoils_json
from tests.preflight.served_shop import Answer, answering, diagnosed, shop_at
from tests.verdict.spoiled_shop import Spoil, called_html, notice, spoiled_shop

APPLICATION = "<!DOCTYPE html><html><body><div id=root></div></body></html>"


def test_whatever_answers_everything(subtests: pytest.Subtests) -> None:
    """Only what was seen is said, and none of the lines says that Magento answers."""
    rows: tuple[tuple[Answer, str, int, str], ...] = (
        (Answer(200, APPLICATION), "no-rest", 78, "it is answered with 200 OK and an HTML page."),
        (
            Answer(200, '{"ok": true}', "application/json"),
            "no-rest",
            78,
            "it is answered with 200 OK and JSON that is not Magento's.",
        ),
        (
            Answer(403, "No bots", "text/plain"),
            "firewall",
            78,
            "403 FORBIDDEN and plain text, as by a firewall.",
        ),
        (Answer(403, APPLICATION), "firewall", 78, "403 FORBIDDEN and an HTML page, as by a firewall."),
        (Answer(403, "", "text/html"), "firewall", 78, "403 FORBIDDEN and nothing, as by a firewall."),
        (Answer(429, "Slow down", "text/plain"), "limited", 69, "429 TOO MANY REQUESTS and plain text"),
    )
    for answer, id_, exit_code, sentence in rows:
        with subtests.test(answer=answer):
            with answering(answer) as url:
                diagnosis = diagnosed(shop_at(url))
            assert [
                line.title for line in diagnosis.lines if line.mark == "ok" and line.title == "base URL"
            ] == []
            assert diagnosis.stop
            assert (diagnosis.stop.id, diagnosis.exit_code) == (id_, exit_code)
            assert sentence in diagnosis.stop.text
            assert "guests may read" not in diagnosis.stop.text.lower()


def with_bom(response: Response) -> Response:
    """Put a byte order mark before the answer."""
    response.set_data(b"\xef\xbb\xbf" + response.get_data())
    return response


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (with_bom, "a byte order mark (BOM) stands before it"),
        (notice, '"Notice: Undefined index: x in /app/code on line 7" stands before it'),
        (called_html, "it is called text/html"),
    ],
)
def test_json_that_something_spoils(spoil: Spoil, what: str) -> None:
    """It is Magento that answers, so nobody is sent to look for a firewall or another URL."""
    with spoiled_shop() as context:
        context.front.break_for(None, "/rest/", spoil)
        diagnosis = diagnosed(context.shop)
        context.front.break_for(0, "nothing", lambda response: response)
    assert diagnosis.stop
    assert diagnosis.stop.id == "spoiled-json"
    assert f"401 UNAUTHORIZED and JSON that programs cannot read: {what}." in diagnosis.stop.text
    assert diagnosis.exit_code == 69


def test_maintenance_page_of_the_storefront_with_another_status() -> None:
    """A front that makes 200 of it hides nothing."""
    page = "<html><body><h1>Error 503: Service Unavailable</h1></body></html>"
    with spoiled_shop() as context:
        context.front.break_for(
            None, "customer/account/login", lambda _: Response(page, 200, content_type="text/html")
        )
        diagnosis = diagnosed(context.shop)
        context.front.break_for(0, "nothing", lambda response: response)
    assert diagnosis.obstacle
    assert diagnosis.obstacle.id == "storefront-down"
    assert "Magento's maintenance page" in diagnosis.obstacle.text


def test_content(subtests: pytest.Subtests) -> None:
    """Each kind by what it holds."""
    rows: tuple[tuple[str, str, str, str], ...] = (
        ("<html>{}</html>", "text/html", "an HTML page", ""),
        ("<?xml version='1.0'?><response/>", "application/xml", "XML", ""),
        (json.dumps([1]), "application/json", "JSON that is not Magento's", ""),
        ("[1", "application/json", "no JSON (application/json)", ""),
        ("a {b", "", "no JSON (no content type)", ""),
        (
            "x" * 100 + "{}",
            "application/json",
            "no JSON (application/json)",
            f'"{"x" * 80}..." stands before it',
        ),
    )
    for text, content_type, content, spoiled in rows:
        with subtests.test(text=text):
            answer = requests.Response()
            answer._content = text.encode()  # noqa: SLF001  requests has no other way to make one
            answer.headers["Content-Type"] = content_type
            assert (content_of(answer), spoils_json(answer)) == (content, spoiled)
