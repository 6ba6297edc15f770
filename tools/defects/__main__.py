"""`python -m tools.defects`: tries every defect of the table, or those whose names hold a word, and writes the page."""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tools.defects.page import PAGE, markdown
from tools.defects.rows import Table
from tools.defects.trial import Trial, meanings, try_out
from tools.trial_lines import print_trial


def main(arguments: Sequence[str] | None = None) -> int:
    """Give 0 where every row is as expected, 1 where one is not."""
    parser = argparse.ArgumentParser(prog="python -m tools.defects", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="try only the defects with this in their name")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    table = Table.read()
    rows = [row for row in table.rows if options.word in row.name]
    began = time.monotonic()
    spawned = multiprocessing.get_context(
        "spawn"
    )  # each worker is a process of its own, which has run nothing yet
    with ProcessPoolExecutor(options.workers, mp_context=spawned) as workers:
        trials = [_reported(trial) for trial in workers.map(try_out, rows)]
        seconds = time.monotonic() - began
        if not options.word:
            reported = workers.submit(meanings).result()
            PAGE.write_text(markdown(trials, table, reported, seconds), encoding="utf-8")
    wrong = [trial for trial in trials if trial.problems]
    sys.stdout.write(f"{len(trials)} defects, {len(wrong)} not as expected, {seconds:.0f} s\n")
    return 1 if wrong else 0


def _reported(trial: Trial) -> Trial:
    row = trial.row
    where = f" ({row.configured})" if row.configured else ""
    print_trial(f"{row.name}{where}", trial.problems, expected="red")
    return trial


if __name__ == "__main__":
    sys.exit(main())
