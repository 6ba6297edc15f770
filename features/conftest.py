"""The tools of the suite's own tests have no part in a run of the features."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Leave the plugin for snapshots out, which would report on workers that hold none."""
    config.pluginmanager.unregister(name="syrupy")
