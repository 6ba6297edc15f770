"""Lets a run choose a single row of an outline by its short id: `-m create_customer-14.2`.

A scenario's short id is its first tag, so pytest knows it anyway; a row's is known when it is collected.
"""

import pytest

from harness.core.scenario_identity import ScenarioIdentity


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every row with its id, before pytest looks at the marks that were asked for."""
    for item in items:
        identity = ScenarioIdentity.of(item)
        if identity and identity.row and identity.short_id:
            config.addinivalue_line("markers", f"{identity.short_id}: a row of an outline")
            item.add_marker(identity.short_id)
