"""Shows of a scenario's failure what the suite's own files did.

Around them stand a dozen frames of libraries that explain nothing; `--full-trace` shows them all the same.
"""

import sysconfig
from collections.abc import Generator
from pathlib import Path

import pytest

from harness.core.failure_message import without_page_map, words_of
from harness.core.scenario_identity import ScenarioIdentity
from harness.secrets.scrubber import scrubber

_LIBRARIES = tuple(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: "pytest.CallInfo[None]"
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Leave out the libraries' frames and a wait's map of the page; the short summary is the report's sentence."""
    readable = call.excinfo is not None and bool(ScenarioIdentity.of(item))
    if readable and call.excinfo and not item.config.getoption("fulltrace"):
        _leave_out_libraries(call.excinfo)
    report = yield
    crash = getattr(report.longrepr, "reprcrash", None)
    if readable and call.excinfo and crash:
        crash.message = scrubber.scrub(words_of(call.excinfo.value))
    return report


def _leave_out_libraries(excinfo: "pytest.ExceptionInfo[BaseException]") -> None:
    own = excinfo.traceback.filter(lambda entry: not _is_of_a_library(entry.path))
    if own:
        excinfo.traceback = own
    if isinstance(excinfo.value, AssertionError):
        excinfo.value.args = (without_page_map(str(excinfo.value)),)


def _is_of_a_library(path: Path | str) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in _LIBRARIES)
