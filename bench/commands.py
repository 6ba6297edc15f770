"""Runs a command to its end, and says what it took: seconds, processor seconds of all its processes, memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from harness.run.embedded_store import EmbeddedStore
from harness.shop.shop import PROJECT

LIKE_A_RUNNING_SHOP = {"rest_latency": [40, 300], "page_latency": [100, 200]}
_TIME_LIMIT = 10


@dataclass(frozen=True)
class Took:
    """What a command took; `began` is in seconds since 1970, `processor` counts all processes but the store's."""

    began: float
    seconds: float
    processor: float
    output: str


class CommandFailedError(Exception):
    """A command did not end with 0, so that its numbers would be of something else."""


@dataclass(frozen=True)
class Store:
    """The embedded store that everything is measured against."""

    running: EmbeddedStore

    @property
    def url(self) -> str:
        """Give where it is."""
        return self.running.shop.base_url

    @property
    def variables(self) -> dict[str, str]:
        """Name it as any shop is named."""
        password = self.running.shop.admin_password
        assert password
        return {
            "SHOP_BASE_URL": self.url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": password.get_secret_value(),
        }

    def empty(self, latencies: Mapping[str, Any] | None = None) -> None:
        """Forget everything that was asked of it and made in it, and take its time from now on."""
        requests.post(f"{self.url}/sandbox/testing/reset", timeout=_TIME_LIMIT).raise_for_status()
        controls = f"{self.url}/sandbox/testing/controls"
        requests.put(controls, json=dict(latencies or {}), timeout=_TIME_LIMIT).raise_for_status()

    def requests(self) -> list[dict[str, Any]]:
        """Give what was asked of it since, but for pictures, styles and scripts."""
        answer = requests.get(f"{self.url}/sandbox/testing/requests", timeout=_TIME_LIMIT)
        asked: list[dict[str, Any]] = answer.json()
        return [one for one in asked if not one["path"].startswith("/static/")]


@contextmanager
def served() -> Iterator[Store]:
    """Serve the store until the block ends."""
    running = EmbeddedStore(["--testing"])
    try:
        yield Store(running)
    finally:
        running.stop()


def carry_out(
    arguments: Sequence[str], store: Store, folder: Path, more: Mapping[str, str] | None = None
) -> Took:
    """Run a Python module by its name and arguments; raises CommandFailedError."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    path = folder / "output.txt"
    with path.open("w", encoding="utf-8") as output:
        began, clock = time.time(), time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=PROJECT,
            env={**clean, **store.variables, **(more or {})},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - clock
    said = path.read_text(encoding="utf-8")
    if process.returncode:
        raise CommandFailedError(f"{' '.join(arguments)} ended with {process.returncode}: {said[-2000:]}")
    return Took(began, seconds, used.ru_utime + used.ru_stime, said)
