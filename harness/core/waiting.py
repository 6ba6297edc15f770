"""The one wait for a length of time: for where nothing can be waited for that would show."""

import logging
import time


def deliberate_wait(seconds: float, reason: str) -> None:
    """Wait so many seconds; `reason` says why nothing better can be waited for, and goes to the debug log."""
    logging.getLogger(__name__).debug("Waiting %g s: %s", seconds, reason)
    time.sleep(seconds)
