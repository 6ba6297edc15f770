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
from harness.run.options import KEEP, STEP_BY_STEP, is_by_hand
from harness.secrets.scrubber import Scrubber

NO_DISPLAY = (
    "--headed opens a visible browser, and this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is "
    "set): leave out --headed, or run `xvfb-run` before pytest, or run where you can see a browser."
)


def start(config: pytest.Config, scrubber: Scrubber, kept: set[int]) -> list[object]:
    """Open the terminal and give what the command line asked for; `kept` is filled with who stays, by id.

    Raises pytest.UsageError where nobody could answer, and ends the run where a visible browser has no display.
    """
    if config.getoption("help") or config.getoption("collectonly"):
        return []
    if config.getoption("headed") and not _has_display():
        pytest.exit(NO_DISPLAY, returncode=ExitCode.CONFIGURATION)
    if not is_by_hand(config):
        return []
    asked = [option for option in (STEP_BY_STEP, KEEP) if config.getoption(option)]
    terminal = _terminal(config, asked[0])
    parts: list[object] = []
    if STEP_BY_STEP in asked:
        parts.append(StepByStep(terminal, scrubber, headed=config.getoption("headed")))
    if KEEP in asked:
        parts.append(KeptCustomers(terminal, scrubber, kept))
    return parts


def _terminal(config: pytest.Config, option: str) -> Terminal:
    if config.getoption("numprocesses", None):
        raise pytest.UsageError(f"{option} talks to one person about one browser: leave out -n.")
    try:
        return Terminal.open()
    except NoTerminalError as error:
        raise pytest.UsageError(
            f"{option} asks at a terminal, and this process has none ({error}): run it from a shell."
        ) from None


def _has_display() -> bool:
    """Tell whether a window can be opened; macOS and Windows always have where."""
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
