"""What pytest-playwright leaves of a test when asked to, traces, videos and pictures: scrubbed, and in the report.

Its options are --tracing, --video and --screenshot; the files stay in the folder of --output as well.
"""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from harness.browser.recorder import attach_trace
from harness.reporting import evidence
from harness.secrets.files import scrub_file, scrub_files

_LARGEST = 5_000_000
"""Bytes of a file that the report takes in; a longer film stays beside it."""


@pytest.fixture
def output_path(output_path: str) -> Iterator[str]:
    """Scrub the test's folder once pytest-playwright has filled it, in a run that is being stopped too."""
    yield output_path
    scrub_files(Path(output_path))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Attach what was kept; of a test that passed it is known only now."""
    report = yield
    if report.when == "teardown":
        for kind, told in report.user_properties:
            path = Path(item.config.invocation_params.dir, str(told))
            if (attach := _ATTACH.get(kind)) and path.is_file():
                scrub_file(path)
                _attach_or_name(path, attach)
    return report


def _attach_or_name(path: Path, attach: Callable[[Path], None]) -> None:
    if path.stat().st_size <= _LARGEST:
        attach(path)
    else:
        evidence.attach_text(f"Where {path.name} is", f"{path} is too large to be part of this report.\n")


def _attach_video(path: Path) -> None:
    evidence.attach_webm("Video", path.read_bytes())


def _attach_picture(path: Path) -> None:
    evidence.attach_png("The page at the end", path.read_bytes())


_ATTACH = {
    "playwright_trace": attach_trace,
    "playwright_video": _attach_video,
    "playwright_screenshot": _attach_picture,
}
"""What to do with each kind of file, by the property that pytest-playwright tells it in."""
