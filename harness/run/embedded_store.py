"""Starts and stops the embedded store, as a program of its own, for a run that has no shop."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from pydantic import SecretStr

from harness.shop.shop import EMBEDDED, PROJECT, Shop

THROTTLE = "oauth/authentication_lock/max_failures_count"
LOCKOUT = "customer/password/lockout_failures"
OPTIONAL_POSTCODES = "general/country/optional_zip_countries"

_OUT_OF_REACH: dict[str, Any] = {
    "start_new_session": True,
    "creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
}
"""Ctrl-C at a terminal reaches all its programs at once; the store has to outlive the run's clean-up."""


class EmbeddedStoreError(Exception):
    """The embedded store did not start; the message holds what it said."""


class EmbeddedStore:
    """A running embedded store; `shop` tells how to reach it."""

    def __init__(self, options: Sequence[str] = ()) -> None:
        """Start the store on a free port with `options` of its command line; its admin password is random."""
        password = f"Admin-{secrets.token_urlsafe(12)}9"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "sandbox", "--port", "0", "--exit-with-parent", *options],
            cwd=PROJECT,
            env={**os.environ, "SANDBOX_ADMIN_PASSWORD": password},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **_OUT_OF_REACH,
        )
        self.shop = Shop(
            name=EMBEDDED,
            base_url=self._base_url(),
            admin_username="admin",
            admin_password=SecretStr(password),
            guests_read_stores=_is_set(options, "webapi/webapisecurity/allow_insecure=1"),
            shared_accounts=_is_set(options, "customer/account_share/scope=0"),
            **_said(options),
        )

    def stop(self) -> None:
        """Stop the store and wait until it is gone."""
        self._process.terminate()
        self._process.communicate()

    def _base_url(self) -> str:
        assert self._process.stdout is not None
        announcement = self._process.stdout.readline()
        found = re.search(r"https?://[^/\s]+", announcement)
        if not found:
            _, complaint = self._process.communicate()
            raise EmbeddedStoreError(f"The embedded store did not start: {complaint.strip()[-500:]}")
        return found.group()


def _is_set(options: Sequence[str], setting: str) -> bool:
    """Tell whether the store's command line sets what shops.toml would have to say of any other shop."""
    return any(option.removeprefix("--set=") == setting for option in options)


def _said(options: Sequence[str]) -> dict[str, Any]:
    """Give what no endpoint tells of a store that is set so, as shops.toml would have to say it."""
    said = dict(option.removeprefix("--set=").split("=", 1) for option in options if "=" in option)
    numbers = {"max_failures_count": THROTTLE, "lockout_failures": LOCKOUT}
    fields: dict[str, Any] = {field: int(said[path]) for field, path in numbers.items() if path in said}
    if OPTIONAL_POSTCODES in said:
        fields["optional_postcodes"] = tuple(said[OPTIONAL_POSTCODES].split(","))
    return fields
