"""The check that reporting adds to the preflight of `make doctor`: whether a report can be written."""

from harness.preflight.check import Check, Fine, Line, Look, Result
from harness.reporting.html_report import is_installed


def look_at_generator(look: Look) -> Result:
    """Look whether the report generator is installed."""
    if is_installed():
        return Fine((Line("report", "the generator is installed"),))
    return Fine((look.warning("no-report-generator"),))


REPORT = Check("report", "report", (), True, look_at_generator)
