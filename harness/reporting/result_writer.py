"""The last station of a result before its file: it is completed, and no secret gets past.

It takes the place of the writer that allure-pytest registers, and hands on to it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attr
from allure_commons import hookimpl
from allure_commons.model2 import TestResult, TestResultContainer

from harness.reporting import fixture_titles
from harness.secrets.scrubber import scrubber

Complete = Callable[[TestResult], None]
"""Writes into a result what allure-pytest does not know."""


class Writer:
    """Stands before allure-pytest's writer: completes what passes, and lets no secret through."""

    def __init__(self, stock_writer: Any, complete: Complete) -> None:
        self._stock_writer = stock_writer
        self._complete = complete

    @hookimpl
    def report_result(self, result: TestResult) -> None:
        """Write a test's result."""
        self._complete(result)
        self._stock_writer.report_result(_scrubbed(result))

    @hookimpl
    def report_container(self, container: TestResultContainer) -> None:
        """Write the set-ups and tear-downs that are to be shown, under their titles."""
        container.befores = [
            attr.evolve(each, name=title)
            for each in container.befores
            if (title := fixture_titles.set_up_title(each.name, each.status))
        ]
        container.afters = [
            attr.evolve(each, name=title)
            for each in container.afters
            # One without a status is pytest's own last finalizer, in which the container is written.
            if each.status and (title := fixture_titles.tear_down_title(each.name, each.status))
        ]
        if container.befores or container.afters:
            self._stock_writer.report_container(_scrubbed(container))

    @hookimpl
    def report_attached_data(self, body: str | bytes, file_name: str) -> None:
        """Write an attachment."""
        clean = scrubber.scrub(body) if isinstance(body, str) else scrubber.scrub_bytes(body)
        self._stock_writer.report_attached_data(clean, file_name)

    @hookimpl
    def report_attached_file(self, source: str, file_name: str) -> None:
        """Write a file as an attachment."""
        self.report_attached_data(Path(source).read_bytes(), file_name)

    @hookimpl
    def report_globals(self, globals_item: Any) -> None:
        """Write an error of the run itself."""
        self._stock_writer.report_globals(_scrubbed(globals_item))


def _scrubbed(item: Any) -> Any:
    """Scrub every text of a result, however deep."""
    if isinstance(item, str):
        return scrubber.scrub(item)
    if isinstance(item, list):
        return [_scrubbed(each) for each in item]
    if attr.has(type(item)):
        changes = {field.name: _scrubbed(getattr(item, field.name)) for field in attr.fields(type(item))}
        return attr.evolve(item, **changes)
    return item
