"""Shows what differs as a table: expected beside seen, a row for each field."""

import pytest

from api.comparison import Different
from harness.reporting import evidence


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_step_error(exception: Exception) -> None:
    """Attach the table to the step that compared."""
    if isinstance(exception, Different):
        rows = ((one.what, one.field, one.expected, one.seen) for one in exception.differences)
        evidence.attach_table("What differs", [("of", "field", "expected", "seen"), *rows])
