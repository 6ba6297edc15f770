"""Tells Allure what pytest-bdd does: allure-pytest alone sees a test function and knows no Gherkin.

It watches hooks and opens and closes steps; no step knows of it.
"""

import sys
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from allure_commons.model2 import Label, Status, StatusDetails, TestResult, TestStepResult
from pytest_bdd.parser import Step

from harness.core.causes import cause_of
from harness.core.failure_message import words_of
from harness.core.scenario_identity import ScenarioIdentity
from harness.reporting import environment, evidence
from harness.reporting.build import build, revision
from harness.reporting.results import OpenResults, close_results, now, open_results, status_of
from harness.reporting.scenario_result import ScenarioResult
from harness.reporting.verdict import INTERRUPTION

KNOWN = "a known issue"
"""A cause that no exception tells; the report's categories go by it as by `Cause`."""

INTERRUPTED = "The run was interrupted before this scenario ended."


@dataclass
class _Progress:
    """How far a scenario came, what ended it before its end, and what it first failed with."""

    identity: ScenarioIdentity
    reached: int = 0
    open_step: str | None = None
    phases: set[str] = field(default_factory=set)
    ending: BaseException | None = None
    failure: BaseException | None = None

    @property
    def cause(self) -> str:
        """Give the word that the report sorts failures by, "" for anything that did not fail."""
        if "teardown" not in self.phases:
            return INTERRUPTION
        if self.failure is None:
            return ""
        return KNOWN if self.identity.is_known_to_fail else cause_of(self.failure)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Leave the cleaning of old results to the controller: a worker that starts late would take new ones."""
    if hasattr(config, "workerinput") and hasattr(config.option, "clean_alluredir"):
        config.option.clean_alluredir = False


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Start bridging, if the run writes results."""
    listener = session.config.pluginmanager.get_plugin("allure_listener")
    if listener:
        reporting = ScenarioReporting(listener, ScenarioResult(session.config))
        session.config.pluginmanager.register(reporting, "scenario_reporting")


def pytest_unconfigure() -> None:
    """Stop bridging."""
    close_results()


class ScenarioReporting:
    """Watches one run's scenarios; pytest calls its hooks."""

    def __init__(self, listener: object, result: ScenarioResult) -> None:
        self._results: OpenResults = open_results(listener, self._complete)
        self._result = result
        self._scenarios: dict[str, _Progress] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Recognise a scenario."""
        test = self._results.current_test()
        identity = ScenarioIdentity.of(item)
        if test and identity:
            self._scenarios[test.uuid] = _Progress(identity)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_before_step(self, step: Step) -> None:
        """Open the step."""
        self._start(step)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_before_step_call(self, step: Step, step_func_args: Mapping[str, object]) -> None:
        """Show the values that the sentence holds, and not the fixtures that are handed over beside them."""
        progress = self._progress()
        if progress and progress.open_step:
            values = {name: value for name, value in step_func_args.items() if _is_told(value, step.name)}
            self._results.add_parameters(progress.open_step, values)

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_after_step(self) -> None:
        """Close the step, after everybody else attached their evidence."""
        self._stop(None)

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_step_error(self, exception: Exception) -> None:
        """Close the step as failed or broken."""
        self._stop(exception)

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_step_func_lookup_error(self, step: Step, exception: Exception) -> None:
        """Show the step that has no definition as broken."""
        self._start(step)
        self._stop(exception)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_after_scenario(self) -> None:
        """Close the step that pytest-bdd left without a word, as it does for a skip and for Ctrl-C."""
        self._stop(sys.exc_info()[1])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, call: "pytest.CallInfo[None]"
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Note that a phase came to its end, and what ended it."""
        report = yield
        if progress := self._progress():
            progress.phases.add(report.when)
            if call.excinfo and not progress.failure:
                progress.ending = progress.ending or call.excinfo.value
                progress.failure = call.excinfo.value if report.failed else None
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write what is known of the run as a whole; a worker hands its facts to the controller."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["environment"] = environment.noted()
            return
        results = Path(session.config.getoption("allure_report_dir"))
        environment.note({"Suite": revision()} if revision() else {})
        environment.write(results)
        if this_build := build():
            this_build.write(results)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        """Take over what a worker noted; one that crashed has nothing to say."""
        environment.note(getattr(node, "workeroutput", {}).get("environment", {}))

    def _progress(self) -> _Progress | None:
        test = self._results.current_test()
        return self._scenarios.get(test.uuid) if test else None

    def _start(self, step: Step) -> None:
        if progress := self._progress():
            progress.reached += 1
            progress.open_step = self._results.start_step(_sentence(step))
            if step.datatable:
                evidence.attach_table("Data table", step.datatable.raw())
            if step.docstring:
                evidence.attach_text("Text", step.docstring)

    def _stop(self, exception: BaseException | None) -> None:
        progress = self._progress()
        if progress and progress.open_step:
            self._results.stop_step(progress.open_step, exception)
            progress.open_step = None

    def _complete(self, result: TestResult) -> None:
        """Give a scenario's result its Gherkin names in place of its function's."""
        progress = self._scenarios.pop(result.uuid, None)
        if progress is None:
            return
        self._result.describe(result, progress.identity)
        result.steps += [_skipped(step) for step in progress.identity.scenario.steps[progress.reached :]]
        if progress.cause:
            result.labels.append(Label(name="cause", value=progress.cause))
        if progress.cause == INTERRUPTION:
            result.status = Status.BROKEN
            result.statusDetails = StatusDetails(message=INTERRUPTED)
        elif result.statusDetails and progress.ending:
            result.statusDetails.message = words_of(progress.failure or progress.ending)
            result.status = status_of(progress.failure) if progress.failure else result.status


def _is_told(value: object, sentence: str) -> bool:
    return isinstance(value, str | int | float) and bool(text := str(value)) and text in sentence


def _sentence(step: Step) -> str:
    return f"{step.keyword.strip()} {step.name}"


def _skipped(step: Step) -> TestStepResult:
    return TestStepResult(name=_sentence(step), status=Status.SKIPPED, start=now(), stop=now())
