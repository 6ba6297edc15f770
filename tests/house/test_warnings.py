"""Warnings are errors in the suite's own tests, and in no run of the features."""

import warnings

import pytest

from tests.forked_run import run_pytest


@pytest.mark.parametrize("kind", [UserWarning, DeprecationWarning, ResourceWarning])
def test_a_warning_is_an_error(kind: type[Warning]) -> None:
    """Of any kind."""
    with pytest.raises(kind, match="getting old"):
        warnings.warn("It is getting old.", kind, stacklevel=1)


@pytest.mark.usefixtures("processes")
def test_a_run_of_the_features_goes_on() -> None:
    """A library's warning is shown, and the exit code is what it is without."""
    arguments = ("features", "--collect-only", "-q", "-p", "tests.house.old_library")
    finished = run_pytest(*arguments, variables={"PATH": ""})
    assert finished.exit_code == 0, finished.output
    assert "DeprecationWarning: A library is getting old." in finished.output
