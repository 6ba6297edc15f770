"""Fixtures of the tests that run the features."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.acceptance.feature_run import PROJECT

ADMIN_PASSWORD = "Gh7-known/secret+of ours"


@pytest.fixture
def shop_variables() -> Iterator[dict[str, str]]:
    """Serve a shop that the run does not start itself, and give the variables that point at it."""
    with subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--port", "0"],
        cwd=PROJECT,
        env={**os.environ, "SANDBOX_ADMIN_PASSWORD": ADMIN_PASSWORD},
        stdout=subprocess.PIPE,
        text=True,
    ) as store:
        assert store.stdout is not None
        address = re.search(r"http://[^/\s]+", store.stdout.readline())
        assert address is not None
        yield {
            "SHOP_BASE_URL": address.group(),
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": ADMIN_PASSWORD,
        }
        store.terminate()
