"""A disk that is full takes films, pictures and traces, but neither the verdict nor a secret's cover."""

import errno
from pathlib import Path
from typing import Any

import pytest

from harness.browser.recorder import Recorder
from harness.core.events import Events
from harness.run.scenario import scenario_of
from harness.secrets.files import FileScrubber
from harness.secrets.scrubber import Scrubber

FULL = "OSError: [Errno 28] No space left on device: '/disk/video.webm'"


@pytest.fixture
def recorder(pytestconfig: pytest.Config) -> Recorder:
    """Give what records this process's browsers."""
    return Recorder(pytestconfig, Events(pytestconfig), Scrubber())


def torn_down(recorder: Recorder, item: pytest.Item, *, failure: str = "", **more: Any) -> pytest.TestReport:
    """End a test whose own tear-down went well, or failed, and whose files pytest-playwright could not keep."""

    def tear_down() -> None:
        if failure:
            raise AssertionError(failure)

    call = pytest.CallInfo.from_call(tear_down, "teardown")
    report = pytest.TestReport.from_item_and_call(item, call)
    vars(report).update(more)
    makereport = recorder.pytest_runtest_makereport(item, call)
    next(makereport)
    try:
        makereport.send(report)
    except StopIteration as ended:
        given: pytest.TestReport = ended.value
        return given
    raise AssertionError("it went on")


def test_files_that_cannot_be_kept_fail_no_test(recorder: Recorder, request: pytest.FixtureRequest) -> None:
    """pytest-playwright calls the test failed; the run says what is missing and why."""
    report = torn_down(recorder, request.node, outcome="failed", longrepr=f"Traceback:\n{FULL}\n")
    assert (report.outcome, report.longrepr) == ("passed", None)
    assert recorder.problems == [f"Traces, films or pictures are incomplete: {FULL}."]


def test_failure_of_its_own_stays(recorder: Recorder, request: pytest.FixtureRequest) -> None:
    """What could not be kept beside it is said all the same."""
    sections = [("Playwright artifacts error", f"Traceback:\n{FULL}\n")]
    report = torn_down(recorder, request.node, failure="customers are left", sections=sections)
    assert report.failed
    assert "customers are left" in report.longreprtext
    assert recorder.problems == [f"Traces, films or pictures are incomplete: {FULL}."]


def test_nothing_is_said_where_nothing_is_lost(recorder: Recorder, request: pytest.FixtureRequest) -> None:
    """The control of the tests above."""
    assert torn_down(recorder, request.node).passed
    assert recorder.problems == []


def test_film_that_is_missing(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """pytest-playwright passes over it in silence."""
    monkeypatch.setattr(pytestconfig.option, "video", "on")
    scenario_of(request.node).contexts.append("a browser")  # type: ignore[arg-type]
    recorder = Recorder(pytestconfig, Events(pytestconfig), Scrubber())
    torn_down(recorder, request.node, user_properties=[("playwright_video", "video.webm")])
    assert recorder.problems == []
    torn_down(recorder, request.node)
    assert recorder.problems == [
        "Traces, films or pictures are incomplete: there is no film of test_film_that_is_missing."
    ]
    scenario_of(request.node).contexts.clear()


def test_file_that_cannot_be_scrubbed_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Better no file than one that tells a secret."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    scrubber = Scrubber()
    scrubber.hide("Aa1!secret-of-hers")
    reported = tmp_path / "page.html"
    reported.write_text("her password is Aa1!secret-of-hers")
    clean = tmp_path / "clean.html"
    clean.write_text("nothing")
    monkeypatch.setattr(Path, "write_bytes", full)
    problems = FileScrubber(scrubber).scrub_folder(tmp_path)
    assert problems == [f"{reported} could not be written (No space left on device)"]
    assert list(tmp_path.iterdir()) == [clean]
