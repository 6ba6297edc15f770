"""Carries one row out: the scenarios at a shop that is set so, and at the same shop with a fault of that very field."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from harness.run.embedded_store import EmbeddedStore
from harness.shop.shop import PROJECT
from tools.configured.rows import Row

_TIME_LIMIT = 300


@dataclass(frozen=True)
class Outcome:
    """What became of a scenario: "passed", "failed", "broken" or "skipped", and why."""

    status: str
    reason: str


@dataclass(frozen=True)
class Trial:
    """A row with what was seen; `problems` say where it is not as the row expects."""

    row: Row
    seen: dict[str, Outcome]
    problems: list[str]


def try_out(row: Row) -> Trial:
    """Run a row and its opposite."""
    seen, said = _outcomes(row, row.run, with_defect=False)
    problems = list(_unexpected(row, seen))
    problems += [f"no scenario was run: {said[-500:]}"] if not seen else []
    opposite, said = _outcomes(row, row.red, with_defect=True)
    red = {id_ for id_, outcome in opposite.items() if outcome.status in {"failed", "broken"}}
    problems += [f"{id_} is not red with the fault {row.defect}" for id_ in row.red if not _any(id_, red)]
    if not row.red:
        problems.append("the row has no opposite")
    return Trial(row, seen, problems)


def _unexpected(row: Row, seen: dict[str, Outcome]) -> Iterable[str]:
    for id_ in row.run:
        if not _any(id_, seen):
            yield f"{id_} was not run"
    for id_, outcome in sorted(seen.items()):
        expected = row.skipped.get(id_)
        if expected is None and outcome.status != "passed":
            yield f"{id_} {outcome.status}: {outcome.reason[:300]}"
        if expected is not None and (outcome.status != "skipped" or expected not in outcome.reason):
            yield f"{id_} was to be skipped ({expected}), and {outcome.status}: {outcome.reason[:300]}"


def _any(id_: str, ids: Iterable[str]) -> bool:
    """Tell whether a scenario, or a row of it, is among others."""
    return any(one == id_ or one.startswith(f"{id_}.") for one in ids)


def _outcomes(row: Row, ids: list[str], *, with_defect: bool) -> tuple[dict[str, Outcome], str]:
    store = EmbeddedStore(row.store_options(with_defect=with_defect))
    try:
        with TemporaryDirectory() as folder:
            said = _run(store, row, ids, Path(folder))
            return dict(_read(Path(folder) / "results")), said
    finally:
        store.stop()


def _run(store: EmbeddedStore, row: Row, ids: list[str], folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    password = store.shop.admin_password
    assert password
    access = {
        "SHOP_BASE_URL": store.shop.base_url,
        "SHOP_ADMIN_USERNAME": "admin",
        "SHOP_ADMIN_PASSWORD": password.get_secret_value(),
    }
    finished = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "pytest",
                "features",
                "-p",
                "no:cacheprovider",
                "-q",
                "--play-again",
                "0",
            ),
            *("-m", " or ".join(ids)),
            *("--alluredir", str(folder / "results"), "--output", str(folder / "artifacts")),
        ],
        cwd=PROJECT,
        env={**clean, **access, **row.variables()},
        capture_output=True,
        text=True,
        check=False,
        timeout=_TIME_LIMIT,
    )
    return finished.stdout


def _read(results: Path) -> Iterable[tuple[str, Outcome]]:
    for path in results.glob("*-result.json"):
        result = json.loads(path.read_text(encoding="utf-8"))
        id_ = next((label["value"] for label in result["labels"] if label["name"] == "id"), "")
        yield id_, Outcome(result["status"], result.get("statusDetails", {}).get("message", ""))
