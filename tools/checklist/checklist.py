"""What stands on the checklist: for each scenario its steps, with what was sent, opened and answered in the run."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from pydantic import BaseModel

from tools.checklist.results import UNREADABLE, Attachment, Result, Results, ResultsError, Step
from tools.checklist.wording import OTHER_TOKEN, Emails, Words, authorization

EXCHANGE = "application/vnd.allure.http+json"
PAGES = "text/uri-list"
TABLE, TEXT = "Data table", "Text"
_USUAL = "application/json"
_REFUSED = 400


class _Message(BaseModel):
    """One side of an exchange: a request has method and URL, an answer has a status."""

    method: str = ""
    url: str = ""
    status: int = 0
    headers: list[dict[str, str]] = []
    body: dict[str, str] = {}

    def header(self, name: str) -> str:
        return next((header["value"] for header in self.headers if header["name"] == name), "")

    @property
    def text(self) -> str:
        return self.body.get("value", "")


class _Exchange(BaseModel):
    request: _Message
    response: _Message


@dataclass(frozen=True)
class Call:
    """One request as a tester sends it: a line, the headers that matter, the body; its answer, and how often."""

    line: str
    headers: Mapping[str, str]
    body: str
    answer: str
    times: int = 1


@dataclass(frozen=True)
class CheckStep:
    """One step to tick; `was_reached` tells whether the run came to it, so that there are values."""

    keyword: str
    sentence: str
    has_failed: bool
    was_reached: bool
    table: Sequence[Sequence[str]]
    text: str
    pages: Sequence[str]
    calls: Sequence[Call]


@dataclass(frozen=True)
class CheckScenario:
    """One scenario to go through; `reason` tells why it failed, broke or was skipped in the run."""

    id: str
    title: str
    severity: str
    status: str
    reason: str
    steps: Sequence[CheckStep]

    @property
    def has_failed(self) -> bool:
        """Tell whether it neither passed nor was skipped."""
        return self.status not in {"passed", "skipped"}


@dataclass(frozen=True)
class Checklist:
    """Scenarios by feature and rule, then those that were skipped; `notes` tell why the run was not whole."""

    facts: Mapping[str, str]
    features: Mapping[str, Mapping[str, Sequence[CheckScenario]]]
    skipped: Sequence[CheckScenario]
    notes: Sequence[str]

    @property
    def scenarios(self) -> list[CheckScenario]:
        """Give those to go through, in order."""
        return [each for rules in self.features.values() for group in rules.values() for each in group]

    @property
    def headline(self) -> str:
        """Tell which run of which shop it is made of, and how much stands on it."""
        return (
            f"Checklist of {len(self.scenarios)} scenarios, from the run {self.facts.get('Run', '(unknown)')}"
            f" of {self.facts.get('Shop', 'a shop that is not known')}"
            f" ({sum(each.has_failed for each in self.scenarios)} failed in it, {len(self.skipped)} skipped)"
        )


def checklist(results: Results) -> Checklist:
    """Make the checklist of a run; raise ResultsError where not all of it can be read."""
    read = results.results()
    emails = Emails()
    features: dict[str, dict[str, list[CheckScenario]]] = {}
    skipped = []
    for result in sorted(filter(lambda each: each.is_scenario, read), key=_place):
        scenario = _Reader(results, emails).scenario(result)
        if scenario.status == "skipped":
            skipped.append(scenario)
        else:
            rules = features.setdefault(result.label("feature"), {})
            rules.setdefault(result.label("story"), []).append(scenario)
    if not (features or skipped):
        raise ResultsError("The run has no result of a scenario: see what its report says.", UNREADABLE)
    others = [each for each in read if not each.is_scenario and each.status != "passed"]
    notes = [*(f"{each.name}: {each.message}" for each in others), *results.run_errors()]
    return Checklist(results.facts(), features, skipped, notes)


def _place(result: Result) -> tuple[list[str | int], str]:
    """Sort by id: the file's name, the scenario's number, the row's number."""
    parts = re.split(r"(\d+)", result.label("id"))
    return [int(part) if part.isdecimal() else part for part in parts], result.name


class _Reader:
    """Reads one scenario's result, step by step: what a step answers, a later one may send."""

    def __init__(self, results: Results, emails: Emails) -> None:
        self._results = results
        self._words = Words(emails)

    def scenario(self, result: Result) -> CheckScenario:
        """Give the scenario in words."""
        return CheckScenario(
            id=result.label("id"),
            title=result.name,
            severity=result.label("severity"),
            status=result.status,
            steps=[self._step(step) for step in result.steps],
            reason=self._words.text(result.message),
        )

    def _step(self, step: Step) -> CheckStep:
        keyword, _, sentence = step.name.partition(" ")
        attachments = list(step.all_attachments())
        calls = list(self._calls(attachments))
        texts = {each.name: self._text(each) for each in attachments if each.name in {TABLE, TEXT}}
        lists = (self._results.text(each.source) for each in attachments if each.type == PAGES)
        lines = (line for text in lists for line in text.splitlines())
        return CheckStep(
            keyword=keyword,
            sentence=self._words.text(sentence),
            has_failed=step.status in {"failed", "broken"},
            was_reached=step.status != "skipped",
            table=list(csv.reader(texts.get(TABLE, "").splitlines())),
            text=texts.get(TEXT, ""),
            pages=[self._words.url(line) for line in lines if line and not line.startswith("#")],
            calls=[replace(call, times=len(list(same))) for call, same in groupby(calls)],
        )

    def _text(self, attachment: Attachment) -> str:
        return self._words.text(self._results.text(attachment.source))

    def _calls(self, attachments: Sequence[Attachment]) -> Iterator[Call]:
        """Give the requests; the command that repeats one stands behind it and tells whose token it bears."""
        for attachment, following in zip_longest(attachments, attachments[1:]):
            if attachment.type == EXCHANGE:
                is_command = following and following.name.startswith("curl: ")
                command = self._results.text(following.source) if following and is_command else ""
                yield self._call(self._results.read(_Exchange, attachment.source), authorization(command))

    def _call(self, exchange: _Exchange, authorization: str) -> Call:
        request, response = exchange.request, exchange.response
        if request.method == "POST" and request.url.endswith("/customers") and response.status < _REFUSED:
            self._words.learn(response.text)
        return Call(
            line=f"{request.method} {self._words.url(request.url)}",
            headers=dict(self._headers(request, authorization)),
            body=self._words.body(request.text),
            answer=f"{response.status} {self._words.body(response.text)}".strip()
            if response.status >= _REFUSED
            else str(response.status),
        )

    @staticmethod
    def _headers(request: _Message, authorization: str) -> Iterator[tuple[str, str]]:
        """Give who asks, and the headers that are not as ever."""
        if request.header("Authorization"):
            yield "Authorization", authorization or OTHER_TOKEN
        content_type = request.header("Content-Type")
        if request.text and content_type != _USUAL:
            yield "Content-Type", content_type or "(none)"
        if request.header("Accept") not in {"", _USUAL}:
            yield "Accept", request.header("Accept")
