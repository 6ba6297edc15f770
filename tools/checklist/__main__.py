"""`python -m tools.checklist RESULTS --output DIR`: the checklist of a run, for testing by hand.

Exit codes: 0 written, 78 no results there, 1 results that cannot be read; then no checklist is left at DIR.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.checklist import documents
from tools.checklist.checklist import checklist
from tools.checklist.results import Results, ResultsError


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the checklist, say where it is, and give the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.checklist",
        description="Write a run's scenarios as a checklist for testing by hand.",
    )
    parser.add_argument("results", type=Path, metavar="RESULTS", help="a folder that --alluredir named")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="DIR", help="where the checklist is written"
    )
    options = parser.parse_args(arguments)
    for name in documents.DOCUMENTS:
        (options.output / name).unlink(missing_ok=True)  # an older checklist would pass for this one
    try:
        made = checklist(Results(options.results))
    except ResultsError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    paths = documents.write(made, options.output)
    sys.stdout.write(f"{made.headline}\n" + "".join(f"  {path}\n" for path in paths))
    return 0


if __name__ == "__main__":
    sys.exit(main())
