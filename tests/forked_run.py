"""Runs of pytest, each in a process of its own that is forked from one which has imported everything already.

Imports are most of what a short run costs. All else is as of `python -m pytest`: the process has its own environment,
working directory, session, signals and output. What is about the command itself is started by `subprocess` instead.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType

import pytest

PROJECT = Path(__file__).resolve().parents[1]

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.warm_up"])


@dataclass(frozen=True)
class Ended:
    """What a run came to; `output` holds what it wrote on standard output and standard error."""

    exit_code: int
    output: str


class ForkedRun:
    """A run that has been started; as a context manager it leaves nothing running."""

    def __init__(self, arguments: Sequence[str], *, folder: Path, variables: Mapping[str, str]) -> None:
        """Start pytest with `arguments` of its command line, in `folder`, with no other variables than these."""
        sys.audit("os.fork")  # which the process asked for it does not say itself: see tests/gears.py
        handle, name = mkstemp(prefix="forked-run-")
        os.close(handle)
        self._output = Path(name)
        self._process = _CONTEXT.Process(
            target=_carry_out, args=(list(arguments), folder, dict(variables), self._output)
        )
        with chdir(PROJECT):  # where the process that is forked looks for what it imports
            forkserver.ensure_running()
        self._process.start()

    @property
    def pid(self) -> int:
        """Give the process's id, which is its group's as well."""
        assert self._process.pid
        return self._process.pid

    def ended(self, timeout: float = 600) -> Ended:
        """Wait at most `timeout` seconds for the end; the exit code of a run that signal 9 killed is -9."""
        self._process.join(timeout)
        exit_code, output = self._process.exitcode, self._output.read_text(encoding="utf-8", errors="replace")
        assert exit_code is not None, f"the run has not ended within {timeout} s:\n{output}"
        return Ended(exit_code, output)

    def __enter__(self) -> "ForkedRun":
        """Give the run, started already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kill what is still running, and remove the output."""
        if self._process.exitcode is None:
            os.killpg(self.pid, signal.SIGKILL)
        self._process.join()
        self._output.unlink()


def run_pytest(*arguments: str, variables: Mapping[str, str], folder: Path = PROJECT) -> Ended:
    """Run pytest to its end."""
    with ForkedRun(arguments, folder=folder, variables=variables) as run:
        return run.ended()


def _carry_out(arguments: list[str], folder: Path, variables: dict[str, str], output: Path) -> None:
    """Be the process: what `python -m pytest` has, and nothing of the one that it was forked from."""
    os.setsid()
    gc.unfreeze()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    with output.open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.exit(pytest.main(arguments))
