"""What pytest finds in the features, in this process: nothing is run, so nothing of it can be seen by others."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass

import pytest

from harness.shop.shop import PROJECT


@dataclass(frozen=True)
class Listing:
    """The exit code, and all that was printed."""

    exit_code: int
    text: str

    @property
    def tests(self) -> list[str]:
        """Give the scenarios that would be run, each by pytest's name for it."""
        return [line for line in self.text.splitlines() if "::test_" in line]


def list_features(*options: str, variables: dict[str, str] | None = None) -> Listing:
    """Call pytest for the features with options that run nothing, without this machine's settings."""
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed), redirect_stderr(printed):
        patch.chdir(PROJECT)
        for name in [name for name in os.environ if name.startswith(("PYTEST_", "SHOP_"))]:
            patch.delenv(name)
        for name, value in (variables or {}).items():
            patch.setenv(name, value)
        exit_code = pytest.main(["features", "-p", "no:cacheprovider", *options])
    return Listing(exit_code, printed.getvalue())


def collect_features(*options: str) -> Listing:
    """Collect the features, a line a scenario."""
    return list_features("--collect-only", "-q", *options)
