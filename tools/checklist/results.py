"""Reads what a run left on disk: Allure's results, the attachments of their steps, the facts about the run.

Tear-downs stand in files of their own (`*-container.json`), which nobody reads here: a clean-up is no part of a
scenario.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from harness.core.exit_codes import ExitCode

Model = TypeVar("Model", bound=BaseModel)

UNREADABLE = 1
"""The exit code where results are there and cannot be read: a checklist of the rest would be too short."""


class ResultsError(Exception):
    """The results are missing, empty or unreadable: one sentence for people, and the exit code."""

    def __init__(self, sentence: str, exit_code: int) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


class Attachment(BaseModel):
    """A file beside the result; `type` is its media type."""

    name: str
    source: str
    type: str


class Step(BaseModel):
    """A step of a scenario as it was carried out, or `skipped` where the scenario ended before it."""

    name: str
    status: str
    attachments: list[Attachment] = []
    steps: list["Step"] = []

    def all_attachments(self) -> Iterator[Attachment]:
        """Give its attachments and those of the steps within it."""
        yield from self.attachments
        for step in self.steps:
            yield from step.all_attachments()


class Result(BaseModel):
    """One test, nearly always a scenario; `start` is in milliseconds."""

    name: str
    status: str
    start: int = 0
    historyId: str  # noqa: N815  Allure's own spelling
    labels: list[dict[str, str]] = []
    steps: list[Step] = []
    statusDetails: dict[str, Any] = {}  # noqa: N815

    def label(self, name: str) -> str:
        """Give the value of a label, "" without it."""
        return next((label["value"] for label in self.labels if label["name"] == name), "")

    @property
    def message(self) -> str:
        """Give the sentence that tells why it did not pass, "" without one."""
        return str(self.statusDetails.get("message") or "").removeprefix("Skipped: ").strip()

    @property
    def is_scenario(self) -> bool:
        """Tell a scenario from what the preflight found, which stands beside the scenarios as a result."""
        return self.label("framework") == "pytest-bdd"


class _RunErrors(BaseModel):
    errors: list[dict[str, Any]] = []


class Results:
    """A folder that `--alluredir` named."""

    def __init__(self, folder: Path) -> None:
        """Raise ResultsError where no result is there."""
        self._folder = folder
        if not any(folder.glob("*-result.json")):
            raise ResultsError(
                f"There are no results at {folder}: make acceptance writes them to reports/allure-results.",
                ExitCode.CONFIGURATION,
            )

    def results(self) -> list[Result]:
        """Give every test once, as it was carried out last; raise ResultsError."""
        read = [self.read(Result, path.name) for path in self._folder.glob("*-result.json")]
        return list({each.historyId: each for each in sorted(read, key=lambda each: each.start)}.values())

    def run_errors(self) -> list[str]:
        """Give the sentences of what went wrong outside of every scenario; raise ResultsError."""
        files = sorted(path.name for path in self._folder.glob("*-globals.json"))
        return [str(error.get("message")) for name in files for error in self.read(_RunErrors, name).errors]

    def facts(self) -> dict[str, str]:
        """Give the facts about the run by name ("Shop", "Run"); none where the run wrote none."""
        path = self._folder / "environment.properties"
        lines = self.text(path.name).splitlines() if path.exists() else []
        pairs = (line.partition(" = ") for line in lines)
        return {_unescaped(name): _unescaped(value) for name, _, value in pairs}

    def text(self, name: str) -> str:
        """Give a file as text; raise ResultsError."""
        try:
            return (self._folder / name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self._unreadable(name) from error

    def read(self, model: type[Model], name: str) -> Model:
        """Give a file of JSON as what it holds; raise ResultsError."""
        try:
            return model.model_validate_json(self.text(name))
        except ValidationError as error:
            raise self._unreadable(name) from error

    def _unreadable(self, name: str) -> ResultsError:
        return ResultsError(
            f"{self._folder / name} is missing or cannot be read: run the scenarios anew.", UNREADABLE
        )


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
