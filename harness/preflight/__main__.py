"""`python -m harness.preflight --shop staging`: the preflight's own checks, and the one that reporting offers.

As a command it stands above both packages; nothing imports it.
"""

import sys

from harness.preflight.checks import CHECKS
from harness.preflight.command import main
from harness.reporting.report_check import REPORT

if __name__ == "__main__":
    sys.exit(main(checks=(*CHECKS, REPORT)))
