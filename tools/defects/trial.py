"""Carries one defect out in this process: the store is switched to it, and the scenarios are run as by a user."""

import io
import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
import requests

from harness.run.embedded_store import EmbeddedStore
from harness.shop.shop import PROJECT
from tools.checklist.results import Results, ResultsError
from tools.defects.rows import STOCK, Row

_TIME_LIMIT = 10


@dataclass(frozen=True)
class Outcome:
    """What became of a scenario: "passed", "failed", "broken" or "skipped", and the sentence that says why."""

    status: str
    sentence: str

    @property
    def is_red(self) -> bool:
        """Tell whether it would be red in the report."""
        return self.status in {"failed", "broken"}


@dataclass(frozen=True)
class Trial:
    """A row with what was seen, by the scenario's id; `problems` say where it is not as the row expects."""

    row: Row
    exit_code: int
    seen: Mapping[str, Outcome]
    problems: tuple[str, ...]


def try_out(row: Row) -> Trial:
    """Run the row's scenarios at a store with its defect alone."""
    exit_code, seen, said = _played(row)
    return Trial(row, exit_code, seen, tuple(problems(row, exit_code, seen, said)))


def meanings() -> dict[str, str]:
    """Give what is wrong with the store by the name of each defect, as the store says it."""
    testing = f"{_store(STOCK).shop.base_url}/sandbox/testing"
    answer = requests.get(f"{testing}/defects", timeout=_TIME_LIMIT)
    answer.raise_for_status()
    said: dict[str, str] = answer.json()
    return said


def problems(row: Row, exit_code: int, seen: Mapping[str, Outcome], said: str) -> Iterable[str]:
    """Say where a run is not as the row expects; `said` is what it printed."""
    if exit_code != pytest.ExitCode.TESTS_FAILED:
        yield f"exit code {exit_code} in place of 1: {said[-500:]}"
    for id_ in row.ids:
        found = {one: outcome for one, outcome in seen.items() if one == id_ or one.startswith(f"{id_}.")}
        if not found:
            yield f"{id_} was not run"
        for one, outcome in found.items():
            if not outcome.is_red:
                yield f"{one} {outcome.status}: {outcome.sentence}"
            elif row.red.get(id_, "") not in outcome.sentence:
                yield f"{one} is red, but does not say {row.red[id_]!r}: {outcome.sentence}"


def _played(row: Row) -> tuple[int, dict[str, Outcome], str]:
    store = _switched(row)
    printed = io.StringIO()
    with (
        TemporaryDirectory() as folder,
        chdir(PROJECT),
        _environment(store, row),
        redirect_stdout(printed),
        redirect_stderr(printed),
    ):
        exit_code = pytest.main(
            [
                *("features", "-p", "no:cacheprovider", "-p", "tools.defects.impatient", "-n", "0"),
                *("--play-again", "0"),
                *("-m", " or ".join(row.ids)),
                *("--alluredir", f"{folder}/results", "--output", f"{folder}/artifacts"),
            ]
        )
        return int(exit_code), dict(_read(Path(folder) / "results")), printed.getvalue()


@cache
def _store(options: str) -> EmbeddedStore:
    """Start a store for all rows that are tried in this process on one like it; it ends with the process."""
    return EmbeddedStore(["--testing", *shlex.split(options)])


def _switched(row: Row) -> EmbeddedStore:
    """Empty the row's store, set it, and give it the defect."""
    store = _store(row.store)
    testing = f"{store.shop.base_url}/sandbox/testing"
    requests.post(f"{testing}/reset", timeout=_TIME_LIMIT).raise_for_status()
    controls = {"defects": [row.name], "settings": dict(row.set)}
    requests.put(f"{testing}/controls", json=controls, timeout=_TIME_LIMIT).raise_for_status()
    return store


@contextmanager
def _environment(store: EmbeddedStore, row: Row) -> Iterator[None]:
    """Name the store as any shop is named, and let nothing else of this machine count."""
    password = store.shop.admin_password
    assert password
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    access = {
        "SHOP_BASE_URL": store.shop.base_url,
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": password.get_secret_value(),
    }
    with patch.dict(os.environ, {**clean, **access, **row.variables}, clear=True):
        yield


def _read(folder: Path) -> Iterable[tuple[str, Outcome]]:
    try:
        results = Results(folder).results()
    except ResultsError:
        return
    for result in results:
        if result.is_scenario:
            yield result.label("id"), Outcome(result.status, result.message)
