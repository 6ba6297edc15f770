"""The option --allure-report: after the run, one HTML page and one of Markdown, and a sentence about how it went."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from harness.reporting import run_errors
from harness.reporting.build import build
from harness.reporting.html_report import PAGE, GeneratorError, generate
from harness.reporting.summary import SUMMARY, Run
from harness.reporting.verdict import Verdict

HISTORY = "history.jsonl"
"""It stands beside the folder of the report, as the summary does."""

_OPTION = "--allure-report"
_ADDRESS = "REPORT_URL"
"""The variable by which a pipeline tells where it is going to publish the report."""

_report = pytest.StashKey[Path]()
_failure = pytest.StashKey[str]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("reporting")
    group.addoption(
        _OPTION,
        metavar="DIR",
        help=f"write the results of --alluredir as one page, DIR/{PAGE}, after the run, and DIR/../{SUMMARY}",
    )
    group.addoption(
        "--allure-history",
        metavar="FILE",
        help=f"the file that the report knows earlier runs by, and adds this one to (by default DIR/../{HISTORY})",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Remove the report of an earlier run before anything can go wrong: it would pass for this one's."""
    if not _is_asked_for(config):
        return
    if not config.getoption("allure_report_dir"):
        raise pytest.UsageError(f"{_OPTION} needs --alluredir, the folder with the results")
    try:
        (_target(config) / PAGE).unlink(missing_ok=True)
        _summary(config).unlink(missing_ok=True)
    except OSError as error:
        raise pytest.UsageError(f"{_OPTION}: the old report cannot be removed ({error})") from None


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None]:
    """Write the report once all results are; trylast lets this finish before the terminal's summary."""
    yield
    config = session.config
    if not _is_asked_for(config):
        return
    try:
        config.stash[_report] = generate(_results(config), _target(config), _history(config))
    except GeneratorError as error:
        config.stash[_failure] = str(error)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Say how the run went and where the report is; a report that is missing changes no exit code."""
    if not _is_asked_for(config):
        return
    verdict = Verdict(terminalreporter.stats, interrupted=exitstatus == pytest.ExitCode.INTERRUPTED)
    terminalreporter.section("verdict")
    terminalreporter.line(str(verdict), bold=True, green=verdict.is_good, red=not verdict.is_good)
    for trouble in run_errors.noted():
        terminalreporter.line(trouble, red=True)
    for line in _failures(terminalreporter):
        terminalreporter.line(f"  {line}")
    if report := config.stash.get(_report, None):
        terminalreporter.line(f"Report: {_readable(report)}")
    if failure := config.stash.get(_failure, None):
        terminalreporter.line(failure, red=True)
    _write_summary(config, str(verdict))


def _failures(reporter: pytest.TerminalReporter) -> Iterator[str]:
    """Tell each failed scenario in a line: pytest's own lines have no room beside the names of functions."""
    told = set()
    for report in (*reporter.stats.get("failed", ()), *reporter.stats.get("error", ())):
        names = dict(getattr(report, "user_properties", ()))
        crash = getattr(report.longrepr, "reprcrash", None)
        if crash and "scenario" in names and report.nodeid not in told:
            told.add(report.nodeid)
            reason, _, _ = crash.message.partition("\n")
            yield f"{names.get('id', names['scenario'])}: {reason}"


def _write_summary(config: pytest.Config, verdict: str) -> None:
    path = _summary(config)
    report = config.stash.get(_report, None)
    address = os.environ.get(_ADDRESS) or (report.relative_to(path.parent).as_posix() if report else "")
    run = Run(_results(config), build(), address, verdict)
    path.write_text(run.summary(), encoding="utf-8")


def _is_asked_for(config: pytest.Config) -> bool:
    """Tell whether this process writes one: not a worker of a parallel run, a listing or a help text."""
    option = config.option
    return bool(option.allure_report and not option.collectonly and not option.help) and not hasattr(
        config, "workerinput"
    )


def _results(config: pytest.Config) -> Path:
    return Path(config.getoption("allure_report_dir"))


def _target(config: pytest.Config) -> Path:
    return Path(config.invocation_params.dir, config.getoption("allure_report"))


def _summary(config: pytest.Config) -> Path:
    return _target(config).parent / SUMMARY


def _history(config: pytest.Config) -> Path:
    told = config.getoption("--allure-history")
    return Path(config.invocation_params.dir, told) if told else _target(config).parent / HISTORY


def _readable(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
