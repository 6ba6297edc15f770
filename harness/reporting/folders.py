"""Looks, before anything else, whether everything that a run is to write can be written where the command line says.

A run that finds out at its end has a verdict and no report, or neither. Each folder is made, and gets a file of a few
bytes that is removed again: permissions say little, for root as for what is mounted.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.core.exit_codes import ExitCode

_FOLDERS = ("--alluredir", "--allure-report", "--output")
_FILES = ("--allure-history", "--junitxml")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """End with 78 and a sentence for each place that cannot be written; a worker writes where its controller does."""
    is_listing = config.option.collectonly or config.option.help or config.option.version
    if is_listing or hasattr(config, "workerinput"):
        return None
    problems = list(problems_of(config))
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    return ExitCode.CONFIGURATION if problems else None


def problems_of(config: pytest.Config) -> Iterator[str]:
    """Name the options whose folder cannot be written, each with why and what to do."""
    for option, folder in _places(config):
        try:
            _try(folder)
        except OSError as error:
            yield (
                f"{option}: nothing can be written to {folder} ({error.strerror or error}). Name another folder, or "
                "make this one writable."
            )


def _places(config: pytest.Config) -> Iterator[tuple[str, Path]]:
    here = config.invocation_params.dir
    for option in _FOLDERS:
        if value := config.getoption(option, None):
            yield option, Path(here, value)
            if option == "--allure-report":  # the summary stands beside it
                yield option, Path(here, value).parent
    for option in _FILES:
        if value := config.getoption("xmlpath" if option == "--junitxml" else option, None):
            yield option, Path(here, value).parent


def _try(folder: Path) -> None:
    """Write a file there; a folder that was made for it goes again, for others look whether it is there."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"can be written")
    if made:
        folder.rmdir()
