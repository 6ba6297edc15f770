"""The terminal that a person sits at: it shows and asks, whatever pytest captures and wherever its output goes.

It is opened by its own name, so that nothing shown here reaches a pipe, a log or captured output.
"""

import sys
from typing import TextIO

_NAMES = ("CONIN$", "CONOUT$") if sys.platform == "win32" else ("/dev/tty", "/dev/tty")
"""What to read from and what to write to, as the operating system calls them."""


class NoTerminalError(Exception):
    """This process has no terminal: it runs in a pipeline, in the background or as a service."""


class Terminal:
    """Somebody's terminal, line by line."""

    def __init__(self, keyboard: TextIO, screen: TextIO) -> None:
        self._keyboard = keyboard
        self._screen = screen

    @classmethod
    def open(cls) -> "Terminal":
        """Open the terminal of this process; raise NoTerminalError when it has none."""
        reading, writing = _NAMES
        try:
            return cls(open(reading, encoding="utf-8"), open(writing, "w", encoding="utf-8"))  # noqa: PTH123  these are no files
        except OSError as error:
            raise NoTerminalError(str(error)) from None

    def show(self, text: str = "") -> None:
        """Write a line, or several."""
        self._write(f"{text}\n")

    def ask(self, question: str) -> str:
        """Write a question and give the line that is answered, in small letters; at the input's end, "q"."""
        self._write(question)
        line = self._keyboard.readline()
        return line.strip().lower() if line else "q"

    def close(self) -> None:
        """Let go of the terminal."""
        self._keyboard.close()
        self._screen.close()

    def _write(self, text: str) -> None:
        self._screen.write(text)
        self._screen.flush()
