"""The codes that a run or a command ends with; docs/exit-codes.md says whom to ask for which.

pytest's own (2 to 5) are `pytest.ExitCode`'s. From 69 on they are those of sysexits.h and of shells.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process leaves to whoever called it."""

    PASSED = 0
    """Everything was carried out, and is as promised."""

    BROKEN = 1
    """A promise of the shop's is broken."""

    UNAVAILABLE = 69
    """The shop cannot be tested: it does not answer, or not as a Magento shop does (EX_UNAVAILABLE)."""

    SOFTWARE = 70
    """The suite itself broke: a fault of ours (EX_SOFTWARE)."""

    CONFIGURATION = 78
    """Settings, credentials or the browser are wrong or missing (EX_CONFIG)."""

    INTERRUPTED = 130
    """Somebody pressed Ctrl-C at a command; pytest's own code for a run is 2."""
