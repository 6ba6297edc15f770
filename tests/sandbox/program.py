"""The embedded store as a program of its own, for what only a process shows: load, start, kill and restart."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import requests

from tests.sandbox.rest_client import PASSWORD, customer

PROJECT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "sandbox", "--port", "0", "--exit-with-parent")
ADMIN = {"username": "admin", "password": "Admin123pass"}
SECONDS = 30


class Program:
    """One running store; several threads may call it."""

    def __init__(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [*COMMAND, *options],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        found = re.search(r"https?://[\d.]+:\d+", self._process.stdout.readline())
        assert found, "the store did not say where it is"
        self.base_url = found[0]

    @cached_property
    def admin_token(self) -> str:
        """Sign in as the admin, once."""
        return str(self.post("all/V1/integration/admin/token", ADMIN).json())

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.kill()
        self._process.communicate()

    def get(self, path: str, token: str | None = None) -> requests.Response:
        """Read over REST, as the admin unless another token is given."""
        return self._call("GET", path, token or self.admin_token)

    def post(self, path: str, body: Any) -> requests.Response:
        """Send something over REST as a guest."""
        return self._call("POST", path, json=body)

    def delete(self, path: str) -> requests.Response:
        """Delete over REST as the admin."""
        return self._call("DELETE", path, self.admin_token)

    def create(self, email: str) -> requests.Response:
        """Make the tutorial's customer with an e-mail address."""
        return self.post("us/V1/customers", {"customer": customer(email=email), "password": PASSWORD})

    def ask_token(self, email: str, password: str = PASSWORD) -> requests.Response:
        """Ask for a customer token."""
        credentials = {"username": email, "password": password}
        return self.post("us/V1/integration/customer/token", credentials)

    def found(self, email: str) -> int:
        """Count the customers with an e-mail address."""
        field = "searchCriteria[filterGroups][0][filters][0]"
        answer = self.get(f"all/V1/customers/search?{field}[field]=email&{field}[value]={email}")
        return int(answer.json()["total_count"])

    def _call(self, method: str, path: str, token: str | None = None, json: Any = None) -> requests.Response:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return requests.request(
            method, f"{self.base_url}/rest/{path}", headers=headers, json=json, timeout=SECONDS
        )


@contextmanager
def running(*options: str) -> Iterator[Program]:
    """Run the store with options of its command line for as long as the block lasts."""
    program = Program(*options)
    try:
        yield program
    finally:
        program.kill()


def complaint(*options: str, **environment: str) -> str:
    """Start the store with options that it does not take, and give what it says."""
    ended = subprocess.run(
        [*COMMAND, *options],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    return ended.stderr.strip().splitlines()[-1]
