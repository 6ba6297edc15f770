"""What is found of the machine that runs the suite."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.browser import launch
from harness.preflight import machine_checks
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import Examination, Line
from harness.reporting import html_report
from harness.secrets.scrubber import Scrubber
from tests.harness.doctor.served_shop import shop_at


@pytest.fixture
def examination() -> Examination:
    """Give an examination of a shop that nobody asks."""
    return Examination(shop_at("http://127.0.0.1:9"), "test", Scrubber())


def diagnosed(check: Callable[[Examination], Iterator[Line]], examination: Examination) -> Diagnosis:
    """Look in a thread of its own: Playwright works once a thread, and other tests' browsers may be open."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: Diagnosis(list(check(examination)))).result()


def test_no_browser(examination: Examination, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither Playwright's own nor an installed one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(launch, "_PLACES", ())
    diagnosis = diagnosed(machine_checks.browser, examination)
    assert [finding.name for finding in diagnosis.findings] == ["no-browser"]
    assert "run `playwright install chromium`" in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78


def test_browser_that_does_not_start(
    examination: Examination, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is there, and lacks a library, say."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(launch, "installed_browser", lambda: str(broken))
    diagnosis = diagnosed(machine_checks.browser_starts, examination)
    assert [finding.name for finding in diagnosis.findings] == ["broken-browser"]
    assert f"The browser {broken} does not start: " in diagnosis.findings[0].text
    assert "\n" not in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78


@pytest.mark.parametrize(
    ("variable", "address", "name", "cause"),
    [
        ("BROWSER_SERVER", "ws://127.0.0.1:9/?key=key-of-a-service", "no-browser-server", "ECONNREFUSED"),
        ("BROWSER_SERVER", "127.0.0.1", "no-browser-server", "BrowserType.connect"),
        ("SELENIUM_REMOTE_URL", "http://127.0.0.1:9", "no-grid-browser", "ECONNREFUSED"),
    ],
)
def test_browser_that_is_not_elsewhere(
    examination: Examination,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    address: str,
    name: str,
    cause: str,
) -> None:
    """Whatever browser this machine has; the key that a service wants in its address is not told."""
    monkeypatch.setenv(variable, address)
    diagnosis = diagnosed(machine_checks.browser, examination)
    assert [finding.name for finding in diagnosis.findings] == [name]
    assert cause in diagnosis.findings[0].text
    assert "key-of-a-service" not in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78
    assert diagnosed(machine_checks.browser_starts, examination).lines == []


def test_no_report_generator(
    examination: Examination, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A run works without, and writes no report."""
    monkeypatch.setattr(html_report, "_INSTALLED", tmp_path / ".installed")
    diagnosis = diagnosed(machine_checks.report_generator, examination)
    assert [finding.name for finding in diagnosis.warnings] == ["no-report-generator"]
    assert "Run `make setup`" in diagnosis.warnings[0].text
    assert diagnosis.exit_code == 0
