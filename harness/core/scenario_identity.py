"""What the report calls a scenario, where it stands, and how it is recognised in the next run.

Its identity is its feature, its title and its example row, and where a run has several store views or browsers the one
that it was run with. Files may be added, moved and sorted without breaking a scenario's history.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from harness.core.gherkin import Feature, Scenario, ScenarioTemplate, row_of, template_of, variant_of

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")


@dataclass(frozen=True)
class ScenarioIdentity:
    """One scenario, or one row of an outline, as the features have it.

    `variant` says which store view and browser it was run with, by name, where its run has several.
    """

    template: ScenarioTemplate
    scenario: Scenario
    row: Mapping[str, str]
    extra_tags: frozenset[str]
    variant: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, item: pytest.Item) -> "ScenarioIdentity | None":
        """Find the scenario that a test runs, None when it is an ordinary test."""
        if not isinstance(item, pytest.Function):
            return None
        template = template_of(item)
        if template is None:
            return None
        row = row_of(item)
        tables = [table for table in template.examples if row in list(table.as_contexts())]
        tags = frozenset(tag for table in tables for tag in table.tags)
        return cls(template, template.render(row), row, tags, variant_of(item))

    def __str__(self) -> str:
        """Name the scenario for a person who may want to run it: its short id and its title."""
        return f"{self.short_id}: {self.title}" if self.short_id else self.title

    @property
    def title(self) -> str:
        """Give the title, an outline's filled with the row's values."""
        return self.scenario.name

    @property
    def feature(self) -> Feature:
        """Give the feature that the scenario belongs to."""
        return self.template.feature

    @property
    def rule(self) -> str:
        """Give the name of the rule that the scenario stands under, "" without one."""
        return self.template.rule.name if self.template.rule else ""

    @property
    def full_name(self) -> str:
        """Give the name that is unique over all features; an outline's rows share it."""
        return f"{self.feature.name}: {self.template.name}"

    @property
    def test_case_id(self) -> str:
        """Give the id of the scenario over all runs; an outline's rows share it."""
        return _digest(self.feature.name, self.template.name)

    @property
    def history_id(self) -> str:
        """Give the id of the scenario or row over all runs."""
        variant = [sorted(self.variant.items())] if self.variant else []
        return _digest(self.feature.name, self.template.name, sorted(self.row.items()), *variant)

    @property
    def parameters(self) -> Mapping[str, str]:
        """Give what tells apart the results that share a title: the row's values, the store view, the browser."""
        return {**self.row, **self.variant}

    @property
    def short_id(self) -> str:
        """Give the id that people and command lines use, "" without one; a variant's ends as ".de" or ".firefox"."""
        plain = self.plain_id
        return ".".join((plain, *self.variant.values())) if plain else ""

    @property
    def plain_id(self) -> str:
        """Give the same, whatever store view and browser it was run with."""
        return short_id(self.template, self.row)

    @property
    def description(self) -> str:
        """Give the nearest description: the scenario's own, its rule's or its feature's."""
        rule = self.template.rule
        texts = (self.template.description, rule.description if rule else "", self.feature.description)
        return next((dedent(text).strip() for text in texts if text.strip()), "")

    @property
    def severity(self) -> str:
        """Give the gravest severity among the tags, "" without one."""
        return next((severity for severity in SEVERITIES if severity in self._all_tags), "")

    @property
    def tags(self) -> list[str]:
        """Give the tags that name neither a severity nor the scenario."""
        return sorted(self._all_tags.difference(SEVERITIES, [_id_tag(self.template)]))

    @property
    def issues(self) -> list[str]:
        """Give the issues of a tracker that the scenario is tagged with: ABC-123 for @issue-ABC-123."""
        return [tag.removeprefix("issue-") for tag in self.tags if tag.startswith("issue-")]

    @property
    def is_known_to_fail(self) -> bool:
        """Tell whether a failure would be no news: an issue or a tag such as @known-defect says so."""
        return any(tag.startswith(("issue-", "known-")) for tag in self.tags)

    @property
    def labels(self) -> list[tuple[str, str]]:
        """Give Allure's labels by name: where the scenario stands and what it is tagged with."""
        places = {
            "feature": self.feature.name,
            "story": self.rule,
            "suite": self.feature.name,
            "subSuite": self.rule,
            "severity": self.severity,
            "id": self.short_id,
        }
        return [
            *((name, value) for name, value in places.items() if value),
            *(("tag", tag) for tag in self.tags),
        ]

    @property
    def _all_tags(self) -> set[str]:
        rule = self.template.rule
        return self.template.tags | self.feature.tags | (rule.tags if rule else set()) | self.extra_tags


def short_id(template: ScenarioTemplate, row: Mapping[str, str]) -> str:
    """Give a scenario's id, "" without one; with the values of its row, that of one row of an outline.

    It is the tag of the feature file's name and a number ("create_customer-14"); rows are counted from 1
    ("create_customer-14.2").
    """
    tag = _id_tag(template)
    if not (tag and row):
        return tag
    rows: list[Mapping[str, str]] = [each for table in template.examples for each in table.as_contexts()]
    return f"{tag}.{rows.index(row) + 1}"


def _id_tag(template: ScenarioTemplate) -> str:
    stem = re.escape(Path(template.feature.filename).stem)
    return next((tag for tag in template.tags if re.fullmatch(rf"{stem}-\d+", tag)), "")


def _digest(*parts: Any) -> str:
    """Allure's ids are MD5; JSON keeps apart what mere joining would mix up."""
    return md5(json.dumps(parts).encode(), usedforsecurity=False).hexdigest()
