"""Writes docs/defects.md: what was wrong, which scenarios were red, what they said, and how the run ended."""

import re
from collections.abc import Iterable, Mapping, Sequence

from harness.shop.shop import PROJECT
from tools.coverage import scenario_titles
from tools.defects.rows import Row, Table
from tools.defects.trial import Trial
from tools.machine import machine, today

PAGE = PROJECT / "docs" / "defects.md"

_LONGEST = 220
_HEAD = """\
<!-- Written by `make defects` from a run of tools/defects/table.toml. -->

# What the suite catches

The embedded store was made wrong in one place after the other, and the scenarios that a defect concerns were run as a
user runs them. {defects} such runs turned {scenarios} of {all} scenarios red, {as_expected} as the table expects. The
sentence is that of the first red scenario which the table names.

{day}, {seconds:.0f} s; {machine}.

| defect | what is wrong | is red | and says | exit code |
|---|---|---|---|---|
"""
_UNPROVEN = """
## Unproven

No defect of the table turns these scenarios red.

| scenario | why |
|---|---|
"""


def markdown(trials: Sequence[Trial], table: Table, meanings: Mapping[str, str], seconds: float) -> str:
    """Give the page; `meanings` say by name what is wrong with the store."""
    head = _HEAD.format(
        defects=len(trials),
        scenarios=len({id_ for trial in trials for id_ in _red(trial)}),
        all=len(table.played),
        as_expected=sum(not trial.problems for trial in trials),
        day=today(),
        seconds=seconds,
        machine=machine(),
    )
    rows = (f"| {' | '.join(_cells(trial, meanings))} |\n" for trial in trials)
    return head + "".join(rows) + "".join(_without_proof(table))


def shown(page: str) -> list[tuple[str, list[str]]]:
    """Give the defects of a page's rows, each with the ids of its red scenarios."""
    rows = re.findall(r"^\| `([\w-]+)`[^|]* \| (?:[^|]|\\\|)+ \| ([^|]+) \|", page, re.MULTILINE)
    return [(name, ids.split(", ")) for name, ids in rows]


def shown_unproven(page: str) -> list[str]:
    """Give the ids of the scenarios that a page calls unproven."""
    return re.findall(r"^\| ([\w.-]+): ", page.partition("## Unproven")[2], re.MULTILINE)


def _red(trial: Trial) -> list[str]:
    return sorted(id_ for id_, outcome in trial.seen.items() if outcome.is_red)


def _cells(trial: Trial, meanings: Mapping[str, str]) -> list[str]:
    row = trial.row
    red = _red(trial)
    first = next((id_ for id_ in red if _named(id_, row.red)), next(iter(red), ""))
    said = trial.seen[first].sentence if first else ""
    problems = "".join(f"<br>**{_cell(problem)}**" for problem in trial.problems)
    return [
        f"`{row.name}`{_where(row)}",
        _cell(meanings[row.name]),
        ", ".join(red),
        f"{_cell(said)}{problems}",
        str(trial.exit_code),
    ]


def _named(id_: str, ids: Iterable[str]) -> bool:
    return any(id_ == one or id_.startswith(f"{one}.") for one in ids)


def _where(row: Row) -> str:
    return f" where {row.configured}" if row.configured else ""


def _cell(text: str) -> str:
    """Write a text into a cell: in one line, without what is another in each run."""
    line = " ".join(text.split())
    line = re.sub(r"acceptance\+[\w.-]+@", "acceptance+...@", line, flags=re.IGNORECASE)
    line = re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1", line)
    short = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} ..."
    return short.replace("|", "\\|").replace("<", "&lt;")


def _without_proof(table: Table) -> Iterable[str]:
    titles = scenario_titles()
    if ids := table.without_proof():
        yield _UNPROVEN
    for id_ in ids:
        yield f"| {id_}: {_cell(titles[id_])} | {table.reason(id_)} |\n"
