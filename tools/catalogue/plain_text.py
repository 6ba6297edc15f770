"""The catalogue as plain text, for a terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from harness.core.scenario_identity import ScenarioIdentity
from tools.catalogue.sentences import Sentence

_INDENT = " " * 8


def of_scenarios(scenarios: Sequence[ScenarioIdentity]) -> Iterator[str]:
    """List the scenarios by feature and rule, each with its id and tags; give line after line."""
    width = max((len(each.short_id) for each in scenarios), default=0)
    for feature, of_feature in groupby(scenarios, lambda each: each.feature.name):
        yield f"\n{feature}"
        for rule, of_rule in groupby(of_feature, lambda each: each.rule):
            yield f"\n  {rule}\n" if rule else ""
            for each in of_rule:
                tags = " ".join(f"@{tag}" for tag in (each.severity, *each.tags) if tag)
                yield f"    {each.short_id:<{width}}  {each.title}  {tags}".rstrip()
    yield f"\n{len(scenarios)} scenarios, a row of an outline counted as one."


def of_sentences(sentences: Sequence[Sentence]) -> Iterator[str]:
    """List the sentences by what they are about, with what may vary and how they are used."""
    for chapter, of_chapter in groupby(sentences, lambda each: each.chapter):
        yield f"\n{chapter}"
        for each in of_chapter:
            yield f"\n  {each.kind.capitalize():<5} {each.text}"
            yield f"{_INDENT}{each.summary.partition(chr(10))[0]}  ({each.place})"
            yield from (f"{_INDENT}{line}" for line in _variations(each))
    yield f"\n{len(sentences)} sentences."


def _variations(sentence: Sentence) -> Iterator[str]:
    for name, choice in sentence.parameters.items():
        yield f"{{{name}}}: {choice or 'any words'}"
    if sentence.takes_table:
        yield "with a data table below it"
    for example in sentence.examples:
        yield f"as in: {example}"
