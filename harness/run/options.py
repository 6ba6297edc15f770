"""How a run is asked for: options for the shop and for running by hand, the features' tags, what counts as a run."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from harness.run.run_id import VARIABLE
from harness.shop.settings import WrongSettingsError, read_shop
from harness.shop.shop import EMBEDDED, PROJECT, STORE_CODE, Shop

FEATURES = PROJECT / "features"

PATIENCE = 60.0
"""Seconds that a shop gets to come up, unless the command line says otherwise."""

STEP_BY_STEP = "--step-by-step"
KEEP = "--keep"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that choose the shop."""
    group = parser.getgroup("shop", "The shop under test")
    group.addoption(
        "--shop",
        metavar="SHOP",
        help="'embedded', the name of a shop in shops.toml, or a shop's URL (by default SHOP_BASE_URL, else "
        "the embedded store)",
    )
    group.addoption(
        "--store-view",
        action="append",
        metavar="CODE",
        default=[],
        help="the store view under test, in place of the settings'; given several times, one run tests each of them",
    )
    group.addoption(
        "--sandbox",
        metavar="OPTIONS",
        default="",
        help="options for the embedded store in one string, as `python -m sandbox --help` lists them",
    )
    group.addoption(
        "--run-id",
        metavar="ID",
        help=f"the id of this run, as `python -m harness.run.run_id` prints one ({VARIABLE}, else a fresh one)",
    )
    group.addoption(
        "--play-again",
        type=int,
        metavar="NUMBER",
        help="how many failed browser scenarios are played once more to be recorded, in place of the settings' 5",
    )
    group.addoption(
        "--wait",
        type=float,
        metavar="SECONDS",
        default=PATIENCE,
        help="how long to wait for a shop that is not there yet, as after a deployment (default: %(default)g)",
    )

    by_hand = parser.getgroup("by hand", "Running by hand")
    by_hand.addoption(
        STEP_BY_STEP,
        action="store_true",
        help="wait for Enter before each step, and show the step in the browser's corner",
    )
    by_hand.addoption(
        KEEP,
        action="store_true",
        help="let the scenario's customer stay, say how to sign in as her, and leave the browser open",
    )


def chosen_shop(config: pytest.Config) -> Shop | None:
    """Give the shop that the options choose, None for the embedded store; raises WrongSettingsError."""
    return read_choice(config.getoption("--shop"), config.getoption("--sandbox"))


def at_store_views(shop: Shop, codes: Sequence[str]) -> tuple[Shop, ...]:
    """Give the shop once for each store view that --store-view names, else its settings; raises WrongSettingsError."""
    for code in codes:
        if not re.fullmatch(STORE_CODE, code):
            raise WrongSettingsError(
                f"--store-view {code!r} is no code of a store view, such as us or de_ch."
            )
    return shop.at_store_views(codes)


def refuse_what_does_nothing(config: pytest.Config) -> None:
    """Raise WrongSettingsError for an option that would be taken and dropped, with what to use instead."""
    url = config.getoption("--base-url", None) or config.getini("base_url")
    if url:
        raise WrongSettingsError(
            "--base-url, PYTEST_BASE_URL and base_url do not choose the shop here. Use --shop with the URL or the name "
            "of a shop."
        )


def read_choice(choice: str | None, sandbox: str) -> Shop | None:
    """Give the shop that --shop and --sandbox choose, None for the embedded store; raises WrongSettingsError."""
    shop = read_shop(choice)
    if shop and sandbox:
        chosen = f"--shop {choice}" if choice else f"{shop.variable('base_url')} names {shop.base_url}, which"
        raise WrongSettingsError(
            f"--sandbox sets up the embedded store, and {chosen} chooses another shop: use --shop {EMBEDDED}, or leave "
            "--sandbox out."
        )
    return shop


def is_by_hand(config: pytest.Config) -> bool:
    """Tell whether the run waits for a person."""
    return bool(config.getoption(STEP_BY_STEP) or config.getoption(KEEP))


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist decides by the number of workers
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Take the number of workers from the shop's settings where the command line names none (-n).

    Whoever runs by hand has one process; `-n` itself is refused there later.
    """
    if getattr(config.option, "numprocesses", 0) is not None or hasattr(config, "workerinput"):
        return
    if is_by_hand(config):
        config.option.numprocesses = 0
    elif runs_features(config) and not config.option.usepdb:
        with suppress(WrongSettingsError):  # said when the run is settled
            shop = read_shop(config.getoption("--shop"))
            config.option.numprocesses = shop.workers if shop else None


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags of the features: pytest accepts no marker that is not registered."""
    register_tags(config, FEATURES.rglob("*.feature"))


def register_tags(config: pytest.Config, files: Iterable[Path]) -> None:
    """Register the tags of these features."""
    for tag in sorted(tags_in(files)):
        config.addinivalue_line("markers", f"{tag}: a tag of the features")


def runs_features(config: pytest.Config) -> bool:
    """Tell whether scenarios are run and not just listed: only then is a shop needed."""
    return reaches_features(config) and not config.getoption("--collect-only")


def reaches_features(config: pytest.Config) -> bool:
    """Tell whether the command line reaches features/."""
    asked = (
        Path(config.invocation_params.dir, str(argument).split("::")[0]).resolve() for argument in config.args
    )
    return any(path == FEATURES or FEATURES in path.parents or path in FEATURES.parents for path in asked)


def tags_in(files: Iterable[Path]) -> set[str]:
    """Find the tags in these features."""
    lines = "\n".join(path.read_text(encoding="utf-8") for path in files)
    tagged = re.findall(r"^\s*@.*$", lines, flags=re.MULTILINE)
    return {tag for line in tagged for tag in re.findall(r"@(\S+)", line)}


def second_plays(config: pytest.Config) -> dict[str, int]:
    """Give the setting that --play-again takes the place of; nothing where it is not given."""
    number: int | None = config.getoption("--play-again")
    return {} if number is None else {"play_again": number}
