"""A plugin that writes down who is called for each hook, in order, once a run is settled: see test_hook_order.py.

The options for running by hand get a terminal that nobody sits at.
"""

import io
import json
import os
from pathlib import Path

import pytest

from harness.interactive.terminal import Terminal

TARGET = "HOOK_CALLS"
"""The variable that names the file to write."""

Terminal.open = classmethod(lambda cls: cls(io.FileIO(os.devnull), io.StringIO()))  # type: ignore[assignment, method-assign]


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Write pluggy's own lists; it calls from their ends, wrappers first and the outermost before all others."""
    hooks = vars(session.config.hook)
    calls = {
        name: [_name(each.plugin) for each in reversed(caller.get_hookimpls())]
        for name, caller in hooks.items()
        if name.startswith("pytest_")
    }
    Path(os.environ[TARGET]).write_text(json.dumps(calls), encoding="utf-8")


def _name(plugin: object) -> str:
    """Give a module's name, or that of an object's class."""
    return str(getattr(plugin, "__name__", type(plugin).__name__))
