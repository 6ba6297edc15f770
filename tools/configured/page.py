"""Writes docs/configured.md: how a shop may be set, where that stands in the admin, and what the suite does."""

from collections.abc import Iterable, Sequence

from harness.shop.shop import PROJECT
from tools.configured.rows import Row
from tools.configured.trial import Trial

PAGE = PROJECT / "docs" / "configured.md"

_HEAD = """\
<!-- Written by `make configured` from a run of tools/configured/matrix.toml. -->

# Shops that are set otherwise than stock

A run finds out how a shop is set, makes its customer fit, and holds the shop to what it says of itself. Each row was
carried out against the embedded store, set by Magento's own paths. Then the store got a fault of that very field, and
the scenarios of the last column failed.

| set | below Stores > Configuration | by | in shops.toml | what the suite does | with this fault | is red |
|---|---|---|---|---|---|---|
"""


def renewed(page: str, trials: Sequence[Trial], rows: Sequence[Row]) -> str:
    """Give the page with the lines of these trials anew, in the order of the table `rows`."""
    lines = _lines(page) | {trial.row.name: f"| {' | '.join(_cells(trial))} |" for trial in trials}
    return _HEAD + "".join(f"{lines[row.name]}\n" for row in rows if row.name in lines)


def names(page: str) -> list[str]:
    """Give the names of the rows that a page has."""
    return list(_lines(page))


def _lines(page: str) -> dict[str, str]:
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    return {line.split(" | ")[0].removeprefix("| "): line for line in lines[1:]}


def _cells(trial: Trial) -> list[str]:
    row = trial.row
    return [
        row.name,
        row.place,
        "<br>".join(f"`{each}`" for each in (*row.set, *_options(row))),
        "<br>".join(f"`{name}`" for name in row.settings) or "nothing",
        "<br>".join(_done(trial)),
        f"`{row.defect}`",
        ", ".join(row.red),
    ]


def _options(row: Row) -> Iterable[str]:
    return [" ".join(row.options)] if row.options else []


def _done(trial: Trial) -> list[str]:
    passed = [id_ for id_, outcome in sorted(trial.seen.items()) if outcome.status == "passed"]
    skipped = [
        f"{id_} is skipped: {outcome.reason.removeprefix('Skipped: ')}"
        for id_, outcome in sorted(trial.seen.items())
        if outcome.status == "skipped"
    ]
    unexpected = [f"**{problem}**" for problem in trial.problems]
    return [f"passed: {', '.join(passed)}", *skipped, *unexpected]
