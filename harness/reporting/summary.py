"""A run in a few lines of Markdown, for a pull request or a chat: how it went, what failed, what was skipped."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from harness.core.causes import Cause
from harness.reporting import facts
from harness.reporting.build import Build
from harness.reporting.run_sentence import RunSentence

SUMMARY = "summary.md"
"""The name of its file."""

_KNOWN = "known defects"
"""What is counted apart from the skipped, whose status it has in the results."""

_STATUSES = ("passed", "failed", "broken", "skipped", _KNOWN)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


@dataclass(frozen=True)
class Results:
    """A run as its results show it, and what else is known: its sentence, its build, its report.

    `report` is the report's URL, or its path as seen from the summary; "" when there is none.
    """

    results: Path
    build: Build | None = None
    report: str = ""
    sentence: str = ""

    def summary(self) -> str:
        """Give the Markdown; a run whose sentence nobody gave is judged by its results."""
        scenarios = _scenarios(self.results)
        parts = (
            f"### {_plain(self.sentence or str(_sentence(scenarios)))}",
            _counts(scenarios),
            _list("", map(_plain, _run_errors(self.results))),
            _list("**Failed**", map(_failure, _failures(scenarios))),
            _list("**Skipped**", _reasons(scenarios)),
            _list("**Known defects**", map(_line, _of_status(scenarios, _KNOWN))),
            _list("**Mended**", map(_line, filter(_message, _of_status(scenarios, "passed")))),
            " · ".join(
                f"{_plain(name)}: {_plain(value)}" for name, value in facts.read(self.results).items()
            ),
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
    for result in read:
        if _label(result, "cause") == Cause.DEFECT:
            result["status"] = _KNOWN
    return sorted(read, key=lambda result: (_label(result, "feature"), _label(result, "id"), result["name"]))


def _sentence(scenarios: list[dict[str, Any]]) -> RunSentence:
    outcomes = {
        "passed": "passed",
        "failed": "failed",
        "broken": "failed",
        "skipped": "skipped",
        _KNOWN: "xfailed",
    }
    ended: dict[str, list[SimpleNamespace]] = {}
    for scenario in scenarios:
        ended.setdefault(outcomes[scenario["status"]], []).append(SimpleNamespace(nodeid=scenario["uuid"]))
    return RunSentence(
        ended, interrupted=any(_label(each, "cause") == Cause.INTERRUPTION for each in scenarios)
    )


def _run_errors(results: Path) -> Iterator[str]:
    """Read the run's own errors, which no scenario stands for."""
    for path in sorted(results.glob("*-globals.json")):
        for error in json.loads(path.read_text(encoding="utf-8")).get("errors", []):
            yield error["message"]


def _counts(scenarios: list[dict[str, Any]]) -> str:
    counts = Counter(scenario["status"] for scenario in scenarios)
    columns = [status for status in _STATUSES if counts[status] or status in {"passed", "failed"}]
    rows = (columns, ["---:"] * len(columns), [str(counts[status]) for status in columns])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _failures(scenarios: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [scenario for scenario in scenarios if scenario["status"] in {"failed", "broken"}]


def _failure(scenario: dict[str, Any]) -> str:
    again = _label(scenario, "played_again")
    more = [_label(scenario, "cause"), f"{again} when played again" if again else ""]
    return f"{_line(scenario)} ({_plain('; '.join(filter(None, more)))})" if any(more) else _line(scenario)


def _line(scenario: dict[str, Any]) -> str:
    name = f"`{_label(scenario, 'id')}` " if _label(scenario, "id") else ""
    return f"{name}{_plain(scenario['name'])}: {_plain(_message(scenario) or 'no reason given')}"


def _message(scenario: dict[str, Any]) -> str:
    message = str((scenario.get("statusDetails") or {}).get("message") or "")
    return message.strip().partition("\n")[0]


def _of_status(scenarios: list[dict[str, Any]], status: str) -> Iterator[dict[str, Any]]:
    return (scenario for scenario in scenarios if scenario["status"] == status)


def _reasons(scenarios: list[dict[str, Any]]) -> Iterator[str]:
    skipped = _of_status(scenarios, "skipped")
    reasons = Counter(scenario.get("statusDetails", {}).get("message", "") for scenario in skipped)
    for reason, times in reasons.most_common():
        yield f"{times} × {_plain(reason.removeprefix('Skipped: ') or 'no reason given')}"


def _list(heading: str, lines: Iterable[str]) -> str:
    items = [f"- {line}" for line in lines]
    return "\n".join([heading, "", *items] if heading and items else items)


def _label(result: dict[str, Any], name: str) -> str:
    return next((str(label["value"]) for label in result["labels"] if label["name"] == name), "")


def _plain(text: str) -> str:
    """Keep a text from being taken for Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
