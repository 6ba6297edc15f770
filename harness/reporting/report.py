"""The option --allure-report: after the run, one HTML page and one of Markdown, and a sentence about how it went."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from harness.reporting.build import build
from harness.reporting.html_report import PAGE, GeneratorError, generate
from harness.reporting.run_sentence import RunSentence
from harness.reporting.summary import SUMMARY, Results
from harness.reporting.writer import keep_old_results

HISTORY = "history.jsonl"
"""It stands beside the folder of the report, as the summary does."""

_OPTION = "--allure-report"
_URL = "REPORT_URL"
"""The variable by which a pipeline says where it is going to publish the report."""


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


def pytest_cmdline_main(config: pytest.Config) -> None:
    """Remove the report of an earlier run before anything can go wrong: it would pass for this one's.

    Old results are for the controller alone to clean: a worker that starts late would take new ones.
    """
    if hasattr(config, "workerinput"):
        keep_old_results(config)
    elif report := Report.asked_for(config):
        report.remove()


class Report:
    """The report of one run: the page, the summary beside its folder, and what the terminal says at the end."""

    def __init__(self, config: pytest.Config) -> None:
        here = config.invocation_params.dir
        self._target = Path(here, config.getoption("allure_report"))
        self._summary = self._target.parent / SUMMARY
        self._results = Path(config.getoption("--alluredir") or "")
        history = config.getoption("--allure-history")
        self._history = Path(here, history) if history else self._target.parent / HISTORY
        self._page: Path | None = None
        self._problem = ""

    @classmethod
    def asked_for(cls, config: pytest.Config) -> "Report | None":
        """Give the report that the command line asks for, None where there is to be none.

        Raises pytest.UsageError where there would be no results to write it of.
        """
        option = config.option
        is_listing = option.collectonly or option.help
        if not option.allure_report or is_listing or hasattr(config, "workerinput"):
            return None
        if not config.getoption("--alluredir"):
            raise pytest.UsageError(f"{_OPTION} needs --alluredir, the folder with the results")
        return cls(config)

    def remove(self) -> None:
        """Remove what an earlier run left; raises pytest.UsageError where that is not possible."""
        try:
            (self._target / PAGE).unlink(missing_ok=True)
            self._summary.unlink(missing_ok=True)
        except OSError as error:
            raise pytest.UsageError(f"{_OPTION}: the old report cannot be removed ({error})") from None

    def write(self) -> None:
        """Write the page, once all results are there; a problem is kept for the terminal and changes no exit code."""
        try:
            self._page = generate(self._results, self._target, self._history)
        except GeneratorError as error:
            self._problem = str(error)
        except OSError as error:
            self._problem = f"The report could not be written: {error}."

    def sum_up(self, terminal: pytest.TerminalReporter, sentence: RunSentence, errors: Sequence[str]) -> None:
        """Say how the run went and where the report is, and write the summary."""
        terminal.section("verdict")
        terminal.line(str(sentence), bold=True, green=sentence.is_good, red=not sentence.is_good)
        for error in errors:
            terminal.line(error, red=True)
        for line in (*_failures(terminal), *_known(terminal)):
            terminal.line(f"  {line}")
        if self._page:
            terminal.line(f"Report: {_readable(self._page)}")
        if self._problem:
            terminal.line(self._problem, red=True)
        try:
            self._write_summary(str(sentence))
        except OSError as error:
            terminal.line(f"The summary could not be written: {error}.", red=True)

    def _write_summary(self, sentence: str) -> None:
        page = self._page.relative_to(self._summary.parent).as_posix() if self._page else ""
        results = Results(self._results, build(), os.environ.get(_URL) or page, sentence)
        self._summary.write_text(results.summary(), encoding="utf-8")


def _failures(terminal: pytest.TerminalReporter) -> Iterator[str]:
    """Give each failed scenario a line: pytest's own lines have no room beside the names of functions."""
    named = set()
    for report in (*terminal.stats.get("failed", ()), *terminal.stats.get("error", ())):
        names = dict(getattr(report, "user_properties", ()))
        crash = getattr(report.longrepr, "reprcrash", None)
        if crash and "scenario" in names and report.nodeid not in named:
            named.add(report.nodeid)
            reason, _, _ = crash.message.partition("\n")
            again = names.get("played again")
            yield f"{names.get('id', names['scenario'])}: {reason}{f' ({again} when played again)' if again else ''}"


def _known(terminal: pytest.TerminalReporter) -> Iterator[str]:
    """Give each scenario a line that met a known defect of its shop's version, or whose shop has been mended."""
    for report in (*terminal.stats.get("xfailed", ()), *terminal.stats.get("xpassed", ())):
        names = dict(getattr(report, "user_properties", ()))
        if "scenario" in names:
            yield f"{names.get('id', names['scenario'])}: {report.wasxfail}"


def _readable(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
