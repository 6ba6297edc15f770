"""A shop's own folder, beside the suite and not in it: themes, languages, features and steps of its own.

`--own PATH` names it, or the setting `own`. Its features are bound by the module that binds ours, and its step modules
become plugins, as ours are. docs/your-own.md shows one.
"""

import importlib
import os
import sys
import traceback
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from api.wordings import Language
from harness.core.gherkin import binding_run
from harness.run.clashes import problems_of
from harness.run.options import FEATURES, register_tags
from harness.shop.settings import WrongSettingsError, read_own
from harness.shop.shop import PROJECT, existing_folder

OPTION = "--own"

_PACKAGE = "own_steps"
"""The package that a shop's step modules are, wherever they stand: `steps` is ours."""


@dataclass(frozen=True)
class OwnFolder:
    """The folder at `path`, of which any part may be missing."""

    path: Path

    @property
    def features(self) -> list[Path]:
        """Give the files of the features."""
        return sorted((self.path / "features").rglob("*.feature"))

    def import_steps(self) -> list[ModuleType]:
        """Import the step modules, whose asserts pytest explains as in ours; raises WrongSettingsError."""
        pytest.register_assert_rewrite(_PACKAGE)
        package = ModuleType(_PACKAGE, "The sentences of a shop's own.")
        package.__path__ = [str(self.path / "steps")]
        sys.modules[_PACKAGE] = package
        importlib.invalidate_caches()
        return [_imported(file) for file in sorted((self.path / "steps").glob("*.py"))]

    def problems(self, needs: Collection[str]) -> list[str]:
        """List what does not fit ours once the steps are imported; `needs` are the tags that the preflight knows."""
        return [*problems_of(self.features, _PACKAGE, needs), *self._unreadable_languages()]

    def _unreadable_languages(self) -> Iterator[str]:
        for file in sorted((self.path / "languages").glob("*.toml")):
            try:
                Language.read(file)
            except KeyError as missing:
                yield f"{os.path.relpath(file)} lacks {missing}"
            except Exception as error:
                yield f"{os.path.relpath(file)} cannot be read: {error}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.getgroup("shop").addoption(
        OPTION,
        metavar="PATH",
        help="the shop's own folder of themes, languages, features and steps (its setting `own`); docs/your-own.md",
    )


def pytest_unconfigure() -> None:
    """Forget the step modules: another run in this process may have others."""
    if _PACKAGE in sys.modules:
        _forget()


def own_folder(config: pytest.Config) -> OwnFolder | None:
    """Give the folder that the options name, None without one; raises WrongSettingsError where there is none."""
    asked: str | None = config.getoption(OPTION)
    if asked is not None:
        return OwnFolder(_existing(OPTION, config.invocation_params.dir / asked))
    setting = read_own(config.getoption("--shop"))
    return OwnFolder(_existing("own", Path(str(setting)))) if setting is not None else None


def own_option(config: pytest.Config) -> str:
    """Give how the command line named the folder, for a command that is called in the project; "" where it did not."""
    if config.getoption(OPTION, None) is None:
        return ""
    folder = own_folder(config)
    return os.path.relpath(folder.path, PROJECT) if folder else ""


def own_features() -> list[str]:
    """Give the files of the features that this run binds beside ours."""
    folder = own_folder(binding_run())
    return [str(file) for file in folder.features] if folder else []


def join(config: pytest.Config, needs: Collection[str]) -> Path | None:
    """Make the folder's steps and tags known to the run, and give its path, None without one.

    `needs` are the tags that the preflight knows. Raises WrongSettingsError where the folder does not fit ours.
    """
    folder = own_folder(config)
    if folder is None:
        return None
    _forget()
    for module in folder.import_steps():
        config.pluginmanager.register(module)
    register_tags(config, folder.features)
    if problems := folder.problems(needs):
        raise WrongSettingsError(
            f"The shop's own folder {folder.path} does not fit the suite: {'; '.join(problems)}."
        )
    return folder.path


def _forget() -> None:
    """Forget what a run before this one in the process imported: its step modules, and what was bound with them."""
    binding = str(FEATURES / "test_features.py")
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == _PACKAGE or getattr(module, "__file__", None) == binding:
            del sys.modules[name]


def _existing(place: str, path: Path) -> Path:
    try:
        return existing_folder(path)
    except ValueError as error:
        raise WrongSettingsError(f"{place} is wrong: {error}.") from None


def _imported(file: Path) -> ModuleType:
    try:
        return importlib.import_module(f"{_PACKAGE}.{file.stem}")
    except Exception as error:
        lines = [
            frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)
        ]
        place = f"{file}:{lines[-1]}" if lines else file
        raise WrongSettingsError(
            f"The step module {place} cannot be imported: {type(error).__name__}: {error}."
        ) from None
