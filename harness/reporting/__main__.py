"""`python -m harness.reporting RESULTS... --output DIR`: one report, and its summary beside DIR, of several machines.

Allure's results are files of unique names, so joining them is copying; the facts about the run are one file
of one name on every machine, and are joined line by line.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from harness.reporting import facts
from harness.reporting.build import build
from harness.reporting.html_report import PAGE, GeneratorError, generate
from harness.reporting.summary import SUMMARY, Results

_PROBLEM = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the report, say where it is, and give the exit code."""
    options = _parser().parse_args(arguments)
    (options.output / PAGE).unlink(missing_ok=True)  # an older report would pass for this one
    try:
        with tempfile.TemporaryDirectory() as folder:
            join(options.results, Path(folder))
            report = generate(Path(folder), options.output, options.allure_history)
            summary = Results(
                Path(folder), build(), report.relative_to(options.output.parent).as_posix()
            ).summary()
            (options.output.parent / SUMMARY).write_text(summary, encoding="utf-8")
    except (GeneratorError, FileNotFoundError) as error:
        sys.stderr.write(f"{error}\n")
        return _PROBLEM
    sys.stdout.write(f"Report: {report}\n")
    return 0


def join(results: Sequence[Path], target: Path) -> None:
    """Copy the results of all folders into one; raise FileNotFoundError for a folder that is not there.

    A folder may be empty: that is what a machine leaves whose part holds none of the chosen scenarios.
    """
    for folder in results:
        if not folder.is_dir():
            raise FileNotFoundError(
                f"There are no results at {folder}: what a machine found would be missing."
            )
        shutil.copytree(folder, target, dirs_exist_ok=True)
    facts.join(results, target)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m harness.reporting", description="Write one report of the results of several machines."
    )
    parser.add_argument(
        "results", type=Path, nargs="+", metavar="RESULTS", help="a folder that --alluredir named"
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help=f"the report will be DIR/{PAGE}"
    )
    parser.add_argument(
        "--allure-history",
        type=Path,
        metavar="FILE",
        help="the file by which reports know earlier runs, as for a run; without it there is no trend",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
