"""A person at a terminal: a program whose terminal is a pseudo-terminal, read and answered by a test."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

PATIENCE = 120.0
"""Seconds until something is expected to show; a browser on a busy machine is slow."""

_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(int(sys.argv[1]), termios.TIOCSCTTY, 0)
os.execv(sys.argv[2], sys.argv[2:])
"""


class TerminalSession:
    """Runs a command that has a terminal; its standard output goes to `log`, not to that terminal."""

    def __init__(
        self, command: Sequence[str], *, folder: Path, variables: Mapping[str, str], log: Path
    ) -> None:
        self.seen = ""
        self._read_from = 0
        self._terminal, theirs = pty.openpty()
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _TAKE_TERMINAL, str(theirs), *command],
                cwd=folder,
                env=dict(variables),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[theirs],
                start_new_session=True,
            )
        os.close(theirs)

    def __enter__(self) -> "TerminalSession":
        """Give the session, started already."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing running."""
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def wait_for(self, text: str) -> str:
        """Wait until `text` is shown after what was waited for before, and give what came up to its end."""
        end = time.monotonic() + PATIENCE
        while text not in self.seen[self._read_from :]:
            assert time.monotonic() < end, f"{text!r} was never shown; the terminal shows:\n{self.seen}"
            assert self._read(), f"{text!r} was never shown before the end; the terminal shows:\n{self.seen}"
        begin, self._read_from = self._read_from, self.seen.index(text, self._read_from) + len(text)
        return self.seen[begin : self._read_from]

    def type(self, line: str = "") -> None:
        """Type a line and press Enter."""
        os.write(self._terminal, f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.write(self._terminal, termios.tcgetattr(self._terminal)[6][termios.VINTR])

    def end(self) -> int:
        """Read until the program ends and give its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"the program does not end; the terminal shows:\n{self.seen}"
        return self._process.wait(PATIENCE)

    def _read(self) -> bool:
        """Take what comes within a second, False when nothing can come any more."""
        ready, _, _ = select.select([self._terminal], [], [], 1)
        if not ready:
            return True
        try:
            content = os.read(self._terminal, 65536)
        except OSError:  # how Linux tells the end of a pseudo-terminal
            return False
        self.seen += content.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(content)
