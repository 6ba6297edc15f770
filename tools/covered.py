"""`python -m tools.covered`: which lines of api/, harness/, pages/ and steps/ neither tests nor runs reach.

It runs the tests that start no process and the features against the embedded store, and reports by coverage.py what
neither has run: a finder of code that nobody tries. It ends with 1 below the share that pyproject.toml names.
"""

import shutil
import subprocess
import sys

from harness.shop.shop import PROJECT

_DATA = PROJECT / "reports" / "coverage"

RUNS = (
    ("tests", "-n", "2", "-m", "not processes"),
    ("features", "--shop", "embedded", "-n", "2", "--output", str(_DATA / "artifacts")),
    # What only a red run does: a failed step of either kind, with its evidence and its verdict.
    (
        *("features", "--shop", "embedded", "-m", "tutorial", "--output", str(_DATA / "artifacts")),
        *("-p", "tools.defects.impatient", "--sandbox", "--defect swapped-addresses --defect creation-dies"),
        *("--alluredir", str(_DATA / "allure-results"), "--allure-report", str(_DATA / "allure-report")),
    ),
)


def main() -> int:
    """Give 0, or 1 where too little is covered; how the runs end is for other commands to judge."""
    shutil.rmtree(_DATA, ignore_errors=True)
    _DATA.mkdir(parents=True)
    for arguments in RUNS:
        _coverage("run", "-m", "pytest", *arguments, "-p", "no:cacheprovider", "-q")
    _coverage("combine", "--quiet")
    return 1 if _coverage("report") else 0


def _coverage(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], cwd=PROJECT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
