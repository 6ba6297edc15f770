"""The terminal that a person sits at: it shows and asks, whatever pytest captures and wherever its output goes.

It is opened by its own name, so that nothing shown here reaches a pipe, a log or captured output.
"""

import sys
import threading
from collections.abc import Callable
from io import RawIOBase
from queue import Empty, SimpleQueue
from typing import TextIO

_NAMES = ("CONIN$", "CONOUT$") if sys.platform == "win32" else ("/dev/tty", "/dev/tty")
"""What to read from and what to write to, as the operating system calls them."""

_LONGEST_LINE = 4096
_MOMENT = 0.05
"""Seconds between two looks at whether an answer has come."""


class NoTerminalError(Exception):
    """This process has no terminal: it runs in a pipeline, in the background or as a service."""


class Terminal:
    """Somebody's terminal, line by line."""

    def __init__(self, keyboard: RawIOBase, screen: TextIO) -> None:
        """Take a keyboard without a buffer, so that nothing is locked while a line is waited for."""
        self._keyboard = keyboard
        self._screen = screen

    @classmethod
    def open(cls) -> "Terminal":
        """Open the terminal of this process; raise NoTerminalError when it has none."""
        reading, writing = _NAMES
        try:
            return cls(open(reading, "rb", buffering=0), open(writing, "w", encoding="utf-8"))  # noqa: PTH123  no files
        except OSError as error:
            raise NoTerminalError(str(error)) from None

    def show(self, text: str = "") -> None:
        """Write a line, or several."""
        self._write(f"{text}\n")

    def ask(self, question: str, meanwhile: Callable[[], object] = lambda: None) -> str:
        """Write a question and give the line that is answered, in small letters; at the input's end, "q".

        `meanwhile` is called again and again until then, for what has to live on.
        """
        self._write(question)
        lines: SimpleQueue[bytes] = SimpleQueue()
        threading.Thread(target=lambda: lines.put(self._line()), daemon=True).start()
        while True:
            try:
                line = lines.get(timeout=_MOMENT)
            except Empty:
                meanwhile()
            else:
                return line.decode("utf-8", "replace").strip().lower() if line else "q"

    def _line(self) -> bytes:
        try:
            return self._keyboard.read(_LONGEST_LINE) or b""
        except OSError:  # the terminal was closed
            return b""

    def _write(self, text: str) -> None:
        self._screen.write(text)
        self._screen.flush()
