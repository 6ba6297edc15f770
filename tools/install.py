"""Brings a fresh machine to where a run can start: a browser and the report generator.

`python -m tools.install` is what `make` calls once the Python environment stands. Whatever is there already is not
brought again, so a second call goes on where the first one failed.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from harness.browser import remote
from harness.browser.launch import NO_BROWSER, find_browser
from harness.core.exit_codes import ExitCode
from harness.reporting.html_report import GeneratorError, install_generator

_DOWNLOAD_PATIENCE = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}  # ms; a silent firewall costs five
_LOCK_PATIENCE = 300
"""Seconds that apt-get waits for another one, such as the unattended upgrades of a machine that has just started."""
_SOON = 10.0
"""Seconds after which a command that is still at work is named."""
_LAST_LINES = 12


@dataclass(frozen=True)
class _Failure:
    """A command that failed, and its own last lines."""

    command: str
    lines: Sequence[str]

    def __str__(self) -> str:
        """Give both, each line below the command."""
        return "\n".join([f"`{self.command}` failed:", *(f"  {line}" for line in self.lines)])


def install_browser() -> str:
    """Make sure that a browser is there and give its path; where none can be had, end with why.

    Playwright's own download comes first; where its host is out of reach an installed browser does, and root
    on Debian gets the distribution's.
    """
    commands = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        apt_get = ["apt-get", "-qq", "-o", f"DPkg::Lock::Timeout={_LOCK_PATIENCE}"]
        update = [*apt_get, "update"]
        install = [*apt_get, "install", "-y", "--no-install-recommends", "chromium"]
        commands += [update, install]
    failures: list[_Failure] = []
    for command in commands:
        failures += _run(command)
        if path := find_browser():
            return path
    return _stop("\n".join([*map(str, failures), NO_BROWSER]))


def _run(command: list[str]) -> list[_Failure]:
    """Run a command, say what is going on where it takes long, and give its last lines where it fails."""
    shown = " ".join(command).replace(sys.executable, "python")
    notice = threading.Timer(_SOON, print, [f"Still at work: {shown}"], {"file": sys.stderr, "flush": True})
    notice.start()
    try:
        run = subprocess.run(
            command,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env={**os.environ, **_DOWNLOAD_PATIENCE},
        )
    finally:
        notice.cancel()
    lines = [line.rstrip() for line in run.stdout.splitlines() if line.strip() and not _is_frame(line)]
    return [_Failure(shown, lines[-_LAST_LINES:])] if run.returncode else []


def _is_frame(line: str) -> bool:
    """Tell whether a line is a place in a program's own code, as node lists them below an error."""
    return line.lstrip().startswith("at ")


def _stop(sentence: str) -> str:
    print(sentence, file=sys.stderr)  # noqa: T201  a command's own output
    raise SystemExit(ExitCode.CONFIGURATION)


def main() -> None:
    """Install what is missing and say what is there; a machine whose browser is elsewhere needs none."""
    elsewhere = remote.place()
    browser = f"the one that {elsewhere} names" if elsewhere else install_browser()
    print(f"Browser: {browser}")  # noqa: T201  a command's own output
    try:
        install_generator()
    except GeneratorError as error:
        _stop(str(error))
    print("Report generator: ready")  # noqa: T201  a command's own output


if __name__ == "__main__":
    main()
