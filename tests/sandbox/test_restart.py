"""With a database file the store survives being killed: what it has answered is there after a restart."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.sandbox.program import SECONDS, Program, running
from tests.sandbox.rest_client import PASSWORD

WRITERS = 4
WRITTEN_BEFORE_THE_KILL = 40


def sign_in(browser: requests.Session, program: Program, email: str) -> None:
    """Sign in on the storefront."""
    account = f"{program.base_url}/us/customer/account"
    page = browser.get(f"{account}/login/", timeout=SECONDS).text
    key = page.split('name="form_key" type="hidden" value="')[1].split('"')[0]
    form = {"form_key": key, "login[username]": email, "login[password]": PASSWORD}
    browser.post(f"{account}/loginPost/", data=form, allow_redirects=False, timeout=SECONDS)


def write_until_the_end(program: Program, name: str) -> list[dict[str, Any]]:
    """Make customers until the store is gone, and list those that it had answered."""
    answered: list[dict[str, Any]] = []
    for number in count():
        try:
            answer = program.create(f"{name}.{number}@example.com")
        except requests.RequestException:  # no answer, or the half of one
            return answered
        assert answer.status_code == 200, answer.text
        answered.append(answer.json())
        if name == "writer0" and number == WRITTEN_BEFORE_THE_KILL // WRITERS:
            program.kill()
    raise AssertionError("unreachable")


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize("magento", ["2.4.8", "2.4.1"])
def test_nothing_is_lost(magento: str, tmp_path: Path, say_at_the_end: Any) -> None:
    """Customers, addresses, tokens, sessions and counted failures, while others are still being written."""
    options = ("--magento", magento, "--database", str(tmp_path / "shop.sqlite"))
    email = "jane@example.com"
    with running(*options) as before, requests.Session() as browser:
        jane = before.create(email).json()
        token, admin_token = before.ask_token(email).json(), before.admin_token
        sign_in(browser, before, email)
        for _ in range(6):
            before.ask_token("closed@example.com", "Wrong1234")
        with ThreadPoolExecutor(WRITERS) as writers:
            names = [f"writer{number}" for number in range(WRITERS)]
            written = [
                one
                for made in writers.map(lambda name: write_until_the_end(before, name), names)
                for one in made
            ]
    with running(*options) as after:
        assert after.get(f"all/V1/customers/{jane['id']}", admin_token).json() == jane
        assert after.get("us/V1/customers/me", token).json() == jane
        account = browser.get(f"{after.base_url}/us/customer/account/", timeout=SECONDS)
        assert email in account.text
        for one in written:
            assert after.get(f"all/V1/customers/{one['id']}").json() == one
        after.create("closed@example.com")
        assert after.ask_token("closed@example.com").status_code == 401
        assert after.create("next@example.com").json()["id"] > max(one["id"] for one in written)
    say_at_the_end(f"killed and started again: {len(written) + 1} of {len(written) + 1} customers are there")
