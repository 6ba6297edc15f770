"""What is found of the machine that runs the suite."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.browser import launch
from harness.preflight.check import Check
from harness.preflight.checks import CHECKS, checks_for
from harness.preflight.diagnosis import Diagnosis
from harness.reporting import html_report
from harness.reporting.report_check import REPORT
from harness.secrets.scrubber import Scrubber
from tests.preflight.examined import examine
from tests.preflight.served_shop import shop_at

BROWSER, BROWSER_STARTS = (check for check in CHECKS if check.title == "browser")


def diagnosed(*checks: Check) -> Diagnosis:
    """Look in a thread of its own: Playwright works once a thread, and other tests' browsers may be open."""
    shop = shop_at("http://127.0.0.1:9")

    def look() -> Diagnosis:
        diagnosis, _ = examine(shop, "test", Scrubber(), wait=0, tell=print, thorough=True, checks=checks)
        return diagnosis

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(look).result()


def asked_for(browser: launch.Asked) -> Check:
    """Give the check of a run whose options ask for these browsers."""
    return next(check for check in checks_for(browser) if check.id == BROWSER.id)


@pytest.mark.usefixtures("processes")
def test_no_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither Playwright's own nor an installed one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(launch, "_PLACES", ())
    diagnosis = diagnosed(BROWSER)
    assert [finding.id for finding in diagnosis.findings] == ["no-browser"]
    assert "Run `playwright install chromium`" in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78


@pytest.mark.usefixtures("processes")
def test_browser_that_does_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is there, and lacks a library, say."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(launch, "installed_browser", lambda: str(broken))
    diagnosis = diagnosed(BROWSER, BROWSER_STARTS)
    assert [finding.id for finding in diagnosis.findings] == ["broken-browser"]
    assert f"The browser {broken} does not start: " in diagnosis.findings[0].text
    assert "\n" not in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78


@pytest.mark.parametrize(
    ("variable", "url", "name", "cause"),
    [
        ("BROWSER_SERVER", "ws://127.0.0.1:9/?key=key-of-a-service", "no-browser-server", "ECONNREFUSED"),
        ("BROWSER_SERVER", "127.0.0.1", "no-browser-server", "BrowserType.connect"),
        ("SELENIUM_REMOTE_URL", "http://127.0.0.1:9", "no-grid-browser", "ECONNREFUSED"),
    ],
)
@pytest.mark.usefixtures("processes")
def test_browser_that_is_not_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    url: str,
    name: str,
    cause: str,
) -> None:
    """Whatever browser this machine has; the key that a service wants in its url is unknown."""
    monkeypatch.setenv(variable, url)
    diagnosis = diagnosed(BROWSER)
    assert [finding.id for finding in diagnosis.findings] == [name]
    assert cause in diagnosis.findings[0].text
    assert "key-of-a-service" not in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78
    assert [found.id for found in diagnosed(BROWSER, BROWSER_STARTS).findings] == [name]


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize(
    ("asked", "option", "program"),
    [
        (launch.Asked(engines=("firefox",)), "--browser firefox", "firefox"),
        (launch.Asked(engines=("chromium", "webkit")), "--browser webkit", "webkit"),
        (launch.Asked(channel="msedge"), "--browser-channel msedge", "msedge"),
        (launch.Asked(video="retain-on-failure"), "--video retain-on-failure", "ffmpeg"),
    ],
)
@pytest.mark.usefixtures("processes")
def test_program_that_an_option_needs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, asked: launch.Asked, option: str, program: str
) -> None:
    """Each is tried before the run; the sentence names the option and what to install."""
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    diagnosis = diagnosed(asked_for(asked))
    assert [finding.id for finding in diagnosis.findings] == ["browser-option"]
    assert f"This machine lacks what {option} asks for: " in diagnosis.findings[0].text
    assert f"Run `playwright install {program}`" in diagnosis.findings[0].text
    assert "\n" not in diagnosis.findings[0].text
    assert diagnosis.exit_code == 78


@pytest.mark.usefixtures("processes")
def test_browser_as_every_machine_has_it() -> None:
    """The control of the test above, with the same machine."""
    assert diagnosed(asked_for(launch.Asked())).findings == ()


def test_no_report_generator(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A run works without, and writes no report."""
    monkeypatch.setattr(html_report, "_INSTALLED", tmp_path / ".installed")
    diagnosis = diagnosed(REPORT)
    assert [finding.id for finding in diagnosis.warnings] == ["no-report-generator"]
    assert "Run `make setup`" in diagnosis.warnings[0].text
    assert diagnosis.exit_code == 0
