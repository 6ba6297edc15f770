"""The scenarios of a shop's own folder are run by workers too: green where its attribute is, red where not."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features

OWN = (
    "--own",
    "tests/run/data/our-shop",
    "-m",
    "loyalty_card-01 or loyalty_card-03.2",
    "--shop",
    "embedded",
    "-n",
    "2",
)


@pytest.mark.parametrize(("options", "exit_code"), [("--required-attributes loyalty_card", 0), ("", 1)])
def test_attribute_of_the_shops_own(tmp_path: Path, options: str, exit_code: int) -> None:
    """The report names each by its title, and says why it failed."""
    run = run_features(tmp_path, *OWN, f"--sandbox={options}")
    assert run.exit_code == exit_code, run.output
    assert set(run.results) == {"The number of her card is kept", "A number of the new cards is kept"}
    sentences = set(run.failed().values())
    assert sentences == (
        {"loyalty card: expected A-17-4, seen nothing", "loyalty card: expected B-4711-08, seen nothing"}
        if exit_code
        else set()
    )
