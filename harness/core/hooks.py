"""The hooks of our own, beside pytest's and pytest-bdd's: what one part of a run tells whoever listens.

pytest is the bus: whoever wants to know implements the hook. A wrong name or argument fails when a run starts.
`Events` is how these are called.
"""

import pytest

from harness.core.causes import Judgement


def pytest_acceptance_noted(name: str, value: str) -> None:
    """Hear a fact about the run as a whole: the shop's version, the browser."""


def pytest_acceptance_listed(name: str, value: str) -> None:
    """Hear one of several facts of the same name: a browser of several."""


def pytest_acceptance_attached(name: str, content: str | bytes, mime_type: str, extension: str) -> None:
    """Hear of evidence that belongs to what is being carried out: a step, a set-up or a tear-down."""


def pytest_acceptance_exchanged(response: object) -> None:
    """Hear of a REST call and its answer: a `requests.Response`."""


def pytest_acceptance_context_opened(item: pytest.Item, context: object) -> None:
    """Hear of a new `BrowserContext` of a scenario, before it has a page."""


def pytest_acceptance_judged(item: pytest.Item, judgement: Judgement) -> None:
    """Hear whose fault a scenario's failure is, once its step is over and before anything is torn down."""


def pytest_acceptance_played_again(outcome: str, message: str) -> None:
    """Hear how a failed scenario's second play ended, and its message where that is another."""


def pytest_acceptance_went_wrong(sentence: str) -> None:
    """Hear of something that went wrong outside any scenario: a crashed worker, an interruption."""
