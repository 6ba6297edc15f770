"""The sentences of the features: what they say, what may vary in them, what they do and where they are defined."""

import inspect
import re
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pytest_bdd import parsers

from harness.core.gherkin import Step, StepFunctionContext, step_definitions
from harness.shop.shop import PROJECT

KINDS = ("given", "when", "then", "any")

_GROUP = re.compile(r"\(\?P<(\w+)>((?:[^()]|\([^()]*\))*)\)")
"""A named group of a regular expression, with at most one more group inside."""

_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
"""A field of a `parse` pattern, with its type."""

_TYPES = {"d": "a whole number"}
_ANYTHING = {".*", ".+", '[^"]*', '[^"]+'}


@dataclass(frozen=True)
class Sentence:
    """One sentence that steps can be written with: its step definition, and the steps that may say it."""

    definition: StepFunctionContext
    steps: Sequence[Step]

    @property
    def kind(self) -> str:
        """Give the keyword it belongs to: "given", "when" or "then"."""
        return self.definition.type or "any"

    @cached_property
    def text(self) -> str:
        """Give the sentence as it is written, with {names} where it varies."""
        pattern = self.definition.parser.name
        if isinstance(self.definition.parser, parsers.re):
            return _GROUP.sub(r"{\1}", pattern).removesuffix("$")
        return _FIELD.sub(r"{\1}", pattern)

    @cached_property
    def parameters(self) -> dict[str, str]:
        """Give what may stand for each {name}, "" where any words may."""
        pattern = self.definition.parser.name
        if isinstance(self.definition.parser, parsers.re):
            return {name: _said(choice) for name, choice in _GROUP.findall(pattern)}
        if isinstance(self.definition.parser, parsers.string):
            return {}
        return {name: _TYPES.get(kind, kind) for name, kind in _FIELD.findall(pattern)}

    @property
    def takes_table(self) -> bool:
        """Tell whether a data table stands below it."""
        return "datatable" in inspect.signature(self.definition.step_func).parameters

    @property
    def summary(self) -> str:
        """Give what the step does, in its own words."""
        return inspect.getdoc(self.definition.step_func) or ""

    @property
    def chapter(self) -> str:
        """Give what the module's sentences are about."""
        return (
            (inspect.getdoc(sys.modules[self.definition.step_func.__module__]) or "")
            .partition("\n")[0]
            .rstrip(".")
        )

    @property
    def place(self) -> str:
        """Give the file and line of its definition."""
        line = self.definition.step_func.__code__.co_firstlineno
        shown = self._file.relative_to(PROJECT) if self._file.is_relative_to(PROJECT) else self._file
        return f"{shown.as_posix()}:{line}"

    @property
    def is_of_a_library(self) -> bool:
        """Tell whether it comes with pytest-bdd itself, which has one for debugging."""
        return self._file.is_relative_to(sysconfig.get_path("purelib"))

    @cached_property
    def examples(self) -> list[str]:
        """Give the ways in which the steps say a sentence that varies, each once."""
        parser = self.definition.parser
        said = {
            step.name: None for step in self.steps if step.type == self.kind and parser.is_matching(step.name)
        }
        return [] if list(said) == [self.text] else list(said)

    @property
    def _file(self) -> Path:
        return Path(self.definition.step_func.__code__.co_filename)


def known_sentences(steps: Sequence[Step]) -> list[Sentence]:
    """Give every sentence of the loaded step modules by what it is about, with the `steps` for examples."""
    known = (Sentence(definition, steps) for definition in step_definitions())
    sentences = [sentence for sentence in known if not sentence.is_of_a_library]
    return sorted(sentences, key=lambda one: (one.chapter, KINDS.index(one.kind), one.text))


def _said(choice: str) -> str:
    """Tell a person what a group of a regular expression stands for."""
    if choice in _ANYTHING:
        return ""
    if choice == r"\d+":
        return _TYPES["d"]
    return " or ".join(re.split(r"\|(?![^()]*\))", choice)).replace(".*", "...")
