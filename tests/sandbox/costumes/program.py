"""The store as the program that people start, for what only shows from outside the process."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[3]
COMMAND = (sys.executable, "-m", "sandbox", "--port", "0", "--exit-with-parent")


@contextmanager
def running(*options: str) -> Iterator[str]:
    """Run the store for as long as the block lasts, and give its address."""
    with subprocess.Popen(
        [*COMMAND, *options], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as store:
        assert store.stdout is not None
        try:
            found = re.search(r"https?://[^/\s]+", store.stdout.readline())
            assert found is not None
            yield found.group()
        finally:
            store.terminate()


def complaint(*options: str, **environment: str) -> str:
    """Start the store with options that it does not take, and give what it says."""
    ended = subprocess.run(
        [*COMMAND, *options],
        cwd=PROJECT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    return ended.stderr.strip().splitlines()[-1]
