"""Shows of a scenario's failure what the suite's own files did.

Around them stand a dozen frames of libraries that explain nothing; `--full-trace` shows them all the same.
"""

import sysconfig
from pathlib import Path

import pytest

from harness.core.causes import Judgement
from harness.core.failure_message import message_of, without_page_map

_LIBRARIES = tuple(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib"))


def shorten(excinfo: "pytest.ExceptionInfo[BaseException]") -> None:
    """Leave out the libraries' frames and a wait's map of the page, before pytest writes the failure down."""
    own = excinfo.traceback.filter(lambda entry: not _is_of_a_library(entry.path))
    if own:
        excinfo.traceback = own
    if isinstance(excinfo.value, AssertionError):
        excinfo.value.args = (without_page_map(str(excinfo.value)),)


def sum_up(report: pytest.TestReport, failure: BaseException, judgement: Judgement | None) -> None:
    """Let pytest's short summary say what the report says."""
    if crash := getattr(report.longrepr, "reprcrash", None):
        crash.message = judged_message(failure, judgement)


def judged_message(failure: BaseException, judgement: Judgement | None) -> str:
    """Give a failure's sentence, with what the shop said when it was asked again."""
    message = message_of(failure)
    if not (judgement and judgement.message):
        return message
    explanation = (
        judgement.message
        if judgement.seen.removeprefix("Seen: ").rstrip(".") in message
        else judgement.explanation
    )
    return f"{message}{'' if message[-1:] in '.?!' else '.'} {explanation}"


def _is_of_a_library(path: Path | str) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in _LIBRARIES)
