"""Runs that several tests look at, each made once."""

from pathlib import Path

import pytest

from harness.reporting.html_report import install_generator
from tests.reporting import tiny_shop
from tests.reporting.tiny_run import TinyRun, run, write_suite


@pytest.fixture(scope="session")
def tiny_suite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the suite whose scenarios end in every way."""
    folder = tmp_path_factory.mktemp("tiny") / "suite"
    return write_suite(folder, tiny_shop.STEPS, endings=tiny_shop.ENDINGS, gherkin=tiny_shop.GHERKIN)


@pytest.fixture(scope="session")
def tiny_run(processes: None, tiny_suite: Path) -> TinyRun:
    """Run the tiny suite once, with a report."""
    return run(tiny_suite, "--allure-report", str(tiny_suite / "report"))


@pytest.fixture(scope="session", autouse=True)
def generator() -> None:
    """Make sure that Allure is installed; on a set-up machine this does nothing."""
    install_generator()
