"""Where the order of hooks matters, it is as it has to be: a before b, because; no scenario is run for that."""

import json
import os

import pytest

from harness.shop.shop import PROJECT
from tests.forked_run import run_pytest
from tests.plugin.hook_calls import TARGET

ORDER = [
    ("pytest_cmdline_main", "harness.run.options", "xdist.plugin", "the shop's settings name the workers"),
    (
        "pytest_cmdline_main",
        "harness.reporting.report",
        "_pytest.main",
        "an old report goes before anything runs",
    ),
    (
        "pytest_configure",
        "tools.catalogue.listing",
        "harness.plugin",
        "a list is a collection, and needs no shop",
    ),
    (
        "pytest_configure",
        "harness.run.options",
        "harness.plugin",
        "tags are registered for whatever is settled",
    ),
    ("pytest_configure", "_pytest.terminal", "harness.plugin", "the run says what it waits for"),
    ("pytest_configure", "allure_pytest.plugin", "harness.plugin", "the writer takes the place of Allure's"),
    ("pytest_configure", "xdist.plugin", "harness.plugin", "workers are sent home where nothing is run"),
    ("pytest_collection", "Harness", "_pytest.main", "nothing is collected where nothing can be run"),
    (
        "pytest_generate_tests",
        "harness.browser.launch",
        "pytest_playwright.pytest_playwright",
        "a scenario needs a browser before a test is made for each",
    ),
    (
        "pytest_collection_modifyitems",
        "harness.run.selection",
        "_pytest.mark",
        "-m chooses rows by their ids too",
    ),
    (
        "pytest_runtest_protocol",
        "AllureListener",
        "AllureHandler",
        "a scenario is recognised by the open result",
    ),
    ("pytest_runtest_setup", "Harness", "_pytest.runner", "what cannot be run is skipped before any set-up"),
    (
        "pytest_runtest_teardown",
        "KeptCustomers",
        "_pytest.runner",
        "a person is asked while the browser is open",
    ),
    ("pytest_runtest_makereport", "AllureListener", "Harness", "Allure sees a failure judged and scrubbed"),
    ("pytest_runtest_makereport", "Harness", "_pytest.runner", "it has pytest's report to work on"),
    (
        "pytest_runtest_makereport",
        "Recorder",
        "pytest_playwright.pytest_playwright",
        "traces and films are named at the very end, and have to be scrubbed",
    ),
    ("pytest_make_collect_report", "Harness", "_pytest.runner", "the same for what cannot be collected"),
    ("pytest_sessionfinish", "TerminalReporter", "Harness", "the terminal sums up what was concluded"),
    ("pytest_sessionfinish", "Harness", "_pytest.runner", "the run ends when all is torn down"),
    ("pytest_bdd_before_step", "StepByStep", "AllureHandler", "a person's thinking is no part of the step"),
    ("pytest_bdd_before_step", "StepByStep", "Recorder", "the trace shows a step when it begins"),
    ("pytest_bdd_after_step", "StepByStep", "BrowserEvidence", "the overlay is not in the picture"),
    ("pytest_bdd_after_step", "BrowserEvidence", "AllureHandler", "the picture is the step's own"),
    ("pytest_bdd_after_step", "Recorder", "AllureHandler", "the trace's step ends after all of its evidence"),
    ("pytest_bdd_step_error", "StepByStep", "BrowserEvidence", "the overlay is not in the picture"),
    ("pytest_bdd_step_error", "BrowserEvidence", "AllureHandler", "the failed step says what was waited for"),
    (
        "pytest_bdd_step_error",
        "harness.preflight.needs",
        "AllureHandler",
        "the failed step names the setting",
    ),
]
"""The hook, who comes first, who later, and why. A wrapper that comes first sees the end last."""


@pytest.fixture(scope="module")
def calls(processes: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Settle a run that has all its parts and chooses no scenario, and give who is called for each hook."""
    folder = tmp_path_factory.mktemp("hooks")
    target = folder / "calls.json"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    finished = run_pytest(
        *("features", "-p", "tests.plugin.hook_calls", "-p", "no:cacheprovider", "--shop", "embedded"),
        *("--step-by-step", "--keep", "-k", "no_scenario_at_all"),
        *("--alluredir", str(folder / "allure-results")),
        variables={**clean, TARGET: str(target)},
    )
    assert finished.exit_code == pytest.ExitCode.NO_TESTS_COLLECTED, finished.output
    read: dict[str, list[str]] = json.loads(target.read_text(encoding="utf-8"))
    return read


def test_one_comes_before_the_other(subtests: pytest.Subtests, calls: dict[str, list[str]]) -> None:
    """Both are there, and in this order."""
    for hook, first, later, why in ORDER:
        with subtests.test(hook=hook, first=first, later=later):
            called = calls[hook]
            assert called.index(first) < called.index(later), why


def test_one_module_ends_the_run(calls: dict[str, list[str]]) -> None:
    """The order of a run's end is written there, and nowhere else."""
    ours = [name for name in calls["pytest_sessionfinish"] if name in _classes_of_the_harness()]
    assert ours == ["Harness"]


def _classes_of_the_harness() -> set[str]:
    return {
        line.removeprefix("class ").partition(":")[0].partition("(")[0]
        for path in (PROJECT / "harness").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("class ")
    }
