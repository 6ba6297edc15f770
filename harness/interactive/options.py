"""Running by hand: the options --step-by-step and --keep, for a person who sits at a terminal.

Both talk to that person, so both are refused where nobody answers: in a parallel run and without a terminal.
A visible browser is refused where there is nothing to see it on.
"""

import os
import sys

import pytest

from harness.core.exit_codes import ExitCode
from harness.interactive.kept_customers import KeptCustomers
from harness.interactive.step_by_step import StepByStep
from harness.interactive.terminal import NoTerminalError, Terminal

STEP_BY_STEP = "--step-by-step"
KEEP = "--keep"

NO_DISPLAY = (
    "--headed opens a visible browser, and this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is "
    "set): leave out --headed, or run `xvfb-run` before pytest, or run where you can see a browser."
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add both options."""
    group = parser.getgroup("by hand", "Running by hand")
    group.addoption(
        STEP_BY_STEP,
        action="store_true",
        help="wait for Enter before each step, and show the step in the browser's corner",
    )
    group.addoption(
        KEEP,
        action="store_true",
        help="let the scenario's customer stay, tell how to sign in as her, and leave the browser open",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Keep to one process, whatever the shop's settings say of workers; -n itself is refused below."""
    if is_by_hand(config) and getattr(config.option, "numprocesses", 0) is None:
        config.option.numprocesses = 0


def pytest_configure(config: pytest.Config) -> None:
    """Open the terminal and start what was asked for."""
    if config.getoption("help") or config.getoption("collectonly"):
        return
    if config.getoption("headed") and not _has_display():
        pytest.exit(NO_DISPLAY, returncode=ExitCode.CONFIGURATION)
    if is_by_hand(config):
        _talk(config, [option for option in (STEP_BY_STEP, KEEP) if config.getoption(option)])


def is_by_hand(config: pytest.Config) -> bool:
    """Tell whether the run waits for a person."""
    return bool(config.getoption(STEP_BY_STEP) or config.getoption(KEEP))


def _talk(config: pytest.Config, asked: list[str]) -> None:
    if config.getoption("numprocesses", None):
        raise pytest.UsageError(f"{asked[0]} talks to one person about one browser: leave out -n.")
    try:
        terminal = Terminal.open()
    except NoTerminalError as error:
        raise pytest.UsageError(
            f"{asked[0]} asks at a terminal, and this process has none ({error}): run it from a shell."
        ) from None
    if STEP_BY_STEP in asked:
        config.pluginmanager.register(StepByStep(terminal, headed=config.getoption("headed")))
    if KEEP in asked:
        config.pluginmanager.register(KeptCustomers(terminal))


def _has_display() -> bool:
    """Tell whether a window can be opened; macOS and Windows always have where."""
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
