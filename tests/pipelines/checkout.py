"""A fresh checkout of the suite, in which a pipeline's scripts are carried out by the shell that a pipeline uses.

What needs a network is left out: `pip`, `playwright`, `python -m pip`, `python -m venv`, `python -m tools.install` and
`python -m tools.audit` do nothing here, for this machine has what they would bring.
"""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from harness.shop.shop import PROJECT

FEW = "-k unknown_route --wait 0"
"""What is added to every call of pytest here: one quick scenario, and no patience with a shop that is not there."""

_PYTHON = """#!/bin/sh
case "$1 $2" in
  "-m pip" | "-m venv" | "-m tools.install" | "-m tools.audit") exit 0 ;;
esac
exec {python} "$@"
"""
_PYTEST = """#!/bin/sh
exec {python} -m pytest "$@"
"""
_NOTHING = """#!/bin/sh
"""


@dataclass(frozen=True)
class Checkout:
    """A folder with the suite's files and nothing that a run leaves."""

    folder: Path

    @classmethod
    def fresh(cls, folder: Path) -> "Checkout":
        """Copy what git knows, or would, into `folder`."""
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=True,
        )
        for name in filter(None, listed.stdout.splitlines()):
            if (PROJECT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(PROJECT / name, folder / name)
        modules = Path("harness", "reporting", "generator", "node_modules")
        (folder / modules).symlink_to(PROJECT / modules)
        checkout = cls(folder)
        checkout._write_programs()
        return checkout

    def carry_out(
        self, script: str, variables: Mapping[str, str] | None = None, few: str = FEW
    ) -> subprocess.CompletedProcess[str]:
        """Carry a script out as pipelines do, which end at the first command that fails."""
        clean = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SHOP", "PYTEST_", "ACCEPTANCE_", "GITHUB_", "CI_"))
        }
        path = f"{self.folder / 'programs'}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607
            cwd=self.folder,
            env={**clean, "PATH": path, "PYTEST_ADDOPTS": few, **(variables or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def text(self, name: str) -> str:
        """Give a file's text."""
        return (self.folder / name).read_text(encoding="utf-8")

    def yaml(self, name: str) -> Any:
        """Give what a file of YAML holds."""
        return YAML(typ="safe").load(self.text(name))

    def _write_programs(self) -> None:
        """Put the environment's programs where the PATH begins."""
        programs = {
            "python": _PYTHON,
            "python3": _PYTHON,
            "pytest": _PYTEST,
            "pip": _NOTHING,
            "playwright": _NOTHING,
        }
        (self.folder / "programs").mkdir()
        for name, script in programs.items():
            path = self.folder / "programs" / name
            path.write_text(script.format(python=shlex.quote(sys.executable)), encoding="utf-8")
            path.chmod(0o755)


def joined(lines: Sequence[str]) -> str:
    """Give a job's list of commands as one script."""
    return "\n".join(lines)
