"""Google's reCAPTCHA with keys that lead nowhere: forms stay shut, and since 2.4.3 REST refuses too."""

from collections.abc import Iterator

import pytest
import requests

from tests.sandbox.rest_client import PASSWORD, customer
from tests.sandbox.storefront.running_store import RunningStore, serve
from tests.sandbox.storefront.signing_in import is_signed_in, post, session_key

FAILED = {"message": "ReCaptcha validation failed, please try again"}
SETTINGS = {
    f"recaptcha_frontend/type_for/{form}@us_website": "recaptcha_v3"
    for form in ("customer_create", "customer_login")
}


@pytest.fixture
def guarded(magento: str) -> Iterator[RunningStore]:
    """Serve a store whose us website asks for it; it has a customer."""
    with serve(magento, settings=SETTINGS) as store:
        store.add_customer()
        yield store


def test_the_pages(http: requests.Session, guarded: RunningStore, magento: str) -> None:
    """They carry its field; the later releases shut the button."""
    for path, button in (
        ("customer/account/login", "action login primary"),
        ("customer/account/create", "action submit"),
    ):
        text = http.get(guarded.url(path), timeout=5).text
        assert '<div class="field-recaptcha"' in text
        form = next(part for part in text.split("<button") if button in part).partition(">")[0]
        assert ('disabled="disabled"' in form) == (magento != "2.4.1")
    assert (
        "field-recaptcha" not in http.get(guarded.url("customer/account/create", "default"), timeout=5).text
    )


def test_the_form_without_an_answer(http: requests.Session, guarded: RunningStore) -> None:
    """It leads back without a word, though the password is right."""
    answer = post(http, guarded, session_key(http, guarded))
    assert answer.headers["Location"].startswith(guarded.url("customer/account/login"))
    assert "mage-messages" not in http.cookies
    assert not is_signed_in(http, guarded)


def test_rest(guarded: RunningStore, magento: str) -> None:
    """The scope of the call decides, and the password is not looked at."""

    def send(path: str, body: object, **headers: str) -> requests.Response:
        return requests.post(f"{guarded.base_url}/rest/{path}", json=body, headers=headers, timeout=5)

    new = {"customer": customer(), "password": PASSWORD}
    token = {"username": "jane@example.com", "password": "Wrong-Password1"}
    calls = [("us/V1/customers", new, 200), ("us/V1/integration/customer/token", token, 401)]
    for path, body, status in calls:
        answer = send(path, body)
        if magento == "2.4.1":
            assert answer.status_code == status
        else:
            assert (answer.status_code, answer.json()) == (400, FAILED)
            assert send(path, body, **{"X-ReCaptcha": "junk"}).status_code == 500
    if magento != "2.4.1":
        assert send("all/V1/customers", new).status_code == 200
    admin = {"username": "admin", "password": "Admin123pass"}
    assert send("all/V1/integration/admin/token", admin).status_code == 200
