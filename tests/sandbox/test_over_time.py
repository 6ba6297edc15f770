"""What ends by itself: tokens, throttles and locks, each to the second on the shop's own clock."""

from collections.abc import Callable

import pytest

from tests.sandbox.rest_client import RestClient

Later = Callable[[float], None]
ME = "us/V1/customers/me"
STORE_VIEWS = "all/V1/store/storeViews"
WRONG = "Wrong1234"


def fail(client: RestClient, times: int, email: str = "jdoe@example.com") -> None:
    """Try a wrong password several times."""
    for _ in range(times):
        assert client.ask_token(email, WRONG).status_code == 401


def test_a_customer_token_lives_an_hour(jane: RestClient, later: Later) -> None:
    """Opaque or signed, it is refused like an unknown one from then on."""
    later(3595)
    assert jane.get(ME).status_code == 200
    later(6)
    answer = jane.get(ME)
    assert (answer.status_code, answer.json["parameters"]) == (401, {"resources": "self"})


def test_an_admin_token_lives_four_hours_or_one(admin: RestClient, later: Later, magento: str) -> None:
    """The signed tokens of the later release live as long as a customer's."""
    hours = 4 if magento == "2.4.1" else 1
    later(hours * 3600 - 5)
    assert admin.get(STORE_VIEWS).status_code == 200
    later(6)
    assert admin.get(STORE_VIEWS).json["parameters"] == {"resources": "Magento_Backend::store"}


def test_five_wrong_passwords_are_forgiven(client: RestClient) -> None:
    """A right one clears the count, so that five more are forgiven too."""
    client.create()
    for _ in range(2):
        fail(client, 4)
        assert client.ask_token().status_code == 200


def test_six_wrong_passwords_close_the_door_for_half_an_hour(client: RestClient, later: Later) -> None:
    """The right password is refused as well, and tries meanwhile do not prolong it."""
    client.create()
    fail(client, 6)
    assert client.ask_token().status_code == 401
    later(1790)
    fail(client, 1)
    assert client.ask_token().status_code == 401
    later(11)
    assert client.ask_token().status_code == 200


def test_the_throttle_goes_by_the_name(client: RestClient) -> None:
    """An unknown name is throttled too; capitals and a blank at the end make no other name of it."""
    client.create(email="nobody2@example.com")
    fail(client, 6, "nobody@example.com")
    assert client.ask_token("nobody2@example.com").status_code == 200
    client.create(email="nobody@example.com")
    for spelling in ("nobody@example.com", "Nobody@Example.com", "nobody@example.com "):
        assert client.ask_token(spelling).status_code == 401


def test_blanks_around_an_email(client: RestClient) -> None:
    """One at the end does not matter to a sign-in, one at the beginning does."""
    client.create()
    assert client.ask_token("JDOE@example.com ").status_code == 200
    assert client.ask_token(" jdoe@example.com").status_code == 401


def test_the_throttle_of_customers_is_not_the_admins(client: RestClient) -> None:
    """Failures count by the kind of user."""
    fail(client, 6, "admin")
    assert client.as_admin().get(STORE_VIEWS).status_code == 200


def test_ten_failures_lock_the_account_for_ten_minutes(client: RestClient, later: Later) -> None:
    """Half an hour between them ends the throttle, and leaves the account's count."""
    client.create()
    fail(client, 6)
    later(1801)
    fail(client, 4)
    later(595)
    assert client.ask_token().status_code == 401
    later(6)
    assert client.ask_token().status_code == 200


def test_a_right_password_over_rest_and_the_accounts_count(client: RestClient, magento: str) -> None:
    """It clears the count since 2.4.8; before, five failures on each side of it lock the account."""
    client.create()
    for status in (200, 200 if magento == "2.4.8" else 401):
        fail(client, 5)
        assert client.ask_token().status_code == status


def test_refused_tries_neither_count_nor_prolong_a_lock(client: RestClient, later: Later) -> None:
    """After the lock is over counting begins anew: nine more failures do not lock."""
    client.create()
    fail(client, 5)
    later(1801)
    fail(client, 5)
    later(590)
    fail(client, 1)
    later(11)
    for count in (4, 5):
        later(1801)
        fail(client, count)
    assert client.ask_token().status_code == 200


def test_a_wrong_current_password_counts_as_a_failure(jane: RestClient, client: RestClient) -> None:
    """Ten of them lock the account, which the tenth says and every later one."""
    change = {"currentPassword": WRONG, "newPassword": "Another1Password"}
    texts = [jane.put(f"{ME}/password", change).json["message"] for _ in range(11)]
    assert [text.startswith("The password doesn't match") for text in texts] == [True] * 9 + [False] * 2
    assert texts[-2:] == ["The account is locked."] * 2
    assert client.ask_token().status_code == 401


@pytest.mark.parametrize(("failures", "status"), [(5, 200), (6, 401)])
def test_the_admin_is_locked_by_six_wrong_passwords(
    client: RestClient, later: Later, failures: int, status: int
) -> None:
    """For half an hour, while a token issued before goes on working."""
    before = client.as_admin()
    route = "all/V1/integration/admin/token"
    for _ in range(failures):
        assert client.post(route, {"username": "admin", "password": WRONG}).status_code == 401
    right = {"username": "admin", "password": "Admin123pass"}
    assert client.post(route, right).status_code == status
    assert before.get(STORE_VIEWS).status_code == 200
    later(1801)
    assert client.post(route, right).status_code == 200


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_a_token_of_the_second_of_a_revocation_is_dead(
    jane: RestClient, client: RestClient, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new token is refused until the clock shows the next second."""
    clock = client.app.extensions["shop"].clock
    stopped = clock.now().replace(microsecond=100_000)
    monkeypatch.setattr(clock, "now", lambda: stopped)
    jane.post("us/V1/integration/customer/revoke-customer-token", {})
    assert client.as_customer().get(ME).status_code == 401
    monkeypatch.undo()
    later(1.2)
    assert client.as_customer().get(ME).status_code == 200
    assert jane.get(ME).status_code == 401
