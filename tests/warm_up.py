"""Imports what a run of the features imports, by collecting them: for a process that runs are forked from."""

import gc
import io
import os
from contextlib import redirect_stdout

import pytest

for name in [name for name in os.environ if name.startswith(("SHOP_", "PYTEST_"))]:
    del os.environ[name]
with redirect_stdout(io.StringIO()):
    pytest.main(["features", "--collect-only", "-q", "-p", "no:cacheprovider"])
gc.freeze()  # so that a fork does not copy it all as soon as it looks for garbage
