"""A shop that is wrong in one place turns the scenarios red that speak of it, with a sentence that says why.

`make defects` tries every defect by itself; here those that do not meet in one another's scenarios share a run.
"""

import shlex
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from sandbox.defects import DEFECTS
from tests.acceptance.feature_run import FeatureRun, run_features
from tools.coverage import scenario_titles
from tools.defects.rows import STOCK, Row, Table

ROWS = Table.read().rows
PARTS = [row for row in ROWS if "order_processing_step_6-01" in row.red]
"""The parts of the step: each defect turns its part and the whole step red."""

TOGETHER = {
    name: [row for row in ROWS if row.together == name]
    for name in sorted({row.together for row in ROWS} - {""})
}
WAITING = {"sign_in", "near_pages", "hyva sign_in", "hyva near_pages"}
"""Groups of which most scenarios wait for what never comes."""

NOT_ON_HYVA = {
    *("first-name-alone", "longer-greeting", "escaped-greeting"),
    *("list-region-id", "list-longer-postcode", "list-longer-telephone"),
}
"""Its header greets nobody, and its list of other addresses shows neither region nor postcode nor telephone number."""

_ON_HYVA = {
    **{name: name for name in ("addresses", "sign_in", "near_addresses", "near_pages", "nearer_pages")},
    "swapped-addresses": "swapped",
    "address-book-is-lost": "lost",
}
"""The groups, and two defects by themselves, that are played on Hyvä, each with its name there."""

ON_HYVA = {
    f"hyva {there}": [
        replace(row, store=f"{STOCK} --theme us=hyva")
        for row in ROWS
        if here in (row.name, row.together) and row.name not in NOT_ON_HYVA
    ]
    for here, there in _ON_HYVA.items()
}
"""The browser's defects once more, in the groups of above, on a store view with Hyvä."""

GROUPS = {**TOGETHER, **ON_HYVA}

TRUE_OF_MAGENTO = {"dead-sign-in-form", "cached-home-page"}
"""Faults of a real 2.4.8, which the suite has to live with."""

EMBEDDED = ("--shop", "embedded")
IMPATIENT = ("-p", "tools.defects.impatient", "--play-again", "0")


def _failed(run: FeatureRun) -> dict[str, str]:
    """Give the failed scenarios by their ids, each with its sentence."""
    ids = {title: scenario_id for scenario_id, title in scenario_titles().items()}
    return {ids[title]: sentence for title, sentence in run.failed().items()}


def _ids(rows: Iterable[Row]) -> str:
    return " or ".join(sorted({id_ for row in rows for id_ in row.red}))


def _store(rows: list[Row], *, sound: bool = False) -> str:
    """Give the options of the store that the rows share, with all their defects unless it is to be sound."""
    first = rows[0]
    sets = [option for path, value in first.set.items() for option in ("--set", f"{path}={value}")]
    defects = [] if sound else [option for row in rows for option in ("--defect", row.name)]
    return f"--sandbox={shlex.join([*shlex.split(first.store), *sets, *defects])}"


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row.name)
def test_part_of_the_step_fails(tmp_path: Path, row: Row) -> None:
    """The part and the whole step are red for the defect's reason."""
    run = run_features(tmp_path, "-m", "tutorial", *EMBEDDED, _store([row]), *IMPATIENT)
    failed = _failed(run)
    assert run.exit_code == 1, run.output
    assert {id_: failed[id_] for id_, sentence in row.red.items() if sentence not in failed[id_]} == {}


@pytest.mark.parametrize("group", TOGETHER)
def test_scenario_fails(tmp_path: Path, group: str) -> None:
    """Each defect turns its scenarios red, for its own reason."""
    _expect_failures(tmp_path, TOGETHER[group], group)


@pytest.mark.parametrize("group", ON_HYVA)
def test_scenario_fails_on_hyva(tmp_path: Path, group: str) -> None:
    """As on Luma, in the same words."""
    _expect_failures(tmp_path, ON_HYVA[group], group)


def _expect_failures(tmp_path: Path, rows: list[Row], group: str) -> None:
    workers = ("-n", "2") if group in WAITING else ()
    run = run_features(tmp_path, "-m", _ids(rows), *EMBEDDED, _store(rows), *IMPATIENT, *workers)
    failed = _failed(run)
    assert run.exit_code == 1, run.output
    wanted = [(row.name, id_, sentence) for row in rows for id_, sentence in row.red.items()]
    seen = {f"{name}: {id_}": failed.get(id_, "passed") for name, id_, _ in wanted}
    assert {key: seen[key] for name, id_, words in wanted if words not in seen[key := f"{name}: {id_}"]} == {}


@pytest.mark.parametrize("store", sorted({_store(rows, sound=True) for rows in GROUPS.values()}))
def test_sound_store_passes(tmp_path: Path, store: str) -> None:
    """Without a defect none of these scenarios is red or left out, so the reds are the defects' own."""
    rows = [row for rows in GROUPS.values() if _store(rows, sound=True) == store for row in rows]
    run = run_features(tmp_path, "-m", _ids(rows), *EMBEDDED, store)
    assert (run.exit_code, run.failed()) == (0, {}), run.output


@pytest.mark.parametrize("group", GROUPS)
def test_group_shares_a_store(group: str) -> None:
    """What is tried in one run is tried on one store."""
    assert len({(row.store, *row.set.items()) for row in GROUPS[group]}) == 1


def test_every_defect_is_tried() -> None:
    """The embedded store has no fault that the suite is blind to, on a stock shop or on one that is set otherwise."""
    assert {row.name for row in ROWS} == DEFECTS.keys() - TRUE_OF_MAGENTO
    assert any(row.store == STOCK for row in ROWS)
