"""Brings a fresh machine to where a run can start: a browser and the report generator.

`python -m tools.install` is what `make` calls once the Python environment stands.
"""

import os
import shutil
import subprocess
import sys

from harness.browser import remote
from harness.browser.launch import NO_BROWSER, find_browser
from harness.core.exit_codes import ExitCode
from harness.reporting.html_report import GeneratorError, install_generator

_DOWNLOAD_PATIENCE = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}  # ms; a silent firewall costs five


def install_browser() -> str:
    """Make sure that a browser is there and give its path; end with one sentence when none can be had.

    Playwright's own download comes first; where its host is out of reach an installed browser does, and root
    on Debian gets the distribution's.
    """
    _run([sys.executable, "-m", "playwright", "install", "chromium"], _DOWNLOAD_PATIENCE)
    if path := find_browser():
        return path
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        _run(["apt-get", "update", "-qq"])
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"])
    return find_browser() or _stop(NO_BROWSER)


def _run(command: list[str], extra: dict[str, str] | None = None) -> None:
    """Run a command for its effect; whether it worked is seen by what is there afterwards."""
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, **(extra or {})})


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
