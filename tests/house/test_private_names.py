"""What the suite uses of libraries without their promise: each name stands in one file, and is pinned here with why.

A new version of a library that has no longer such a name fails here first, and says what was built on it.
"""

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from harness.shop.shop import PROJECT

GHERKIN = "harness/core/gherkin.py"
WRITER = "harness/reporting/writer.py"
JUNIT = "harness/reporting/junit.py"
SECOND_PLAY = "harness/verdict/second_play.py"

IMPORTED = {
    GHERKIN: {
        "pytest_bdd.feature.get_features": "lists and pages are made of the features, without any run",
        "pytest_bdd.gherkin_parser.get_gherkin_document": "of two equal titles in a feature the parser keeps one",
        "pytest_bdd.parser.Feature": "what it gives",
        "pytest_bdd.parser.Scenario": "a scenario with the values of its row, as the report shows it",
        "pytest_bdd.parser.ScenarioTemplate": "a scenario as the feature has it: its history must not change by row",
        "pytest_bdd.parser.Step": "what pytest-bdd's own hooks hand over",
        "pytest_bdd.scenario.scenario_wrapper_template_registry": "the hooks before set-ups have no scenario",
        "pytest_bdd.steps.StepFunctionContext": "a step's definition, for the list of sentences",
        "pytest_bdd.steps.step_function_context_registry": "no hook and no option lists the definitions",
        "pytest_bdd.utils.CONFIG_STACK": "the module that binds features is handed no options",
    },
    WRITER: {
        "allure_commons.hookimpl": "results are completed and scrubbed before they are written",
        "allure_commons.plugin_manager": "that is only possible in the place of its file writer",
        "allure_commons.logger.AllureFileLogger": "the file writer whose place is taken",
        "allure_commons.model2.ExecutableItem": "what may hold attachments",
        "allure_commons.model2.Label": "labels of a scenario in place of a function's",
        "allure_commons.model2.Link": "links to issues and cases",
        "allure_commons.model2.Parameter": "a row's values, a sentence's values",
        "allure_commons.model2.Status": "passed, failed, broken, skipped",
        "allure_commons.model2.StatusDetails": "the sentence of a failure",
        "allure_commons.model2.TestAfterResult": "tear-downs have titles of their own",
        "allure_commons.model2.TestBeforeResult": "set-ups have titles of their own",
        "allure_commons.model2.TestResult": "the preflight's own result",
        "allure_commons.model2.TestResultContainer": "set-ups and tear-downs without a title are left out",
        "allure_commons.model2.TestStepResult": "Gherkin steps; the public decorators know none from a hook",
        "allure_pytest.helper.AllureTitleHelper": "allure-pytest leaves one behind in the process, for each run",
    },
    SECOND_PLAY: {
        "_pytest.runner.runtestprotocol": "a test is played twice before its one outcome is reported"
    },
    JUNIT: {"_pytest.junitxml.LogXML": "a full disk takes its file, and must not take the verdict"},
}
"""By file: what it imports that its library does not publish, and why."""

MEMBERS = {
    "allure_commons.reporter.AllureReporter": {
        "get_test": "the test of the moment",
        "get_item": "an open step, and what kind of thing is open",
        "start_step": "a step from a hook",
        "stop_step": "the same",
        "attach_data": "an attachment to something that is not the innermost",
        "global_error": "errors of a run itself",
    },
    "allure_commons.plugin_manager": {"get_plugins": "to find the file writer"},
}
"""What is called on objects that allure-pytest made; the writer alone does."""

WORDS = {
    "_pytest_bdd_example": (GHERKIN, "pytest_bdd.scenario", "the row of an outline"),
    "__allure_display_name__": (
        WRITER,
        "allure_pytest.listener",
        "a fixture's title; the public one is drawn twice",
    ),
    "allure_listener": (WRITER, "allure_pytest.plugin", "the plugin that holds the reporter"),
    "allure_logger": (WRITER, "allure_pytest.listener", "the reporter of this run"),
    "clean_alluredir": (WRITER, "allure_pytest.plugin", "workers must not clean what another has written"),
    "._items": (WRITER, "allure_commons.reporter", "what is open, from the outermost to the innermost"),
    "dsession": ("harness/plugin.py", "xdist.plugin", "no worker is started for a run that runs nothing"),
    "Expect.__call__": ("harness/browser/asserted_elements.py", None, "a picture shows what was asserted"),
}
"""Names that are no imports: the file that has them, the module in which they are found, and why."""

PUBLIC = {"pytest_bdd": {*import_module("pytest_bdd").__all__, "parsers"}, "allure": set[str]()}
"""What its documentation names; all else of these libraries is private."""

STUBS = "_typeshed."
"""Types for type checkers, named with an underscore and published."""

LIBRARIES = ("pytest_bdd", "allure", "allure_commons", "allure_pytest")
"""Of any other library, what begins with an underscore is private."""

MAY_LOOK = {
    "tests/plugin/two_runs.py": "sees what a run leaves behind in Allure's plugins",
}


def _files(*folders: str) -> Iterator[str]:
    yield "conftest.py"
    for folder in folders:
        for path in sorted((PROJECT / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield path.relative_to(PROJECT).as_posix()


def _imported(source: str) -> Iterator[str]:
    """Give every name that is imported, with its module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _private(source: str) -> set[str]:
    """Give the imports of what a library does not publish."""
    return {
        name
        for name in _imported(source)
        if not name.startswith(STUBS)
        and (
            any(part.startswith("_") and not part.startswith("__") for part in name.split("."))
            or (name.partition(".")[0] in LIBRARIES and not _is_public(name))
        )
    }


def _is_public(name: str) -> bool:
    library, _, rest = name.partition(".")
    return rest in PUBLIC.get(library, ())


def _found(name: str) -> Any:
    """Give what a dotted name stands for in what is installed; raises AttributeError where there is none."""
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(module), attribute)


def _text(file: str) -> str:
    return (PROJECT / file).read_text(encoding="utf-8")


def test_each_private_import_stands_in_one_file() -> None:
    """And is pinned here; the suite's own tests keep to it as well."""
    files = _files("api", "features", "harness", "pages", "sandbox", "steps", "tests", "tools")
    found = {file: private for file in files if file not in MAY_LOOK and (private := _private(_text(file)))}
    assert found == {file: set(names) for file, names in IMPORTED.items()}


def test_the_installed_version_has_it(subtests: pytest.Subtests) -> None:
    """What is gone in a new version is reported by its name."""
    for names in IMPORTED.values():
        for name in names:
            with subtests.test(name=name):
                assert _found(name) is not None


def test_the_installed_version_has_the_member(subtests: pytest.Subtests) -> None:
    """Of objects that are handed over."""
    for owner, members in MEMBERS.items():
        for member in members:
            with subtests.test(owner=owner, member=member):
                assert callable(getattr(_found(owner), member))


def test_the_word_stands_in_one_file(subtests: pytest.Subtests) -> None:
    """And the library still has it."""
    for word, (file, module, _) in WORDS.items():
        with subtests.test(word=word):
            assert [one for one in _files("harness", "tools") if word in _text(one)] == [file]
            if module:
                assert word in inspect.getsource(import_module(module))


def test_a_private_import_is_found(subtests: pytest.Subtests) -> None:
    """Each kind is distinguished from what is published."""
    for line, private in [
        ("from pytest_bdd import given, parsers", set()),
        ("from pytest_bdd.parser import Step", {"pytest_bdd.parser.Step"}),
        ("import allure_commons", {"allure_commons"}),
        ("from _pytest.stash import Stash", {"_pytest.stash.Stash"}),
        ("from playwright._impl import _errors", {"playwright._impl._errors"}),
        ("from __future__ import annotations", set()),
    ]:
        with subtests.test(line=line):
            assert _private(line) == private


def test_why_is_said() -> None:
    """Each name has its reason, and each file exists."""
    reasons = [why for names in (*IMPORTED.values(), *MEMBERS.values()) for why in names.values()]
    assert all([*reasons, *(why for _, _, why in WORDS.values()), *MAY_LOOK.values()])
    assert all(Path(PROJECT, file).is_file() for file in MAY_LOOK)
