"""The suite as a pytest plugin: registers the parts of a run, settles the run, and ends it.

This is the only module that knows all parts. Where order matters, they are called here one after the other.
"""

import signal
import threading
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from harness import deprecated
from harness.browser import launch, remote
from harness.browser.evidence import BrowserEvidence
from harness.browser.recorder import Recorder
from harness.core import hooks
from harness.core.causes import Cause, Judgement
from harness.core.events import Events
from harness.core.exit_codes import ExitCode
from harness.core.failure_message import message_of
from harness.core.scenario_identity import ScenarioIdentity
from harness.customers.final_cleanup import Cleaned, clean_up
from harness.interactive import by_hand
from harness.preflight import needs
from harness.preflight.diagnosis import Diagnosis
from harness.reporting import folders, report, tracebacks
from harness.reporting.build import build, revision
from harness.reporting.facts import Facts
from harness.reporting.handler import AllureHandler
from harness.reporting.junit import JUnitFile, name_scenario
from harness.reporting.preflight_result import preflight_result
from harness.reporting.progress import Progress
from harness.reporting.report import Report
from harness.reporting.run_errors import BY_HAND, RunErrors
from harness.reporting.run_sentence import RunSentence
from harness.reporting.writer import writes_results
from harness.run import feature_files, options, own_folder, run, selection
from harness.run.limits import TimeLimits
from harness.run.options import (
    is_by_hand,
    reaches_features,
    runs_features,
)
from harness.run.run import RUN, Run, run_of
from harness.run.scenario import scenario_of
from harness.secrets.output import scrub_report
from harness.secrets.scrubber import Scrubber
from harness.settling import Settling
from harness.shop.settings import WrongSettingsError
from harness.verdict import known_defects
from harness.verdict.conclude import Conclusion, Ended, conclude
from harness.verdict.failures import Failures
from harness.verdict.second_play import SecondPlay

_MODULES = (
    feature_files,
    options,
    own_folder,
    selection,
    run,
    launch,
    remote,
    needs,
    report,
    folders,
    deprecated,
)
"""The parts that are modules: their options and fixtures have to be there before a run is configured."""

_NAME = "acceptance"


def pytest_addhooks(pluginmanager: pytest.PytestPluginManager) -> None:
    """Add the hooks of our own, and the parts that bring options and fixtures."""
    pluginmanager.add_hookspecs(hooks)
    for module in _MODULES:
        pluginmanager.register(module)


@pytest.hookimpl(trylast=True)  # when pytest's terminal, allure-pytest and pytest-xdist are there
def pytest_configure(config: pytest.Config) -> None:
    """Register the parts, and settle the run."""
    harness = Harness(config)
    config.pluginmanager.register(harness, _NAME)
    harness.start()


@pytest.fixture(scope="session")
def scrubber(pytestconfig: pytest.Config) -> Scrubber:
    """Give what keeps this run's secrets out of all that it writes."""
    return _harness(pytestconfig).scrubber


@pytest.fixture(scope="session")
def events(pytestconfig: pytest.Config) -> Events:
    """Give the way to tell the report, and whoever listens, what happens."""
    return _harness(pytestconfig).events


def _harness(config: pytest.Config) -> "Harness":
    harness: Harness | None = config.pluginmanager.get_plugin(_NAME)
    assert harness is not None
    return harness


class Harness:
    """One run from its beginning to its end, in this process; pytest calls its hooks."""

    def __init__(self, config: pytest.Config) -> None:
        self.scrubber = Scrubber()
        self.events = Events(config)
        self._config = config
        self._is_worker = hasattr(config, "workerinput")
        self._kept: set[int] = set()
        self._errors = RunErrors(self.scrubber)
        self._facts = Facts(self.scrubber)
        self._recorder = Recorder(config, self.events, self.scrubber)
        has_results = writes_results(config)
        self._handler = AllureHandler(config, self.events, self.scrubber) if has_results else None
        self._failures = Failures(self.events, self.scrubber, self._handler)
        self._report = Report.asked_for(config)
        self._junit = JUnitFile(config)
        self._unwritten: list[str] = []
        self._settling = Settling(config, self.scrubber, self.events, self._say)
        self._diagnosis: Diagnosis | None = None
        self._conclusion: Conclusion | None = None
        self._terminate: Any = None

    def start(self) -> None:
        """Register the parts of every run and those that were asked for, and settle the run."""
        for part in (
            self._errors,
            self._facts,
            self._failures.watch,
            self._recorder,
            BrowserEvidence(self.events, self._recorder),
            Progress(self._config, by_hand=is_by_hand(self._config)),
            *filter(None, [self._handler]),
        ):
            self._config.pluginmanager.register(part)
        for part in by_hand.start(self._config, self.scrubber, self._kept):  # may end the run
            self._config.pluginmanager.register(part)
        self.scrubber.hide(remote.secret())
        if threading.current_thread() is threading.main_thread():
            # A pipeline's request to end (SIGTERM) is what Ctrl-C is: clean-ups run, the report is written.
            self._terminate = signal.signal(signal.SIGTERM, signal.default_int_handler)
        self._settle()

    def pytest_unconfigure(self) -> None:
        """Give back what is the process's, and stop the embedded store if this run started it."""
        if self._terminate is not None:
            signal.signal(signal.SIGTERM, self._terminate)
        if self._settling.store:
            self._settling.store.stop()

    # Settling: a worker takes over what the controller settled.

    def _settle(self) -> None:
        if self._is_worker:
            own_folder.join(self._config, needs.NEEDS)
            values = self._config.workerinput  # type: ignore[attr-defined]  # set by pytest-xdist
            if "run" in values:
                self._begin(Run.taken_over(values["run"], values["workerid"]))
        elif runs_features(self._config):
            self._diagnosis = self._settling.settle()
            if self._settling.run:
                self._begin(self._settling.run)
            if self._diagnosis.stop:
                _send_workers_home(self._config)
        elif reaches_features(self._config):
            _join_for_a_list(self._config)

    def _begin(self, run: Run) -> None:
        self._config.stash[RUN] = run
        self._failures.run = run
        self.scrubber.hide_all(run.shop.secrets())
        if run.admin_token:
            self.scrubber.hide(run.admin_token.get_secret_value(), "ADMIN_TOKEN")
        if run.plays_again:
            self._config.pluginmanager.register(SecondPlay(run, self.events))
        if not run.person:
            self._config.pluginmanager.register(TimeLimits(run))

    @property
    def _run(self) -> Run | None:
        return self._config.stash.get(RUN, None)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Hand the run over to a worker of pytest-xdist, one that replaces a dead one too."""
        if self._run:
            node.workerinput["run"] = self._run.handed_over()

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker noted; one that crashed has nothing to say."""
        output = getattr(node, "workeroutput", {})
        self._facts.add(output.get("facts", {}))
        self._unwritten += output.get("unwritten", ())

    # While it runs.

    def pytest_report_header(self) -> list[str]:
        """Say in the first lines which shop the run is about, and what was found that keeps nothing from running."""
        warnings = self._diagnosis.warnings if self._diagnosis else ()
        lines = [self._settling.header, *(f"warning: {finding.text_with_place}" for finding in warnings)]
        return [self.scrubber.scrub(line) for line in lines if line]

    @pytest.hookimpl(tryfirst=True)  # in place of pytest's own
    def pytest_collection(self, session: pytest.Session) -> bool | None:
        """Collect nothing where nothing can be run."""
        if not (self._diagnosis and self._diagnosis.stop):
            return None
        session.items = []
        return True

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Skip the browser's scenarios where they cannot be run."""
        name_scenario(item)
        run = run_of(item)
        if run and run.obstacle and item.get_closest_marker("browser"):
            pytest.skip(run.obstacle)

    @pytest.hookimpl(wrapper=True, trylast=True)  # the innermost: everybody else sees it scrubbed
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: "pytest.CallInfo[None]"
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Make a scenario's failure readable, judge it, and let no secret out."""
        failure = call.excinfo if ScenarioIdentity.of(item) else None
        if failure and not self._config.getoption("fulltrace"):
            tracebacks.shorten(failure)
        report = yield
        is_first = not scenario_of(item).is_second_play  # whose verdict stands
        judgement = (
            self._judge(item, failure.value, report) if failure and report.failed and is_first else None
        )
        known_defects.note_mended(report, item, self._run)
        if failure:
            tracebacks.sum_up(report, failure.value, judgement)
        scrub_report(report, self.scrubber)
        if self._handler and is_first:
            self._handler.phase_ended(call, report)
        return report

    @pytest.hookimpl(wrapper=True, trylast=True)  # the innermost, as above
    def pytest_make_collect_report(self) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Scrub what failed before any test."""
        report = yield
        scrub_report(report, self.scrubber)
        return report

    def _judge(self, item: pytest.Item, failure: BaseException, report: pytest.TestReport) -> Judgement:
        """Judge a failure when its step is over and its customers are still there; the report carries it home."""
        known = known_defects.judgement_of(failure, item, self._run) if report.when == "call" else None
        judgement = known or self._failures.judge(failure, item, report.when or "")
        if known:
            known_defects.expect(report, known)
        report.judgement = judgement.plain()  # type: ignore[attr-defined]
        scenario = scenario_of(item)
        scenario.judgement = scenario.judgement or judgement
        self.events.judged(item, judgement)
        return judgement

    # Ending.

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> Generator[None]:
        """End the run once everything is torn down and all workers are gone, before the terminal sums it up.

        trylast makes this wrapper the first to go on after that.
        """
        is_stopped = exitstatus == pytest.ExitCode.INTERRUPTED
        if reason := session.shouldstop or session.shouldfail:
            self.events.went_wrong(f"The run was stopped: {reason}.")
        elif is_stopped:
            self.events.went_wrong(BY_HAND)
        try:
            yield
        except KeyboardInterrupt:  # the second one: it broke clean-ups off, so there is the more to look for
            session.exitstatus = pytest.ExitCode.INTERRUPTED
        except Exception as failure:
            self.events.went_wrong(message_of(failure))
            if not is_stopped:
                raise
        finally:
            self._end(session)

    def _end(self, session: pytest.Session) -> None:
        """Look for customers who are left, conclude, then write: results, report, JUnit's names."""
        cleaned = Cleaned()
        if self._run and not self._is_worker:
            cleaned = clean_up(self._run, self._kept, self.scrubber)
        if cleaned.sentence:
            self._warn(cleaned.sentence)
            self.events.went_wrong(cleaned.sentence)
        if self._diagnosis:
            ended = self._ended(customers_left=cleaned.left)
            self._conclusion = conclude(session.exitstatus, self._diagnosis, ended)
            session.exitstatus = self._conclusion.exit_code
        self._write_results()
        if self._report:
            self._report.write()
        self._junit.rename_tests()
        self._say_what_is_unwritten()

    def _say_what_is_unwritten(self) -> None:
        """Say once of each kind of file why some are missing; a worker hands it to the controller."""
        problems = [*self._recorder.problems, *(self._handler.writer.problems if self._handler else ())]
        if self._is_worker:
            self._config.workeroutput["unwritten"] = problems  # type: ignore[attr-defined]
            return
        kinds = {
            each.partition(":")[0]: each
            for each in [*self._unwritten, *problems, *self._junit.problems][::-1]
        }
        for problem in kinds.values():
            self._warn(problem)

    def _ended(self, *, customers_left: bool | None) -> Ended:
        stats = self._terminal.stats if self._terminal else {}
        failed = [*stats.get("failed", ()), *stats.get("error", ())]
        return Ended(
            passed=sum(len(stats.get(outcome, ())) for outcome in ("passed", "xpassed", "xfailed")),
            skipped=[str(report.longrepr) for report in stats.get("skipped", ())],
            failures=[_judgement_of(report) for report in failed],
            customers_left=customers_left,
        )

    def _write_results(self) -> None:
        """Write what is known of the run as a whole; a worker hands its facts to the controller."""
        if self._is_worker:
            self._config.workeroutput["facts"] = self._facts.handed_over()  # type: ignore[attr-defined]
        if self._handler is None:
            return
        writer = self._handler.writer
        for sentence in self._errors.sentences:
            writer.add_error(sentence)
        if self._is_worker:
            return
        if self._diagnosis and self._conclusion and self._conclusion.finding:
            writer.add_result(preflight_result(self._diagnosis, self._conclusion.finding))
        results = Path(self._config.getoption("--alluredir"))
        if suite := revision():
            self.events.note(Suite=suite)
        with writer.tolerance():
            self._facts.write(results)
            if this_build := build():
                this_build.write(results)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
        """Say why the shop could not be tested, how the run went, and where the report is."""
        conclusion = self._conclusion
        if conclusion and conclusion.finding:
            terminalreporter.section(conclusion.heading)
            terminalreporter.line(self.scrubber.scrub(conclusion.finding.text_with_place), red=True)
        for message in conclusion.messages if conclusion else ():
            terminalreporter.section("every failure is the environment's")
            terminalreporter.line(self.scrubber.scrub(message), red=True)
        if self._report:
            is_stopped = exitstatus == pytest.ExitCode.INTERRUPTED
            sentence = RunSentence(terminalreporter.stats, interrupted=is_stopped)
            self._report.sum_up(terminalreporter, sentence, self._errors.sentences)

    @property
    def _terminal(self) -> pytest.TerminalReporter | None:
        return self._config.pluginmanager.get_plugin("terminalreporter")

    def _say(self, text: str) -> None:
        if self._terminal:
            self._terminal.write_line(self.scrubber.scrub(text))

    def _warn(self, text: str) -> None:
        if self._terminal:
            self._terminal.ensure_newline()
            self._terminal.write_line(self.scrubber.scrub(text), red=True)


def _judgement_of(report: pytest.TestReport) -> Judgement:
    """Take a failure's judgement from its report; one that nobody judged, as of a crashed worker, is the suite's."""
    plain = getattr(report, "judgement", None)
    return Judgement.of(plain) if plain else Judgement(Cause.SUITE)


def _join_for_a_list(config: pytest.Config) -> None:
    try:
        own_folder.join(config, needs.NEEDS)
    except WrongSettingsError as error:
        pytest.exit(str(error), returncode=ExitCode.CONFIGURATION)


def _send_workers_home(config: pytest.Config) -> None:
    """Start no worker of pytest-xdist for a run in which nothing is going to be run."""
    if config.pluginmanager.has_plugin("dsession"):
        config.pluginmanager.unregister(name="dsession")
