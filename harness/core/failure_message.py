"""The sentence that a failure is reported with: its own, without what Python, pytest and Playwright put around."""

import pytest

PAGE_MAP = "\n\nAria snapshot:"
"""Before it stand Playwright's words on a wait that ran out, behind it the page's accessibility tree."""

_WORKING = "\nassert "
"""Before it stands an assertion's own message, behind it how pytest worked out the rest."""

_OUTCOMES = (AssertionError, pytest.fail.Exception, pytest.skip.Exception)
"""They say all in their message; pytest passes its own off as Python's."""


def message_of(exception: BaseException) -> str:
    """Give the sentence; Python's own exceptions say too little without their class.

    Of a group each exception's message is given. An error of the shop adds its `usual_cause`. Notes come last.
    """
    sentence, notes = _sentence_of(exception), getattr(exception, "__notes__", [])
    end = "." if notes and sentence[-1] not in ".!?" else ""
    return " ".join([f"{sentence}{end}", *notes])


def _sentence_of(exception: BaseException) -> str:
    if isinstance(exception, BaseExceptionGroup):
        return f"{exception.message}: {'; '.join(map(message_of, exception.exceptions))}"
    own, _, _ = without_page_map(str(exception)).partition(_WORKING)
    kind = type(exception)
    if kind.__module__ == "builtins" and kind not in _OUTCOMES:
        return f"{kind.__name__}: {own}" if own else kind.__name__
    if usual_cause := getattr(exception, "usual_cause", ""):
        return f"{own} {usual_cause}"
    return own or kind.__name__


def without_page_map(message: str) -> str:
    """Cut off the accessibility tree that Playwright appends; picture and HTML show the page."""
    return message.partition(PAGE_MAP)[0]
