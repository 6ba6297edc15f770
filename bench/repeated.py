"""A plugin that plays each chosen scenario --repeat times, and writes how long each took to the file of --timings."""

import json
import resource
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("benchmarks")
    group.addoption("--repeat", type=int, default=1)
    group.addoption("--timings", type=Path)


@pytest.fixture(autouse=True)
def play(request: pytest.FixtureRequest) -> int:
    """Give which time it is."""
    number: int = request.param
    return number


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make as many tests of each scenario."""
    if "play" in metafunc.fixturenames:
        metafunc.parametrize("play", range(metafunc.config.getoption("--repeat")), indirect=True)


class Timings:
    """The seconds of each test with its set-up and tear-down, and the process's peak of memory after each in MB."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seconds: list[float] = []
        self._peaks: list[float] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up the phases."""
        if report.when == "setup":
            self._seconds.append(0.0)
        self._seconds[-1] += report.duration
        if report.when == "teardown":
            self._peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)

    def pytest_unconfigure(self) -> None:
        """Write them."""
        self._path.write_text(json.dumps({"seconds": self._seconds, "peaks": self._peaks}), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Look only where it is asked for."""
    if path := config.getoption("--timings"):
        config.pluginmanager.register(Timings(path))
