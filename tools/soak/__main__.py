"""`python -m tools.soak`: rounds of scenarios in any order on a slow and sound store, where none may fail."""

import argparse
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.shop.shop import PROJECT
from tools.checklist.results import Result, Results, ResultsError
from tools.soak.plugin import NOTES, SLOWED
from tools.soak.rounds import Round
from tools.soak.waits import KEPT, Wait, read

_FOLDER = PROJECT / "reports" / "soak"
_GREEN = frozenset({"passed", "skipped"})


@dataclass(frozen=True)
class Played:
    """What came of a round."""

    exit_code: int
    results: list[Result]
    waits: list[Wait]

    @property
    def failures(self) -> list[str]:
        """Say what failed, a line each."""
        failed = [f"{one.label('id')}: {one.message}" for one in self.results if one.status not in _GREEN]
        return failed or ([f"the run ended with {self.exit_code}"] if self.exit_code else [])


def main(arguments: Sequence[str] | None = None) -> int:
    """Give 0 where nothing failed, 1 where something did."""
    parser = argparse.ArgumentParser(prog="python -m tools.soak", description=__doc__)
    parser.add_argument("--times", type=int, default=1, help="how many rounds")
    parser.add_argument("--seed", type=int, help="the first round's order, as an earlier run printed it")
    parser.add_argument("--first", type=int, default=0, help="which round comes first, to repeat a later one")
    options = parser.parse_args(arguments)
    seed = random.randrange(10_000) if options.seed is None else options.seed  # noqa: S311  an order is no secret
    rounds = [Round(number, seed + number) for number in range(options.first, options.first + options.times)]
    played = [_played_and_reported(each) for each in rounds]
    failures = [failure for each in played for failure in each.failures]
    runs = sum(result.status != "skipped" for each in played for result in each.results)
    _tell(f"{runs} scenario runs, {len(failures)} failed. The slowest waits:")
    for wait in sorted((wait for each in played for wait in each.waits), reverse=True)[:KEPT]:
        _tell(f"{wait.seconds:7.2f} s  {wait.what} ({wait.scenario}: {wait.step})")
    return 1 if failures else 0


def _played_and_reported(round_: Round) -> Played:
    _tell(
        f"round {round_.number}: Magento {round_.release}, {round_.theme}, part {round_.part}, seed {round_.seed}"
    )
    folder = _FOLDER / f"round-{round_.number}"
    folder.mkdir(parents=True, exist_ok=True)
    for note in [*folder.glob("waits-*.json"), folder / SLOWED]:
        note.unlink(missing_ok=True)
    began = time.monotonic()
    played = _play(round_, folder)
    counted = ", ".join(f"{number} {status}" for status, number in _counted(played.results))
    slowed = (folder / SLOWED).read_text(encoding="utf-8") if (folder / SLOWED).exists() else "no"
    _tell(f"  {counted}; {slowed} pages with a quarter of the processor; {time.monotonic() - began:.0f} s")
    for failure in played.failures:
        _tell(f"  {failure}")
    return played


def _play(round_: Round, folder: Path) -> Played:
    results = folder / "allure-results"
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SHOP_", "PYTEST_"))}
    where = ["--alluredir", str(results), "--clean-alluredir", "--output", str(folder / "test-results")]
    with (folder / "output.txt").open("w", encoding="utf-8") as output:
        finished = subprocess.run(
            [sys.executable, "-m", "pytest", *round_.command(), *where],
            cwd=PROJECT,
            env={**clean, NOTES: str(folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    try:
        scenarios = [one for one in Results(results).results() if one.is_scenario]
    except ResultsError:
        scenarios = []
    return Played(finished.returncode, scenarios, read(folder))


def _counted(results: list[Result]) -> list[tuple[str, int]]:
    return sorted(Counter(one.status for one in results).items())


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
