"""The machine that a generated page's numbers are of, and the day."""

import os
import platform
from datetime import UTC, datetime

_BYTES = 1024**3


def machine() -> str:
    """Give its size and system: "2 cores, 8 GB, Linux x86_64, Python 3.11.7"."""
    cores = os.cpu_count() or 1
    memory = f", {_memory() / _BYTES:.0f} GB" if hasattr(os, "sysconf") else ""
    return (
        f"{cores} cores{memory}, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    )


def today() -> str:
    """Give the day in UTC: "2026-11-29"."""
    return f"{datetime.now(UTC):%Y-%m-%d}"


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
