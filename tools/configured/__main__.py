"""`python -m tools.configured`: runs the rows of the table whose names hold a word, or all, and renews their lines."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tools.configured.page import PAGE, renewed
from tools.configured.rows import Row, read_rows
from tools.configured.trial import Trial, try_out
from tools.trial_lines import print_trial


def main(arguments: Sequence[str] | None = None) -> int:
    """Give 0 where every row is as expected, 1 where one is not."""
    parser = argparse.ArgumentParser(prog="python -m tools.configured", description=__doc__)
    parser.add_argument("word", nargs="?", default="", help="run only the rows with this in their name")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args(arguments)
    table = read_rows()
    rows = [row for row in table if options.word in row.name]
    began = time.monotonic()
    with ThreadPoolExecutor(options.workers) as workers:
        trials: list[Trial] = []
        for trial in workers.map(_tried_and_reported, rows):
            trials.append(trial)
            PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8"), trials, table), encoding="utf-8")
    wrong = [trial for trial in trials if trial.problems]
    took, used = time.monotonic() - began, os.times()
    cpu = used.children_user + used.children_system
    sys.stdout.write(
        f"{len(trials)} rows, {len(wrong)} not as expected, {took:.0f} s, {cpu:.0f} s of processor time\n"
    )
    return 1 if wrong else 0


def _tried_and_reported(row: Row) -> Trial:
    trial = try_out(row)
    print_trial(row.name, trial.problems, expected="ok")
    return trial


if __name__ == "__main__":
    sys.exit(main())
