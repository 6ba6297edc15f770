"""Says in one sentence that the suite itself broke, for whoever has to report it."""

import traceback
from pathlib import Path

from harness.core.finding import Finding
from harness.preflight.findings import finding
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import PROJECT

_OWN = tuple(PROJECT / folder for folder in ("api", "harness", "pages"))


def crashed(looked_at: str, error: Exception, scrubber: Scrubber) -> Finding:
    """Give the finding that the preflight broke while it looked at something: the error's type, place and words."""
    return finding("crashed-check", check=looked_at, error=scrubber.scrub(_described(error)))


def _described(error: Exception) -> str:
    said = str(error).strip().partition("\n")[0].rstrip(".")
    return ": ".join(filter(None, [f"{type(error).__name__}{_place(error)}", said]))


def _place(error: Exception) -> str:
    """Give the innermost line of the suite's own that the error went through, "" where there is none."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in _OWN):
            return f" in {path.relative_to(PROJECT).as_posix()}, line {frame.lineno}"
    return ""
