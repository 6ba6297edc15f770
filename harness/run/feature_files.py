"""Feature files as arguments: `pytest features/sign_in.feature` runs the scenarios of that file.

pytest collects Python modules, so the module that binds the features takes the file's place; which scenarios were
meant is decided when they are collected. A line behind a colon means the scenario that stands there.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.core.scenario_identity import ScenarioIdentity
from harness.run.options import FEATURES
from harness.run.own_folder import own_folder
from harness.shop.settings import WrongSettingsError

_MODULE = FEATURES / "test_features.py"


@dataclass(frozen=True)
class Chosen:
    """A feature's file, and a line of it, None for the whole."""

    path: Path
    line: int | None

    @classmethod
    def of(cls, argument: str, folder: Path, own: Sequence[Path]) -> "Chosen | None":
        """Read an argument, None where it names no feature's file; raises pytest.UsageError for one elsewhere.

        `folder` is where the command was called, `own` are the features of the shop's own folder.
        """
        found = re.fullmatch(r"(.+\.feature)(?::(\d+))?", argument)
        path = Path(folder, found[1]).resolve() if found else None
        if not found or not path or not path.is_file():
            return None
        if FEATURES not in path.parents and path not in own:
            raise pytest.UsageError(
                f"{argument}: features stand below {FEATURES.name}/ or in the shop's own folder, where they are bound"
            )
        return cls(path, int(found[2]) if found[2] else None)

    def holds(self, item: pytest.Item) -> bool:
        """Tell whether a test is one of this file's scenarios, and the one at the line."""
        identity = ScenarioIdentity.of(item)
        if identity is None or Path(identity.template.feature.filename).resolve() != self.path:
            return False
        if self.line is None:
            return True
        starts = [scenario.line_number for scenario in identity.template.feature.scenarios.values()]
        return identity.template.line_number == max(
            (start for start in starts if start <= self.line), default=0
        )


@pytest.hookimpl(tryfirst=True)  # before anybody looks at the arguments
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Put the module that binds the features in the place of their files; every worker does the same."""
    own = _own_features(config)
    chosen = {argument: Chosen.of(argument, config.invocation_params.dir, own) for argument in config.args}
    if any(chosen.values()):
        config.option.chosen_features = [each for each in chosen.values() if each]
        others = [argument for argument, each in chosen.items() if each is None]
        config.args[:] = [*others, str(_MODULE)]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the scenarios of the files that were not named; ordinary tests stay."""
    chosen = getattr(config.option, "chosen_features", None)
    if chosen is None:
        return
    own = [item for item in items if _is_meant(item, chosen)]
    if left_out := [item for item in items if item not in own]:
        config.hook.pytest_deselected(items=left_out)
        items[:] = own


def _own_features(config: pytest.Config) -> Sequence[Path]:
    with suppress(WrongSettingsError):  # said when the run is settled
        folder = own_folder(config)
        return folder.features if folder else ()
    return ()


def _is_meant(item: pytest.Item, chosen: list[Chosen]) -> bool:
    return ScenarioIdentity.of(item) is None or any(each.holds(item) for each in chosen)
