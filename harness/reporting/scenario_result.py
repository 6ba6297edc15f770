"""What a scenario's result says of it: Gherkin's names in place of a Python function's, and where to go on."""

from collections.abc import Mapping

import pytest
from allure_commons.model2 import Label, Parameter, TestResult

from harness.core.scenario_identity import ScenarioIdentity
from harness.reporting.links import links
from harness.reporting.rerun import Rerun
from harness.reporting.results import link_patterns


class ScenarioResult:
    """Writes what is known of a scenario beforehand into its result."""

    def __init__(self, config: pytest.Config) -> None:
        self._patterns: Mapping[str, str] = link_patterns(config)
        self._rerun = Rerun(config)
        self._worker = getattr(config, "workerinput", {}).get("workerid", "main")

    def describe(self, result: TestResult, identity: ScenarioIdentity) -> None:
        """Give the result its names, its place, its links and the way to see it oneself."""
        result.name = identity.title
        result.fullName = identity.full_name
        result.testCaseId = identity.test_case_id
        result.historyId = identity.history_id
        result.description = self._description(identity)
        result.titlePath = [identity.feature.name, *filter(None, [identity.rule])]
        result.parameters = [Parameter(name=name, value=value) for name, value in identity.row.items()]
        result.links = list(links(identity, self._patterns))
        kept = [label for label in result.labels if label.name in {"host", "language"}]
        own = [*identity.labels, ("framework", "pytest-bdd"), ("thread", self._worker)]
        result.labels = kept + [Label(name=name, value=value) for name, value in own]

    def _description(self, identity: ScenarioIdentity) -> str:
        paragraphs = (identity.description, self._rerun.words(identity.short_id))
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
