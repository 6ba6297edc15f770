"""What a table's command prints of each row that it has tried."""

import sys
from collections.abc import Iterable


def print_trial(row: str, problems: Iterable[str], *, expected: str) -> None:
    """Print a row's name behind the word for what was expected of it, or else its problems, a line each."""
    lines = [f"{'':16} {problem}" for problem in problems]
    sys.stdout.write("\n".join([f"{'not as expected' if lines else expected:16} {row}", *lines]) + "\n")
    sys.stdout.flush()
