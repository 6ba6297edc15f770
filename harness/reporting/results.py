"""Allure's side of the bridge: every private corner of allure-pytest that reporting leans on is in this file.

allure-pytest opens and closes a test's result and its fixtures; from here steps and attachments join them,
and results pass through a writer that completes and scrubs them on their way to the file.
"""

import time
import uuid
from collections.abc import Mapping
from typing import Any

import pytest
from allure_commons import plugin_manager
from allure_commons.logger import AllureFileLogger
from allure_commons.model2 import (
    ExecutableItem,
    Parameter,
    Status,
    StatusDetails,
    TestAfterResult,
    TestBeforeResult,
    TestResult,
    TestStepResult,
)

from harness.core.causes import Cause, cause_of
from harness.core.failure_message import words_of
from harness.reporting import fixture_titles
from harness.reporting.result_writer import Complete, Writer


class OpenResults:
    """The results that are being written by this process, and the file writer behind them."""

    def __init__(self, listener: Any, complete: Complete) -> None:
        """Step between allure-pytest's `listener` and its writer; `complete` sees each test's result last."""
        self._reporter: Any = listener.allure_logger
        self._stock_writer = next(p for p in plugin_manager.get_plugins() if isinstance(p, AllureFileLogger))
        self._writer = Writer(self._stock_writer, complete)
        plugin_manager.unregister(self._stock_writer)
        plugin_manager.register(self._writer)

    def close(self) -> None:
        """Give the writer's place back, for allure-pytest unregisters its own at the end."""
        plugin_manager.unregister(self._writer)
        plugin_manager.register(self._stock_writer)

    def current_test(self) -> TestResult | None:
        """Give the result of the test that is being run."""
        test: TestResult | None = self._reporter.get_test(None)
        return test

    def start_step(self, title: str) -> str:
        """Open a step and give its handle."""
        handle = _new_handle()
        self._reporter.start_step(None, handle, TestStepResult(name=title, start=now()))
        return handle

    def add_parameters(self, handle: str, values: Mapping[str, object]) -> None:
        """Show what an open step was called with."""
        step: TestStepResult = self._reporter.get_item(handle)
        step.parameters += [Parameter(name=name, value=str(value)) for name, value in values.items()]

    def stop_step(self, handle: str, exception: BaseException | None) -> None:
        """Close a step with the status that its exception stands for."""
        details = StatusDetails(message=words_of(exception)) if exception else None
        self._reporter.stop_step(handle, stop=now(), status=status_of(exception), statusDetails=details)

    def attach(self, name: str, content: str | bytes, mime_type: str, extension: str) -> None:
        """Attach a file to the innermost shown thing that is open; without any it is dropped."""
        place = next((handle for handle in reversed(self._reporter._items) if self._is_shown(handle)), None)  # noqa: SLF001
        if place:
            self._reporter.attach_data(_new_handle(), content, name, mime_type, extension, parent_uuid=place)

    def add_result(self, result: TestResult) -> None:
        """Add the result of something that pytest knows no test for."""
        self._writer.report_result(result)

    def add_error(self, message: str) -> None:
        """Add an error of the run itself."""
        self._reporter.global_error(message=message)

    def _is_shown(self, handle: str) -> bool:
        item = self._reporter.get_item(handle)
        if isinstance(item, TestBeforeResult):
            return fixture_titles.set_up_title(item.name) is not None
        if isinstance(item, TestAfterResult):
            return fixture_titles.tear_down_title(item.name) is not None
        return isinstance(item, ExecutableItem)


def now() -> int:
    """Give the time as Allure writes it, in rounded milliseconds."""
    return round(time.time() * 1000)


def _new_handle() -> str:
    return str(uuid.uuid4())


_open: list[OpenResults] = []


def open_results(listener: Any, complete: Complete) -> OpenResults:
    """Start bridging; what is attached from now on reaches the results."""
    _open.append(OpenResults(listener, complete))
    return _open[-1]


def close_results() -> None:
    """Stop bridging, if it was started."""
    while _open:
        _open.pop().close()


def add_error(message: str) -> None:
    """Add an error of the run itself, which no test stands for, if results are written at all."""
    for results in _open:
        results.add_error(message)


def attach(name: str, content: str | bytes, mime_type: str, extension: str) -> None:
    """Attach a file to what is being carried out, if results are written at all."""
    for results in _open:
        results.attach(name, content, mime_type, extension)


def add_result(result: TestResult) -> None:
    """Add the result of something that pytest knows no test for, if results are written at all."""
    for results in _open:
        results.add_result(result)


def link_patterns(config: pytest.Config) -> dict[str, str]:
    """Give the patterns of links that the command line told allure-pytest, by type."""
    return dict(config.option.allure_link_pattern)


def status_of(exception: BaseException | None) -> str:
    """Give Allure's word for how something ended: failed is the shop's doing, broken is not."""
    if exception is None:
        return Status.PASSED
    if isinstance(exception, pytest.skip.Exception):
        return Status.SKIPPED
    return Status.FAILED if cause_of(exception) is Cause.SHOP else Status.BROKEN
