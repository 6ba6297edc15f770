"""Keeps secrets out of what pytest itself writes: failures on the terminal, captured output, JUnit's XML.

Reports are scrubbed where they are made, in the worker of a parallel run, before anybody else sees them.
"""

import dataclasses
from collections.abc import Generator
from typing import Any

import pytest

from harness.secrets.scrubber import scrubber


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Scrub a test's report; trylast makes this wrapper the innermost, so that all others see it scrubbed."""
    report = yield
    _scrub(report)
    return report


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Scrub what failed before any test."""
    report = yield
    _scrub(report)
    return report


def _scrub(report: pytest.TestReport | pytest.CollectReport) -> None:
    report.longrepr = _scrubbed(report.longrepr)
    report.sections = _scrubbed(report.sections)
    if isinstance(report, pytest.TestReport):
        report.user_properties = _scrubbed(report.user_properties)


def _scrubbed(value: Any) -> Any:
    """Scrub every text in a failure, which pytest builds of dataclasses, lists and tuples."""
    if isinstance(value, str):
        return scrubber.scrub(value)
    if isinstance(value, list | tuple):
        return type(value)(_scrubbed(each) for each in value)
    if dataclasses.is_dataclass(value) or hasattr(value, "toterminal"):
        for name, each in vars(value).items():
            setattr(value, name, _scrubbed(each))
    return value
