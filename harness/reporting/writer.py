"""Writes Allure's results: the one file that knows allure-pytest's private names, and no event of a run.

allure-pytest opens and closes a test's result and its fixtures; from here steps and attachments join them. Every
result passes here once more on its way to its file: it is completed, and no secret gets past.
"""

import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import attr
import pytest
from allure_commons import hookimpl, plugin_manager
from allure_commons.logger import AllureFileLogger
from allure_commons.model2 import (
    ExecutableItem,
    Label,
    Link,
    Parameter,
    Status,
    StatusDetails,
    TestAfterResult,
    TestBeforeResult,
    TestResult,
    TestResultContainer,
    TestStepResult,
)
from allure_pytest.helper import AllureTitleHelper  # type: ignore[import-untyped]  # it has no types

from harness.secrets.scrubber import Scrubber

PASSED, FAILED, BROKEN, SKIPPED = Status.PASSED, Status.FAILED, Status.BROKEN, Status.SKIPPED

_LISTENER = "allure_listener"
"""The name of allure-pytest's plugin that writes results."""

_SEPARATOR = "\x1f"
"""Between the titles of a fixture's set-up and tear-down; no title holds it."""

_Function = TypeVar("_Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Completion:
    """What a test's result says in place of what allure-pytest knows of a Python function.

    `place` are the titles above it, `parameters`, `labels` and `links` pairs (a link's name and URL by its type), and
    `remaining` the steps that never had their turn. A status or message of None leaves what is there.
    """

    name: str
    full_name: str
    test_case_id: str
    history_id: str
    description: str
    place: Sequence[str]
    parameters: Mapping[str, str]
    labels: Sequence[tuple[str, str]]
    links: Sequence[tuple[str, str, str]] = ()
    remaining: Sequence[str] = ()
    status: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class OwnResult:
    """A result of something that pytest knows no test for; `steps` are names with their statuses."""

    name: str
    status: str
    message: str
    description: str
    steps: Sequence[tuple[str, str]]
    labels: Mapping[str, str] = field(default_factory=dict)


def shown_as(set_up: str = "", tear_down: str = "") -> Callable[[_Function], _Function]:
    """Show a fixture in the report, under these titles; it stands below `@pytest.fixture`.

    Fixtures without it are left out unless they fail; so is the half that has no title here.
    """

    def mark(function: _Function) -> _Function:
        titles = f"{set_up}{_SEPARATOR}{tear_down}"
        function.__allure_display_name__ = titles  # type: ignore[attr-defined]  # allure-pytest's own attribute
        return function

    return mark


class AllureWriter:
    """Writes the results of one process; `complete` gives what a test's result says, None for no scenario."""

    def __init__(
        self, config: pytest.Config, scrubber: Scrubber, complete: Callable[[str], Completion | None]
    ) -> None:
        """Step between allure-pytest and its file writer."""
        self._reporter: Any = config.pluginmanager.get_plugin(_LISTENER).allure_logger  # type: ignore[union-attr]
        self._stock_writer = next(p for p in plugin_manager.get_plugins() if isinstance(p, AllureFileLogger))
        self.tolerance = _Tolerance()
        self._last_station = _LastStation(self._stock_writer, scrubber, complete, self.tolerance)
        plugin_manager.unregister(self._stock_writer)
        plugin_manager.register(self._last_station)

    def close(self) -> None:
        """Give the writer's place back: allure-pytest unregisters that at the end, and forgets its titles' helper."""
        plugin_manager.unregister(self._last_station)
        plugin_manager.register(self._stock_writer)
        for plugin in plugin_manager.get_plugins():
            if isinstance(plugin, AllureTitleHelper):
                plugin_manager.unregister(plugin)

    @property
    def problems(self) -> Sequence[str]:
        """Say what could not be written, in a sentence; nothing where all was."""
        return self.tolerance.problems

    def current_test(self) -> str | None:
        """Give the id of the result of the test that is being run."""
        test: TestResult | None = self._reporter.get_test(None)
        return test.uuid if test else None

    def start_step(self, title: str) -> str:
        """Open a step and give its handle."""
        handle = _new_id()
        self._reporter.start_step(None, handle, TestStepResult(name=title, start=_now()))
        return handle

    def add_parameters(self, handle: str, values: Mapping[str, object]) -> None:
        """Show what an open step was called with."""
        step: TestStepResult = self._reporter.get_item(handle)
        step.parameters += [Parameter(name=name, value=str(value)) for name, value in values.items()]

    def stop_step(self, handle: str, status: str, message: str | None = None) -> Callable[[str], None]:
        """Close a step; gives the way to change its status until the test's result is written."""
        step: TestStepResult = self._reporter.get_item(handle)
        details = StatusDetails(message=message) if message else None
        self._reporter.stop_step(handle, stop=_now(), status=status, statusDetails=details)

        def change(status: str) -> None:
            step.status = status

        return change

    def attach(self, name: str, content: str | bytes, mime_type: str, extension: str) -> None:
        """Attach a file to the innermost shown thing that is open; without any it is dropped."""
        place = next((handle for handle in reversed(self._reporter._items) if self._is_shown(handle)), None)  # noqa: SLF001
        if place:
            self._reporter.attach_data(_new_id(), content, name, mime_type, extension, parent_uuid=place)

    def add_error(self, message: str) -> None:
        """Add an error of the run itself, which no test stands for."""
        self._reporter.global_error(message=message)

    def add_result(self, own: OwnResult) -> None:
        """Add a result of our own; its name is what its history is known by."""
        moment = _now()
        self._last_station.report_result(
            TestResult(
                uuid=_new_id(),
                historyId=own.name,
                testCaseId=own.name,
                fullName=own.name,
                name=own.name,
                status=own.status,
                statusDetails=StatusDetails(message=own.message),
                description=own.description,
                titlePath=[own.name],
                steps=[_step(name, status, moment) for name, status in own.steps],
                labels=[Label(name=name, value=value) for name, value in own.labels.items()],
                start=moment,
                stop=moment,
            )
        )

    def _is_shown(self, handle: str) -> bool:
        item = self._reporter.get_item(handle)
        if isinstance(item, TestBeforeResult):
            return _set_up_title(item.name) is not None
        if isinstance(item, TestAfterResult):
            return _tear_down_title(item.name) is not None
        return isinstance(item, ExecutableItem)


class _Tolerance:
    """Keeps what cannot be written, as on a full disk, from ending the run, and remembers the first reason."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    @contextmanager
    def __call__(self) -> Iterator[None]:
        """Go on whatever the operating system says."""
        try:
            yield
        except OSError as error:
            if not self.problems:
                reason = error.strerror or str(error)
                self.problems.append(
                    f"The results are incomplete: {error.filename or 'a file'} could not be written ({reason})."
                )


class _LastStation:
    """Stands before allure-pytest's file writer: completes what passes, and lets no secret through."""

    def __init__(
        self,
        stock_writer: Any,
        scrubber: Scrubber,
        complete: Callable[[str], Completion | None],
        tolerance: _Tolerance,
    ) -> None:
        self._stock_writer = stock_writer
        self._tolerance = tolerance
        self._scrubber = scrubber
        self._complete = complete

    @hookimpl
    def report_result(self, result: TestResult) -> None:
        """Write a test's result."""
        if completion := self._complete(result.uuid):
            _fill(result, completion)
        with self._tolerance():
            self._stock_writer.report_result(self._scrubbed(result))

    @hookimpl
    def report_container(self, container: TestResultContainer) -> None:
        """Write the set-ups and tear-downs that are to be shown, under their titles."""
        container.befores = [
            attr.evolve(each, name=title)
            for each in container.befores
            if (title := _set_up_title(each.name, each.status))
        ]
        container.afters = [
            attr.evolve(each, name=title)
            for each in container.afters
            # One without a status is pytest's own last finalizer, in which the container is written.
            if each.status and (title := _tear_down_title(each.name, each.status))
        ]
        if container.befores or container.afters:
            with self._tolerance():
                self._stock_writer.report_container(self._scrubbed(container))

    @hookimpl
    def report_attached_data(self, body: str | bytes, file_name: str) -> None:
        """Write an attachment."""
        clean = self._scrubber.scrub(body) if isinstance(body, str) else self._scrubber.scrub_bytes(body)
        with self._tolerance():
            self._stock_writer.report_attached_data(clean, file_name)

    @hookimpl
    def report_attached_file(self, source: str, file_name: str) -> None:
        """Write a file as an attachment."""
        self.report_attached_data(Path(source).read_bytes(), file_name)

    @hookimpl
    def report_globals(self, globals_item: Any) -> None:
        """Write an error of the run itself."""
        with self._tolerance():
            self._stock_writer.report_globals(self._scrubbed(globals_item))

    def _scrubbed(self, item: Any) -> Any:
        """Scrub every text of a result, however deep."""
        if isinstance(item, str):
            return self._scrubber.scrub(item)
        if isinstance(item, list):
            return [self._scrubbed(each) for each in item]
        if attr.has(type(item)):
            changes = {name: self._scrubbed(getattr(item, name)) for name in attr.fields_dict(type(item))}
            return attr.evolve(item, **changes)
        return item


def _fill(result: TestResult, completion: Completion) -> None:
    result.name = completion.name
    result.fullName = completion.full_name
    result.testCaseId = completion.test_case_id
    result.historyId = completion.history_id
    result.description = completion.description
    result.titlePath = list(completion.place)
    result.parameters = [Parameter(name=name, value=value) for name, value in completion.parameters.items()]
    result.links = [Link(kind, url, name) for kind, url, name in completion.links]
    kept = [label for label in result.labels if label.name in {"host", "language"}]
    result.labels = kept + [Label(name=name, value=value) for name, value in completion.labels]
    result.steps += [_step(name, SKIPPED, _now()) for name in completion.remaining]
    result.status = completion.status or result.status
    if completion.message is not None:
        result.statusDetails = result.statusDetails or StatusDetails()
        result.statusDetails.message = completion.message


def link_patterns(config: pytest.Config) -> dict[str, str]:
    """Give the patterns of links that the command line named to allure-pytest, by type."""
    return dict(config.getoption("--allure-link-pattern"))


def keep_old_results(config: pytest.Config) -> None:
    """Keep this process from cleaning the folder of the results, whatever the command line says."""
    config.option.clean_alluredir = False


def writes_results(config: pytest.Config) -> bool:
    """Tell whether the command line asked for results."""
    return config.pluginmanager.has_plugin(_LISTENER)


def _set_up_title(name: str, status: str | None = None) -> str | None:
    """Give the title of a set-up that allure-pytest calls `name`, None when it is not to be shown."""
    set_up, separator, _ = name.partition(_SEPARATOR)
    failed = (set_up or "The set-up") if separator else name
    return (set_up if separator else None) or (failed if status in {FAILED, BROKEN} else None)


def _tear_down_title(name: str, status: str | None = None) -> str | None:
    """Do the same for a tear-down, which allure-pytest calls `fixture::finalizer`."""
    fixture = name.rsplit("::", 1)[0]
    set_up, separator, tear_down = fixture.partition(_SEPARATOR)
    failed = f"{set_up or fixture} (clean-up)"
    return (tear_down if separator else None) or (failed if status in {FAILED, BROKEN} else None)


def _step(name: str, status: str, moment: int) -> TestStepResult:
    return TestStepResult(name=name, status=status, start=moment, stop=moment)


def _now() -> int:
    """Give the time as Allure writes it, in rounded milliseconds."""
    return round(time.time() * 1000)


def _new_id() -> str:
    return str(uuid.uuid4())
