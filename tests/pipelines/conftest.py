"""A fresh checkout for the tests of each pipeline."""

import sys

import pytest

from tests.pipelines.checkout import Checkout


@pytest.fixture(scope="module")
def checkout(processes: None, tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """Give a checkout in which earlier tests of the same pipeline may have left their results."""
    if sys.platform == "win32":
        pytest.skip("the pipelines' scripts are written for bash")
    return Checkout.fresh(tmp_path_factory.mktemp("checkout"))
