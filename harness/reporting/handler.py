"""Hears what happens in a run and has it written as results: allure-pytest alone sees a function and knows no Gherkin.

It watches hooks and opens and closes steps; no step knows of it.
"""

import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from api.comparison import Different
from harness.core.causes import Cause, Judgement
from harness.core.events import Events
from harness.core.failure_message import message_of
from harness.core.gherkin import Step
from harness.core.scenario_identity import ScenarioIdentity
from harness.reporting.curl_command import curl_command
from harness.reporting.description import Rerun, links
from harness.reporting.exchange import CONTENT_TYPE, Exchange
from harness.reporting.tracebacks import judged_message
from harness.reporting.writer import (
    BROKEN,
    FAILED,
    PASSED,
    SKIPPED,
    AllureWriter,
    Completion,
    link_patterns,
)
from harness.run.run import RUN
from harness.run.scenario import scenario_of
from harness.secrets.scrubber import Scrubber

PLAYED_AGAIN = "Played again, with everything recorded"

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
    judgement: Judgement | None = None
    mended: str = ""
    second_play: str | None = None
    again: tuple[str, str] | None = None
    recolour: Callable[[str], None] = lambda _: None

    @property
    def cause(self) -> Cause | None:
        """Give what the report sorts failures by, None for anything that did not fail."""
        if "teardown" not in self.phases:
            return Cause.INTERRUPTION
        if self.failure is None:
            return Cause.DEFECT if self.has_known_defect else None
        if self.identity.is_known_to_fail:
            return Cause.KNOWN
        return self.judgement.cause if self.judgement else Cause.SUITE

    @property
    def has_known_defect(self) -> bool:
        """Tell whether it met a defect that its shop's version is known for."""
        return self.judgement is not None and self.judgement.cause is Cause.DEFECT

    @property
    def status(self) -> str | None:
        """Give Allure's word where it is not pytest's own: failed is the shop's doing, broken is not."""
        if "teardown" not in self.phases:
            return BROKEN
        if self.failure is None:
            return None
        return FAILED if self.judgement and self.judgement.cause is Cause.SHOP else BROKEN

    @property
    def message(self) -> str | None:
        """Give the sentence that the result ends with."""
        if "teardown" not in self.phases:
            return INTERRUPTED
        if self.failure:
            return "\n".join(filter(None, [judged_message(self.failure, self.judgement), self.played_again]))
        if self.judgement and self.ending and self.has_known_defect:
            return f"{self.judgement.message}\n{message_of(self.ending)}"
        return message_of(self.ending) if self.ending else self.mended or None

    @property
    def played_again(self) -> str:
        """Give the sentence on the second play, "" where there was none."""
        if self.again is None:
            return ""
        outcome, message = self.again
        return f"{PLAYED_AGAIN}, it {outcome}{f': {message}' if message else '.'}"


class AllureHandler:
    """Follows the scenarios of one process; pytest calls its hooks."""

    def __init__(self, config: pytest.Config, events: Events, scrubber: Scrubber) -> None:
        self._events = events
        self._scrubber = scrubber
        self._scenarios: dict[str, _Progress] = {}
        self._patterns = link_patterns(config)
        self._rerun = Rerun(config)
        self._config = config
        self._worker = getattr(config, "workerinput", {}).get("workerid", "main")
        self.writer = AllureWriter(config, scrubber, self._completion)

    def pytest_unconfigure(self) -> None:
        """Stop writing."""
        self.writer.close()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool, bool]:
        """Recognise a scenario before anything of it is carried out."""
        test = self.writer.current_test()
        identity = ScenarioIdentity.of(item)
        if test and identity:
            self._scenarios[test] = _Progress(identity)
        return (yield)

    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        """Put a second play under a title of its own."""
        if (progress := self._progress()) and scenario_of(request.node).is_second_play:
            progress.second_play = self.writer.start_step(PLAYED_AGAIN)

    def pytest_bdd_before_step(self, step: Step) -> None:
        """Open the step."""
        self._start(step)

    def pytest_bdd_before_step_call(self, step: Step, step_func_args: Mapping[str, object]) -> None:
        """Show the values that the sentence holds, and not the fixtures that are handed over beside them."""
        progress = self._progress()
        if progress and progress.open_step:
            values = {name: value for name, value in step_func_args.items() if _is_said(value, step.name)}
            self.writer.add_parameters(progress.open_step, values)

    def pytest_bdd_after_step(self) -> None:
        """Close the step."""
        self._stop(None)

    def pytest_bdd_step_error(self, exception: Exception) -> None:
        """Show what differs as a table, a row for each field, and close the step."""
        if isinstance(exception, Different):
            rows = ((one.what, one.field, one.expected, one.seen) for one in exception.differences)
            self._events.attach_table("What differs", [("of", "field", "expected", "seen"), *rows])
        self._stop(exception)

    def pytest_bdd_step_func_lookup_error(self, step: Step, exception: Exception) -> None:
        """Show the step that has no definition as broken."""
        self._start(step)
        self._stop(exception)

    def pytest_bdd_after_scenario(self) -> None:
        """Close the step that pytest-bdd left without a word, as it does for a skip and for Ctrl-C."""
        exception = sys.exc_info()[1]
        self._stop(exception)
        if (progress := self._progress()) and progress.second_play:
            self.writer.stop_step(progress.second_play, _status_of(exception))

    def pytest_acceptance_attached(
        self, name: str, content: str | bytes, mime_type: str, extension: str
    ) -> None:
        """Attach evidence to what is being carried out."""
        self.writer.attach(name, content, mime_type, extension)

    def pytest_acceptance_exchanged(self, response: requests.Response) -> None:
        """Attach a REST exchange, and the command that repeats it."""
        exchange = Exchange(response, self._scrubber)
        self.writer.attach(exchange.title, exchange.document, CONTENT_TYPE, "json")
        command = curl_command(response.request, self._scrubber)
        self.writer.attach(f"curl: {exchange.call}", command, "text/plain", "txt")

    def pytest_acceptance_judged(self, judgement: Judgement) -> None:
        """Take over whose fault a failure is; the step was closed before it was judged."""
        if progress := self._progress():
            if progress.judgement is None or progress.has_known_defect:
                progress.judgement = judgement
            colours = {Cause.SHOP: FAILED, Cause.DEFECT: SKIPPED}
            progress.recolour(colours.get(progress.judgement.cause, BROKEN))

    def pytest_acceptance_played_again(self, outcome: str, message: str) -> None:
        """Take over how the second play ended."""
        if progress := self._progress():
            progress.again = (outcome, message)

    @contextmanager
    def own_look(self, title: str) -> Iterator[None]:
        """Show what the harness asks the shop meanwhile under a title of its own, and not as calls of a step."""
        handle = self.writer.start_step(title) if self._progress() else None
        try:
            yield
        finally:
            if handle:
                self.writer.stop_step(handle, PASSED)

    def phase_ended(self, call: "pytest.CallInfo[None]", report: pytest.TestReport) -> None:
        """Note that a phase of a test came to its end, and what ended it."""
        if progress := self._progress():
            progress.phases.add(report.when)
            if report.passed:
                progress.mended = progress.mended or getattr(report, "wasxfail", "")
            if call.excinfo and not progress.failure:
                progress.ending = progress.ending or call.excinfo.value
                progress.failure = call.excinfo.value if report.failed else None

    def _progress(self) -> _Progress | None:
        return self._scenarios.get(self.writer.current_test() or "")

    @property
    def _own_folder(self) -> Path | None:
        run = self._config.stash.get(RUN, None)
        return run.shop.own if run else None

    def _start(self, step: Step) -> None:
        if progress := self._progress():
            progress.reached += progress.second_play is None
            progress.open_step = self.writer.start_step(_sentence(step))
            if step.datatable:
                self._events.attach_table("Data table", step.datatable.raw())
            if step.docstring:
                self._events.attach_text("Text", step.docstring)

    def _stop(self, exception: BaseException | None) -> None:
        progress = self._progress()
        if not (progress and progress.open_step):
            return
        message = message_of(exception) if exception else None
        recolour = self.writer.stop_step(progress.open_step, _status_of(exception), message)
        if exception and not isinstance(exception, pytest.skip.Exception) and not progress.second_play:
            progress.recolour = recolour
        progress.open_step = None

    def _completion(self, test: str) -> Completion | None:
        """Give a scenario's result its Gherkin names in place of its function's."""
        progress = self._scenarios.pop(test, None)
        if progress is None:
            return None
        identity = progress.identity
        labels: list[tuple[str, Any]] = [("framework", "pytest-bdd"), ("thread", self._worker)]
        if progress.cause:
            labels.append(("cause", str(progress.cause)))
        if progress.again:
            labels.append(("played_again", progress.again[0]))
        paragraphs = (identity.description, self._rerun.words(identity))
        return Completion(
            name=identity.title,
            full_name=identity.full_name,
            test_case_id=identity.test_case_id,
            history_id=identity.history_id,
            description="\n\n".join(filter(None, paragraphs)),
            place=[identity.feature.name, *filter(None, [identity.rule])],
            parameters=identity.parameters,
            labels=[*identity.labels, *labels],
            links=list(links(identity, self._patterns, self._own_folder)),
            remaining=[_sentence(step) for step in identity.scenario.steps[progress.reached :]],
            status=progress.status,
            message=progress.message,
        )


def _status_of(exception: BaseException | None) -> str:
    """Give what a step is closed with, before anybody has judged its failure."""
    if exception is None:
        return PASSED
    return SKIPPED if isinstance(exception, pytest.skip.Exception) else BROKEN


def _is_said(value: object, sentence: str) -> bool:
    return isinstance(value, str | int | float) and bool(text := str(value)) and text in sentence


def _sentence(step: Step) -> str:
    return f"{step.keyword.strip()} {step.name}"
