"""`python -m tools.audit`: asks the index whether a locked package has a known vulnerability, with pip-audit.

It ends with 0 only where the index was asked of every package and knows none: with 1 where there is an advisory, where
the index does not know a package, and where it does not answer in time.
"""

import subprocess
import sys
from collections.abc import Sequence

from harness.shop.shop import PROJECT

REQUIREMENTS = PROJECT / "requirements.txt"

TIME_LIMIT = 300
"""Seconds; pip-audit itself goes on asking an index that cannot be reached."""

COMMAND = (
    *(sys.executable, "-m", "pip_audit", "--strict", "--progress-spinner", "off"),
    # The locked file is read as it stands: nothing is resolved or installed for it.
    *("--disable-pip", "--require-hashes", "--requirement", str(REQUIREMENTS)),
)


def main(command: Sequence[str] = COMMAND, time_limit: float = TIME_LIMIT) -> int:
    """Give 0 or 1."""
    try:
        finished = subprocess.run(command, check=False, timeout=time_limit)
    except subprocess.TimeoutExpired:
        sys.stderr.write(
            f"The index did not answer within {time_limit:g} s, so nothing is known of the packages. "
            "Look whether this machine reaches it, then run the audit again.\n"
        )
        return 1
    return 1 if finished.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
