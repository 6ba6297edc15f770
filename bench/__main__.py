"""`python -m bench`: measures everything, or what is named, side by side, and writes docs/benchmarks.md."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.commands import served
from bench.measures import MEASURES, Line
from bench.page import PAGE, markdown


def main(arguments: Sequence[str] | None = None) -> int:
    """Give 0: a number that misses its goal is reported, and is no error of the command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "measures", nargs="*", metavar="MEASURE", help=f"of {', '.join(MEASURES)}; all by default"
    )
    parser.add_argument("--rounds", type=int, default=3, help="of what is measured side by side")
    parser.add_argument("--page", action="store_true", help="write the page, though not all is measured")
    options = parser.parse_args(arguments)
    if unknown := set(options.measures) - MEASURES.keys():
        parser.error(f"there is no measure {', '.join(sorted(unknown))}: there are {', '.join(MEASURES)}")
    began, load = time.monotonic(), os.getloadavg()[0]
    lines: list[Line] = []
    with served() as store, TemporaryDirectory() as folder:
        for name in options.measures or MEASURES:
            for line in MEASURES[name](store, Path(folder), options.rounds):
                lines.append(line)
                _tell(line)
    if options.page or not options.measures:
        PAGE.write_text(markdown(lines, options.rounds, load, time.monotonic() - began), encoding="utf-8")
    return 0


def _tell(line: Line) -> None:
    goal = f" ({line.goal}: {'met' if line.is_met else 'missed'})" if line.goal else ""
    sys.stdout.write(f"{line.measure}: {line.seen}{goal}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
