"""A run in a few lines of Markdown, for a pull request or a chat: how it went, what failed, what was skipped."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.reporting.build import Build

_STATUSES = ("passed", "failed", "broken", "skipped")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


@dataclass(frozen=True)
class Run:
    """What is known of a run: its sentence, the results' folder, facts, troubles, its build and its report."""

    verdict: str
    results: Path
    facts: Mapping[str, str]
    troubles: Sequence[str]
    build: Build | None
    report: str
    """The address of the report, or its path as seen from the summary; "" when there is none."""

    def summary(self) -> str:
        """Give the Markdown."""
        scenarios = _scenarios(self.results)
        parts = (
            f"### {_plain(self.verdict)}",
            _counts(scenarios),
            _list("", (_plain(trouble) for trouble in self.troubles)),
            _list("**Failed**", map(_failure, _failures(scenarios))),
            _list("**Skipped**", _reasons(scenarios)),
            " · ".join(f"{_plain(name)}: {_plain(value)}" for name, value in self.facts.items()),
            " · ".join(self._links()),
        )
        return "\n\n".join(part for part in parts if part) + "\n"

    def _links(self) -> Iterator[str]:
        if self.report:
            yield f"[Report]({self.report})"
        if self.build:
            yield f"[{_plain(self.build.name)}: {_plain(self.build.buildName)}]({self.build.buildUrl})"


def _scenarios(results: Path) -> list[dict[str, Any]]:
    """Read Allure's results, in the order of the features."""
    read = [json.loads(path.read_text(encoding="utf-8")) for path in results.glob("*-result.json")]
    return sorted(read, key=lambda result: (_label(result, "feature"), _label(result, "id"), result["name"]))


def _counts(scenarios: list[dict[str, Any]]) -> str:
    counts = Counter(scenario["status"] for scenario in scenarios)
    columns = [status for status in _STATUSES if counts[status] or status in {"passed", "failed"}]
    rows = (columns, ["---:"] * len(columns), [str(counts[status]) for status in columns])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _failures(scenarios: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [scenario for scenario in scenarios if scenario["status"] in {"failed", "broken"}]


def _failure(scenario: dict[str, Any]) -> str:
    reason, _, _ = scenario.get("statusDetails", {}).get("message", "").strip().partition("\n")
    cause = _label(scenario, "cause")
    name = f"`{_label(scenario, 'id')}` " if _label(scenario, "id") else ""
    blame = f" ({_plain(cause)})" if cause else ""
    return f"{name}{_plain(scenario['name'])}: {_plain(reason or 'no reason told')}{blame}"


def _reasons(scenarios: list[dict[str, Any]]) -> Iterator[str]:
    skipped = (scenario for scenario in scenarios if scenario["status"] == "skipped")
    reasons = Counter(scenario.get("statusDetails", {}).get("message", "") for scenario in skipped)
    for reason, times in reasons.most_common():
        yield f"{times} × {_plain(reason.removeprefix('Skipped: ') or 'no reason told')}"


def _list(heading: str, lines: Iterator[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join([heading, "", *items] if heading and items else items)


def _label(result: dict[str, Any], name: str) -> str:
    return next((str(label["value"]) for label in result["labels"] if label["name"] == name), "")


def _plain(text: str) -> str:
    """Keep a text from being taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
