"""What pytest finds in the features, in this process: nothing is run, so nothing of it can be seen by others."""

import io
import os
from collections.abc import Sequence
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
    """List something of the features by options that run nothing."""
    return _called("features", *options, variables=variables)


def collect_features(*options: str, plugins: Sequence[object] = ()) -> Listing:
    """Collect the features with more plugins, a line a scenario."""
    return _called("features", *options, "--collect-only", "-q", plugins=plugins)


def collect(*arguments: str) -> Listing:
    """Collect what these arguments name, a line a test."""
    return _called(*arguments, "--collect-only", "-q")


def _called(
    *arguments: str, variables: dict[str, str] | None = None, plugins: Sequence[object] = ()
) -> Listing:
    """Call pytest without this machine's settings."""
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed), redirect_stderr(printed):
        patch.chdir(PROJECT)
        for name in [name for name in os.environ if name.startswith(("PYTEST_", "SHOP_"))]:
            patch.delenv(name)
        for name, value in (variables or {}).items():
            patch.setenv(name, value)
        exit_code = pytest.main([*arguments, "-p", "no:cacheprovider"], plugins=list(plugins))
    return Listing(exit_code, printed.getvalue())
