"""Keeps secrets out of what pytest itself writes: failures on the terminal, captured output, JUnit's XML.

Reports are scrubbed where they are made, in the worker of a parallel run, before anybody else sees them.
"""

import dataclasses
from typing import Any

import pytest

from harness.secrets.scrubber import Scrubber


def scrub_report(report: pytest.TestReport | pytest.CollectReport, scrubber: Scrubber) -> None:
    """Scrub a failure's every text, the captured output, and the properties that travel with a report."""
    report.longrepr = _scrubbed(report.longrepr, scrubber)
    report.sections = _scrubbed(report.sections, scrubber)
    if isinstance(report, pytest.TestReport):
        report.user_properties = _scrubbed(report.user_properties, scrubber)


def _scrubbed(value: Any, scrubber: Scrubber) -> Any:
    """Scrub every text in a failure, which pytest builds of dataclasses, lists and tuples."""
    if isinstance(value, str):
        return scrubber.scrub(value)
    if isinstance(value, list | tuple):
        return type(value)(_scrubbed(each, scrubber) for each in value)
    if dataclasses.is_dataclass(value) or hasattr(value, "toterminal"):
        for name, each in vars(value).items():
            setattr(value, name, _scrubbed(each, scrubber))
    return value
