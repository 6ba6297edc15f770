"""How the parts of a run tell each other what happened, without knowing who listens.

Nobody gets an answer, and a listener that breaks becomes an error of the run and never a failed scenario.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

import pytest

from harness.core.causes import Judgement


class Events:
    """Calls the hooks of `harness.core.hooks` for one run."""

    def __init__(self, config: pytest.Config) -> None:
        self._hook: Any = config.hook

    def __repr__(self) -> str:
        """Show nothing of the run."""
        return "<Events>"

    def note(self, **facts: str) -> None:
        """Tell facts about the run as a whole; `Store_view` is written "Store view"."""
        for name, value in facts.items():
            self._tell("noted", name=name.replace("_", " "), value=value)

    def list_fact(self, name: str, value: str) -> None:
        """Tell one of several facts of the same name; the same value is listed once."""
        self._tell("listed", name=name, value=value)

    def attach_text(self, name: str, text: str) -> None:
        """Attach plain text."""
        self.attach(name, text, "text/plain", "txt")

    def attach_table(self, name: str, rows: Iterable[Iterable[object]]) -> None:
        """Attach rows of cells, the first of which names the columns."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        self.attach(name, text.getvalue(), "text/csv", "csv")

    def attach(self, name: str, content: str | bytes, mime_type: str, extension: str) -> None:
        """Attach a file's content to what is being carried out; an archive's members have been scrubbed."""
        self._tell("attached", name=name, content=content, mime_type=mime_type, extension=extension)

    def exchanged(self, response: Any, *_args: Any, **_kwargs: Any) -> None:
        """Tell of a REST call and its answer; this is a response hook for a `requests` session."""
        self._tell("exchanged", response=response)

    def context_opened(self, item: pytest.Item, context: Any) -> None:
        """Tell of a new browser context."""
        self._tell("context_opened", item=item, context=context)

    def judged(self, item: pytest.Item, judgement: Judgement) -> None:
        """Tell whose fault a failure is."""
        self._tell("judged", item=item, judgement=judgement)

    def played_again(self, outcome: str, message: str) -> None:
        """Tell how a failed scenario's second play ended, and its message where that is another."""
        self._tell("played_again", outcome=outcome, message=message)

    def went_wrong(self, sentence: str) -> None:
        """Tell of something that went wrong outside any scenario."""
        self._hook.pytest_acceptance_went_wrong(sentence=sentence)

    def _tell(self, event: str, **values: Any) -> None:
        try:
            getattr(self._hook, f"pytest_acceptance_{event}")(**values)
        except Exception as error:
            self.went_wrong(
                f"The suite could not record what happened ({event}): {type(error).__name__}: {error}"
            )
