"""A plugin that warns as a library does whose Python is too new for it."""

import warnings


def pytest_collection_finish() -> None:
    """Warn, once a run."""
    warnings.warn("A library is getting old.", DeprecationWarning, stacklevel=1)
