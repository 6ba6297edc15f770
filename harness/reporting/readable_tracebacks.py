"""Shows of a scenario's failure what the suite's own files did.

Around them stand a dozen frames of libraries that explain nothing; `--full-trace` shows them all the same.
"""

import sysconfig
from pathlib import Path

import pytest

from harness.reporting.results import without_page_map
from harness.reporting.scenario_identity import ScenarioIdentity

_LIBRARIES = tuple(Path(sysconfig.get_path(name)) for name in ("purelib", "platlib"))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: "pytest.CallInfo[None]") -> None:
    """Leave out the libraries' frames, and a wait's map of the page, before the report is made."""
    if call.excinfo is None or item.config.getoption("fulltrace") or not ScenarioIdentity.of(item):
        return
    own = call.excinfo.traceback.filter(lambda entry: not _is_of_a_library(entry.path))
    if own:
        call.excinfo.traceback = own
    if isinstance(call.excinfo.value, AssertionError):
        call.excinfo.value.args = (without_page_map(str(call.excinfo.value)),)


def _is_of_a_library(path: Path | str) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in _LIBRARIES)
