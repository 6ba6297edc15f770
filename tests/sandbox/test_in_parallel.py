"""Many clients at once: every answer is right, and what only one of them may have only one gets."""

import os
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest
import requests

from tests.sandbox.program import SECONDS, Program, running
from tests.sandbox.rest_client import PASSWORD

CLIENTS = 20
LOAD_SECONDS = float(os.environ.get("SANDBOX_LOAD_SECONDS", "3"))
"""How long the store is put under load; the promise is about thirty seconds."""


@pytest.fixture(scope="module", params=["2.4.8", "2.4.1"])
def program(processes: None, request: pytest.FixtureRequest) -> Iterator[Program]:
    """Run a store of each release."""
    with running("--magento", request.param) as program:
        yield program


@dataclass
class Client:
    """One customer who comes, looks around over REST and in the storefront, and is deleted, again and again."""

    program: Program
    name: str
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def work_until(self, end: float) -> None:
        """Go on until a moment of the monotonic clock."""
        visits = 0
        while time.monotonic() < end:
            visits += 1
            self._visit(f"{self.name}.{visits}@example.com")

    def _visit(self, email: str) -> None:
        made = self._timed(200, lambda: self.program.create(email)).json()
        token = self._timed(200, lambda: self.program.ask_token(email)).json()
        own = self._timed(200, lambda: self.program.get("us/V1/customers/me", token)).json()
        self._expect(own["id"] == made["id"], f"{email} is given the record of {own['email']}")
        with requests.Session() as browser:
            self._look_around(browser, email)
        self._timed(200, lambda: self.program.delete(f"all/V1/customers/{made['id']}"))
        self._timed(401, lambda: self.program.get("us/V1/customers/me", token))

    def _look_around(self, browser: requests.Session, email: str) -> None:
        shop = f"{self.program.base_url}/us/customer"
        page = self._timed(200, lambda: browser.get(f"{shop}/account/login/", timeout=SECONDS)).text
        key = page.split('name="form_key" type="hidden" value="')[1].split('"')[0]
        form = {"form_key": key, "login[username]": email, "login[password]": PASSWORD}
        self._timed(302, lambda: browser.post(
            f"{shop}/account/loginPost/", data=form, allow_redirects=False, timeout=SECONDS
        ))  # fmt: skip
        for path, text in (("account/", email), ("address/", "123 Oak Ave"), ("section/load/", "Jane Doe")):
            answer = self._timed(200, partial(browser.get, f"{shop}/{path}", timeout=SECONDS))
            self._expect(text in answer.text, f"{path} does not show {text}")

    def _timed(self, status: int, call: Callable[[], requests.Response]) -> requests.Response:
        begun = time.perf_counter()
        answer = call()
        self.seconds.append(time.perf_counter() - begun)
        self._expect(
            answer.status_code == status, f"{answer.request.url}: {answer.status_code}, not {status}"
        )
        return answer

    def _expect(self, holds: bool, otherwise: str) -> None:
        if not holds:
            self.wrong.append(otherwise)


def at_once(call: Callable[[int], Any]) -> list[Any]:
    """Let every client call at the same moment, and gather what each got."""
    start = threading.Barrier(CLIENTS)

    def client(number: int) -> Any:
        start.wait()
        return call(number)

    with ThreadPoolExecutor(CLIENTS) as clients:
        return list(clients.map(client, range(CLIENTS)))


def statuses(answers: list[requests.Response]) -> Counter[int]:
    """Count the answers by status."""
    return Counter(answer.status_code for answer in answers)


def test_twenty_clients_get_right_answers(program: Program, say_at_the_end: Callable[[str], None]) -> None:
    """No error and nobody else's record, however long it lasts; the report says how long answers took."""
    clients = [Client(program, f"client{number}") for number in range(CLIENTS)]
    end = time.monotonic() + LOAD_SECONDS
    at_once(lambda number: clients[number].work_until(end))
    seconds = [one for client in clients for one in client.seconds]
    wrong = [one for client in clients for one in client.wrong]
    p95 = statistics.quantiles(seconds, n=20)[-1]
    say_at_the_end(
        f"{CLIENTS} clients for {LOAD_SECONDS:g} s: {len(seconds)} answers, {len(wrong)} wrong, "
        f"p95 {p95 * 1000:.0f} ms"
    )
    assert not wrong, "\n".join(wrong[:10])


def test_one_address_makes_one_customer(program: Program) -> None:
    """All others learn that the e-mail address is taken; there is one customer with one address."""
    email = "wanted@example.com"
    answers = at_once(lambda _: program.create(email))
    assert statuses(answers) == {200: 1, 400: CLIENTS - 1}
    assert program.found(email) == 1
    made = next(answer for answer in answers if answer.status_code == 200).json()
    assert len(program.get(f"all/V1/customers/{made['id']}").json()["addresses"]) == 1


def test_everybody_else_is_made(program: Program) -> None:
    """Twenty customers, twenty ids; each gets a token, and so does one of them twenty times."""
    answers = at_once(lambda number: program.create(f"one{number}@example.com"))
    assert statuses(answers) == {200: CLIENTS}
    assert len({answer.json()["id"] for answer in answers}) == CLIENTS
    assert statuses(at_once(lambda number: program.ask_token(f"one{number}@example.com"))) == {200: CLIENTS}
    assert statuses(at_once(lambda _: program.ask_token("one0@example.com"))) == {200: CLIENTS}


def test_a_customer_is_deleted_once(program: Program) -> None:
    """Whoever comes later learns that there is no such customer."""
    made = program.create("leaving@example.com").json()["id"]
    assert statuses(at_once(lambda _: program.delete(f"all/V1/customers/{made}"))) == {
        200: 1,
        404: CLIENTS - 1,
    }


def test_wrong_passwords_are_all_counted(program: Program) -> None:
    """After twenty at once the right one is refused as well."""
    program.create("guessed@example.com")
    answers = at_once(lambda _: program.ask_token("guessed@example.com", "Wrong1234"))
    assert statuses(answers) == {401: CLIENTS}
    assert program.ask_token("guessed@example.com").status_code == 401
